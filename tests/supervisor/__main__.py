"""`python -m tests.supervisor`: faults of the screen, one after the other; fails when one is not survived."""

import random
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from kiosk.library.crash_log import read_record
from kiosk.programme.shown_programme import open_library
from tests.screen_kit import install_demo
from tests.supervisor.screen_faults import FAULTS, MAX_SECONDS, restart_seconds
from tests.supervisor.supervised_kiosk import FAULTY_PROGRAM, run_supervised

CHECKOUT = Path(__file__).parents[2]
MAX_PAUSE = 1.5
"""Seconds from the attract loop to the next fault, at most."""


def main() -> int:
    """Run the campaign and print the figures; 0 when every fault was survived in time."""
    parser = ArgumentParser(description="faults of a supervised screen")
    parser.add_argument("--faults", type=int, default=100)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    names = [list(FAULTS)[number % len(FAULTS)] for number in range(options.faults)]
    chance.shuffle(names)
    figures: dict[str, list[float]] = {name: [] for name in FAULTS}
    build = CHECKOUT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="supervisor-", dir=build) as work:
        library = install_demo(Path(work) / "demo", CHECKOUT) / "april"
        generation = open_library(library).generation
        with run_supervised(Path(work), library, program=("-c", FAULTY_PROGRAM)) as kiosk:
            for name in names:
                figures[name].append(restart_seconds(kiosk, FAULTS[name]))
                time.sleep(chance.uniform(0, MAX_PAUSE))
        blamed = sum(crash.is_blamed for crash in read_record(library).crashes)
        changed = open_library(library).generation != generation
    print(f"seed {options.seed}: {options.faults} faults of the screen")
    for name, seconds in figures.items():
        if seconds:
            times = f"{median(seconds):.2f} s, {max(seconds):.2f} s at most"
            print(f"{name}: {len(seconds)} times, the attract loop is back after {times}")
    print(f"blamed on the programme: {blamed}; another programme is shown: {'yes' if changed else 'no'}")
    late = any(time > MAX_SECONDS for seconds in figures.values() for time in seconds)
    return int(late or changed or bool(blamed))


if __name__ == "__main__":
    sys.exit(main())
