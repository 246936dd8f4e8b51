"""What time it is for the kiosk: the system's time, or a rehearsed one, and whether it can be believed."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from kiosk.base.errors import KioskError

BUILD_DATE = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp())
"""The day this version was made, set anew for each release: no true clock shows an earlier time."""


class Clock:
    """Tells the time in whole seconds of UTC since 1970.

    `floor` is the latest time known to have passed (the build date, the last time seen, the signing of
    the newest programme). A clock that shows less has lost its battery; what is `rehearsed` is always
    believed.
    """

    def __init__(self, seconds: Callable[[], float], floor: int) -> None:
        self._seconds = seconds
        self._floor = floor
        self.rehearsed = False

    @classmethod
    def system(cls, floor: int = 0) -> "Clock":
        """The machine's clock, where `floor` is known to have passed."""
        return cls(time.time, max(BUILD_DATE, floor))

    @classmethod
    def rehearsal(cls, at: int, monotonic: Callable[[], float] = time.monotonic) -> "Clock":
        """A clock that shows `at` now and runs on from there."""
        start = monotonic()
        clock = cls(lambda: at + monotonic() - start, at)
        clock.rehearsed = True
        return clock

    def now(self) -> int:
        """The time this clock shows, right or wrong."""
        return int(self._seconds())

    @property
    def trusted(self) -> bool:
        """Whether the time shown can be true."""
        return self.now() >= self._floor

    def effective(self, floor: int = 0) -> int:
        """The time to judge an expiry by: never before what this clock, or the caller, knows has passed."""
        return max(self.now(), self._floor, floor)


def parse_local_time(written: str, zone: tzinfo) -> int:
    """The UTC seconds of a local time such as '2016-04-03T14:20'; KioskError for anything else."""
    try:
        local = datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError as problem:
        raise KioskError("clock.at", at=written) from problem
    if local.isoformat(timespec="minutes") != written:
        raise KioskError("clock.at", at=written)
    return int(local.replace(tzinfo=zone).timestamp())
