"""`python -m tests.monkey`: random taps for half an hour after a warm-up; fails when the kiosk fails."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import screen_kit
from tests.faulty_share import wait_until
from tests.monkey.session import CHECKOUT, monkey_session

SAMPLE_INTERVAL = 5.0
"""Seconds between two samples of the program's health."""
WARM_UP = 20.0
"""Minutes until every page, event and picture has been shown in every language: until then memory grows."""
MAX_GROWTH = 1.0
"""MiB an hour by which memory may grow after the warm-up."""


def main() -> int:
    """Run the campaign and print figures and problems; 0 when there were none."""
    parser = ArgumentParser(description="a monkey at the screen")
    parser.add_argument("--minutes", type=float, default=30, help="after the warm-up")
    parser.add_argument("--warm-up", type=float, default=WARM_UP, help="minutes")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    build = CHECKOUT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="monkey-", dir=build) as work:
        library = screen_kit.install_demo(Path(work) / "demo", CHECKOUT) / "april"
        return run_campaign(Path(work), library, options.warm_up * 60, options.minutes * 60, options.seed)


def run_campaign(folder: Path, library: Path, warm_up: float, seconds: float, seed: int) -> int:
    """Run one session; 0 without problems and growth of memory."""
    with monkey_session(folder, library, seed) as session:
        wait_until(lambda: not session.find_problems(), 60)
        end = time.monotonic() + warm_up + seconds
        problems: list[str] = []
        while time.monotonic() < end and not problems:
            session.monkey.play(min(SAMPLE_INTERVAL, end - time.monotonic()))
            problems = session.find_problems()
            if not problems:
                session.health.sample()
    monkey = session.monkey
    minutes = f"{warm_up / 60:.0f} and {seconds / 60:.0f} min"
    print(f"seed {seed}: {monkey.taps} taps in {minutes}, {monkey.staff_visits} visits as staff")
    if problems:
        print("\n".join(problems))
        return 1
    growth = session.health.memory_growth(warm_up)
    print(session.health.summary())
    if growth is None:
        print("no trouble; too short to tell whether memory grows")
        return 0
    print(f"no trouble; memory at rest grows by {growth:.2f} MiB/h once all is warm")
    return int(growth > MAX_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
