"""The kiosk's clock: the system's time or a rehearsed one, and whether it can be trusted."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from kiosk.base.errors import KioskError

BUILD_DATE = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp())
"""The day of this release, in UTC seconds: no correct clock shows an earlier time."""


class Clock:
    """The time in whole seconds of UTC since 1970.

    `floor` is the latest time known to have passed (the build date, the last time recorded, the signing of
    the newest programme). A clock that shows less has lost its battery; a rehearsed one is always trusted.
    """

    def __init__(self, seconds: Callable[[], float], floor: int) -> None:
        self._seconds = seconds
        self._floor = floor
        self.is_rehearsed = False

    @classmethod
    def system(cls, floor: int = 0) -> "Clock":
        """The machine's clock with a floor of `floor` or the build date, whichever is later."""
        return cls(time.time, max(BUILD_DATE, floor))

    @classmethod
    def rehearsal(cls, at: int, monotonic: Callable[[], float] = time.monotonic) -> "Clock":
        """A clock that starts at `at` and runs on from there."""
        start = monotonic()
        clock = cls(lambda: at + monotonic() - start, at)
        clock.is_rehearsed = True
        return clock

    def now(self) -> int:
        """The time this clock shows, trusted or not."""
        return int(self._seconds())

    @property
    def is_trusted(self) -> bool:
        """Whether the time shown is not before the floor."""
        return self.now() >= self._floor

    def effective(self, floor: int = 0) -> int:
        """The time to check an expiry against: never before the floor of this clock or of the caller."""
        return max(self.now(), self._floor, floor)


def parse_local_time(text: str, zone: tzinfo) -> int:
    """The UTC seconds of a local time such as '2016-04-03T14:20'; KioskError for anything else."""
    try:
        local = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError as problem:
        raise KioskError("clock.at", at=text) from problem
    if local.isoformat(timespec="minutes") != text:
        raise KioskError("clock.at", at=text)
    return int(local.replace(tzinfo=zone).timestamp())
