"""`python -m tests.fuzz`: fuzzes the checks, or repeats one input (docs/fuzzing.md)."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from tests.fuzz.target import NAMES, load

HAS_FINDINGS = 1


def main() -> int:
    """Fuzz each target; print a line for each target and the command that repeats each finding."""
    parser = ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--target", choices=("all", *NAMES), default="all")
    parser.add_argument("--runs", type=int, default=200_000, metavar="N")
    parser.add_argument("--folder", type=Path, default=Path("build/fuzz"), metavar="DIR")
    parser.add_argument("--input", type=Path, metavar="FILE", help="only run the target on this file")
    args = parser.parse_args()
    if args.input:
        accepted = load(args.target).offer(args.input.read_bytes())
        print("let in" if accepted else "refused")
        return 0
    return max(_fuzz(name, args.runs, args.folder.absolute()) for name in _chosen(args.target))


def _fuzz(name: str, runs: int, folder: Path) -> int:
    from tests.fuzz.campaign import run

    result = run(name, runs, folder / name)
    print(f"{name:9} {result.executions} executions, {result.speed}/s, {result.accepted} let in, ", end="")
    print(f"{len(result.findings)} findings", flush=True)
    for file in result.findings:
        print(f"  again: make fuzz TARGET={name} INPUT={file}")
    if result.executions < runs:
        print(result.output[-4000:])
        return HAS_FINDINGS
    return 0


def _chosen(target: str) -> tuple[str, ...]:
    return NAMES if target == "all" else (target,)


if __name__ == "__main__":
    sys.exit(main())
