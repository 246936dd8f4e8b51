"""`python -m tests.fuzz`: fuzz the gates, or offer them one input once more. docs/fuzzing.md tells how."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from tests.fuzz.target import NAMES, load

FOUND = 1


def main() -> int:
    """Fuzz each target, print a line for each and the command that repeats each finding."""
    parser = ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--target", choices=("all", *NAMES), default="all")
    parser.add_argument("--runs", type=int, default=200_000, metavar="N")
    parser.add_argument("--folder", type=Path, default=Path("build/fuzz"), metavar="DIR")
    parser.add_argument("--input", type=Path, metavar="FILE", help="only offer this file to the target")
    args = parser.parse_args()
    if args.input:
        let_in = load(args.target).offer(args.input.read_bytes())
        print("let in" if let_in else "refused")
        return 0
    return max(_fuzz(name, args.runs, args.folder.absolute()) for name in _chosen(args.target))


def _fuzz(name: str, runs: int, folder: Path) -> int:
    from tests.fuzz.campaign import run

    ran = run(name, runs, folder / name)
    print(f"{name:9} {ran.executions} executions, {ran.speed}/s, {ran.accepted} let in, ", end="")
    print(f"{len(ran.findings)} findings", flush=True)
    for file in ran.findings:
        print(f"  again: make fuzz TARGET={name} INPUT={file}")
    if ran.executions < runs:
        print(ran.said[-4000:])
        return FOUND
    return 0


def _chosen(target: str) -> tuple[str, ...]:
    return NAMES if target == "all" else (target,)


if __name__ == "__main__":
    sys.exit(main())
