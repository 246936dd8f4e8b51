"""How often a PIN may be tried: five times, then ever more slowly, and after fifteen times no more."""

from math import ceil
from typing import NamedTuple

from kiosk.base.uptime import UptimeReading, elapsed_seconds
from kiosk.store.pin_store import PinRecord

FREE_TRIES = 5
"""Wrong tries in a row until the first wait."""
FIRST_WAIT, LONGEST_WAIT = 15, 3600
"""Seconds; each wait is twice the one before, up to the longest."""
MAX_TRIES = 15
"""Wrong tries in a row until the PIN is locked."""


class PinStatus(NamedTuple):
    """Whether the PIN was `right`, and what comes next.

    `wait` seconds (0: none) until it may be tried again, `left` wrong tries until it is `locked`. `missing`:
    there is no PIN that could be right.
    """

    right: bool = False
    wait: int = 0
    left: int = MAX_TRIES
    locked: bool = False
    missing: bool = False

    @property
    def is_blocked(self) -> bool:
        """Whether no try is taken now."""
        return self.missing or self.locked or self.wait > 0


MISSING = PinStatus(left=0, missing=True)


def pin_status(entry: PinRecord | None, now: UptimeReading) -> PinStatus:
    """Whether the PIN may be tried `now`; a wait begins with the last wrong try, and anew with a restart."""
    if entry is None or not entry.is_set:
        return MISSING
    if entry.wrong >= MAX_TRIES:
        return PinStatus(left=0, locked=True)
    passed = elapsed_seconds(UptimeReading(entry.boot, entry.uptime), now)
    return PinStatus(wait=max(0, ceil(wait_after(entry.wrong) - passed)), left=MAX_TRIES - entry.wrong)


def wait_after(wrong: int) -> int:
    """Seconds to wait after so many wrong tries in a row."""
    return 0 if wrong < FREE_TRIES else min(FIRST_WAIT << wrong - FREE_TRIES, LONGEST_WAIT)
