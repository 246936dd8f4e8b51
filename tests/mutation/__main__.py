"""`python -m tests.mutation [PATTERN]`: survivors, and a table of scores by module (docs/mutation.md)."""

import json
import sys
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

RESULTS = Path("mutants/kiosk")
OUTCOMES = {1: "tests", 3: "tests", 24: "tests", -24: "tests", 37: "types", 0: "survived", 33: "survived"}
"""mutmut's exit codes: a test fails (24: by its time), a type is wrong, all pass, nothing calls the code."""
COLUMNS = ("tests", "types", "survived", "left")
ROW = "{:40} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}"


def read_results(pattern: str) -> dict[str, dict[str, str]]:
    """The outcomes of the mutants that match, by module and name; 'left' where undecided."""
    results: dict[str, dict[str, str]] = {}
    for file in sorted(RESULTS.rglob("*.meta")):
        codes = json.loads(file.read_bytes())["exit_code_by_key"]
        outcomes = {
            name: OUTCOMES.get(code, "left") for name, code in codes.items() if fnmatch(name, pattern)
        }
        if outcomes:
            module = file.relative_to(RESULTS.parent).as_posix().removesuffix(".py.meta")
            results[module] = outcomes
    return results


def format_row(module: str, count: Counter[str]) -> str:
    """A row of the table; the score is that of the decided mutants."""
    killed = count["tests"] + count["types"]
    decided = killed + count["survived"]
    score = f"{100 * killed / decided:.1f} %" if decided else "–"
    return ROW.format(module, count.total(), *(count[column] for column in COLUMNS), score)


def main(pattern: str = "*") -> None:
    """Print the survivors and the table."""
    results = read_results(pattern)
    for outcomes in results.values():
        for name in (name for name, outcome in outcomes.items() if outcome == "survived"):
            print("survived:", name)
    print(ROW.format("module", "mutants", *COLUMNS, "score"))
    for module, outcomes in results.items():
        print(format_row(module, Counter(outcomes.values())))
    print(format_row("all", sum((Counter(found.values()) for found in results.values()), Counter())))


if __name__ == "__main__":
    main(*sys.argv[1:])
