"""How often a PIN may be tried: five times, then ever more slowly, and after fifteen times no more."""

from math import ceil
from typing import NamedTuple

from kiosk.base.uptime import UptimeReading, elapsed_seconds
from kiosk.store.pins import PinRecord

FREE = 5
"""Wrong tries in a row until the first wait."""
FIRST_WAIT, LONGEST_WAIT = 15, 3600
"""Seconds; each wait is twice the one before, up to the longest."""
MOST = 15
"""Wrong tries in a row until the PIN is locked."""


class Verdict(NamedTuple):
    """Whether the PIN was `right`, and what comes next.

    `wait` seconds (0: none) until it may be tried again, `left` wrong tries until it is `locked`. `missing`:
    there is no PIN that could be right.
    """

    right: bool = False
    wait: int = 0
    left: int = MOST
    locked: bool = False
    missing: bool = False

    @property
    def closed(self) -> bool:
        """Whether no try is taken now."""
        return self.missing or self.locked or self.wait > 0


MISSING = Verdict(left=0, missing=True)


def judge(entry: PinRecord | None, now: UptimeReading) -> Verdict:
    """Whether the PIN may be tried `now`; a wait begins with the last wrong try, and anew with a restart."""
    if entry is None or not entry.made:
        return MISSING
    if entry.wrong >= MOST:
        return Verdict(left=0, locked=True)
    passed = elapsed_seconds(UptimeReading(entry.boot, entry.uptime), now)
    return Verdict(wait=max(0, ceil(wait_after(entry.wrong) - passed)), left=MOST - entry.wrong)


def wait_after(wrong: int) -> int:
    """Seconds to wait after so many wrong tries in a row."""
    return 0 if wrong < FREE else min(FIRST_WAIT << wrong - FREE, LONGEST_WAIT)
