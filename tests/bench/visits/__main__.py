"""`python -m tests.bench.visits [first] [restart] [many]` prints a table of these, or of all."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.demo import CHECKOUT, build_demo
from tests.bench.results import format_table
from tests.bench.visits.many_visits import FEW
from tests.bench.visits.measure import MANY_VISITS, PARTS, measure_visits


def main() -> int:
    """Run the chosen measurements; nothing is left behind."""
    parser = ArgumentParser(description="measures first visits, the memory after them, and the restart")
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"one of {', '.join(PARTS)}; all without one"
    )
    parser.add_argument("--visits", type=int, default=MANY_VISITS, help=f"how many are many, above {FEW}")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {unknown.pop()!r}")
    if options.visits <= FEW:
        parser.error(f"--visits is above {FEW}")
    build = CHECKOUT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="visits-", dir=build) as work:
        folder = Path(work)
        demo_folder = folder / "demo"
        demo_folder.mkdir()
        demo = build_demo(demo_folder)
        print(format_table(measure_visits(demo, folder, options.parts or PARTS, options.visits)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
