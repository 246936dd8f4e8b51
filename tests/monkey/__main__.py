"""`python -m tests.monkey`: a monkey at the screen, half an hour once it is warm; fails when it breaks it."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import screen_kit
from tests.faulty_share import wait_until
from tests.monkey.session import CHECKOUT, session

LOOK = 5.0
"""Seconds from one look at the program's health to the next."""
WARM_UP = 20.0
"""Minutes until every page, event and picture has been seen in every language: until then memory grows."""
MOST = 1.0
"""MiB an hour by which it may grow from then on."""


def main() -> int:
    """Play; prints the figures, and what went wrong. 0 when nothing did."""
    parser = ArgumentParser(description="a monkey at the screen")
    parser.add_argument("--minutes", type=float, default=30, help="after the warm-up")
    parser.add_argument("--warm-up", type=float, default=WARM_UP, help="minutes")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    build = CHECKOUT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="monkey-", dir=build) as work:
        library = screen_kit.libraries(Path(work) / "demo", CHECKOUT) / "april"
        return play(Path(work), library, asked.warm_up * 60, asked.minutes * 60, asked.seed)


def play(folder: Path, library: Path, warm_up: float, seconds: float, seed: int) -> int:
    """One long session."""
    with session(folder, library, seed) as found:
        wait_until(lambda: not found.troubles(), 60)
        end = time.monotonic() + warm_up + seconds
        troubles: list[str] = []
        while time.monotonic() < end and not troubles:
            found.monkey.play(min(LOOK, end - time.monotonic()))
            troubles = found.troubles()
            if not troubles:
                found.health.look()
    monkey = found.monkey
    minutes = f"{warm_up / 60:.0f} and {seconds / 60:.0f} min"
    print(f"seed {seed}: {monkey.taps} taps in {minutes}, {monkey.visits} visits as staff")
    if troubles:
        print("\n".join(troubles))
        return 1
    slope = found.health.slope(warm_up)
    print(found.health.summary())
    if slope is None:
        print("no trouble; too short to tell whether memory grows")
        return 0
    print(f"no trouble; memory at rest grows by {slope:.2f} MiB/h once all is warm")
    return int(slope > MOST)


if __name__ == "__main__":
    sys.exit(main())
