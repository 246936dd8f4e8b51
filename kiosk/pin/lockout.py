"""The lockout rules: five tries without a wait, then growing waits, locked after fifteen wrong tries."""

from math import ceil
from typing import NamedTuple

from kiosk.base.uptime import UptimeReading, elapsed_seconds
from kiosk.store.pin_store import PinRecord

FREE_TRIES = 5
"""Consecutive wrong tries before the first wait."""
FIRST_WAIT, LONGEST_WAIT = 15, 3600
"""Seconds; each wait is twice the previous one, up to the longest."""
MAX_TRIES = 15
"""Consecutive wrong tries until the PIN is locked."""


class PinStatus(NamedTuple):
    """Whether the PIN was `right`, and whether it may be tried again.

    `wait` seconds (0: none) until the next try, `left` wrong tries until it is `locked`. `missing`: no PIN is
    set, or it was lost; `first` as well when there never was one.
    """

    right: bool = False
    wait: int = 0
    left: int = MAX_TRIES
    locked: bool = False
    missing: bool = False
    first: bool = False

    @property
    def is_blocked(self) -> bool:
        """Whether a try is refused now."""
        return self.missing or self.locked or self.wait > 0


MISSING = PinStatus(left=0, missing=True)
NEVER_SET = PinStatus(left=0, missing=True, first=True)


def pin_status(record: PinRecord | None, now: UptimeReading) -> PinStatus:
    """Return whether the PIN may be tried `now`; a wait starts at the last wrong try, again at a restart."""
    if record is None:
        return MISSING
    if not record.is_set:
        return NEVER_SET
    if record.wrong >= MAX_TRIES:
        return PinStatus(left=0, locked=True)
    elapsed = elapsed_seconds(UptimeReading(record.boot, record.uptime), now)
    return PinStatus(wait=max(0, ceil(wait_after(record.wrong) - elapsed)), left=MAX_TRIES - record.wrong)


def wait_after(wrong: int) -> int:
    """Return the seconds to wait after `wrong` consecutive wrong tries."""
    return 0 if wrong < FREE_TRIES else min(FIRST_WAIT << wrong - FREE_TRIES, LONGEST_WAIT)
