"""The kiosk's clock: the system's time or a rehearsed one, and what one reading of it proves (ADR 18)."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from kiosk.base.errors import KioskError
from kiosk.base.limits import CLOCK_TOLERANCE, EXPIRES_AFTER

BUILD_DATE = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp())
"""The day of this release, in UTC seconds: no correct clock shows an earlier time."""


class ClockStatus(StrEnum):
    """Whether a clock is plausible."""

    BEHIND = "behind"
    PLAUSIBLE = "plausible"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class ClockReading:
    """The time `now` that a clock shows, and what is known whatever it shows; all in UTC seconds.

    No right clock shows less than `earliest`, the build date. `recorded` is the time floor of the library: a
    time that its clock has shown while it ran, or a day that somebody has confirmed.
    """

    now: int
    earliest: int = BUILD_DATE
    recorded: int = 0

    @property
    def floor(self) -> int:
        """The latest time that is known to have passed."""
        return max(self.earliest, self.recorded)

    @property
    def latest(self) -> int:
        """The latest time at which this clock is plausible."""
        return self.floor + EXPIRES_AFTER

    @property
    def status(self) -> ClockStatus:
        """Whether the clock is behind the floor, plausible, or ahead of what is plausible."""
        if self.now < self.floor:
            return ClockStatus.BEHIND
        return ClockStatus.PLAUSIBLE if self.now <= self.latest else ClockStatus.AHEAD

    @property
    def effective(self) -> int:
        """The time to date things with: that shown while it is plausible, else the floor."""
        return self.now if self.status is ClockStatus.PLAUSIBLE else self.floor

    @property
    def raised_floor(self) -> int:
        """The floor after this reading has been recorded: at most CLOCK_TOLERANCE higher than before."""
        if self.status is not ClockStatus.PLAUSIBLE:
            return self.floor
        return min(self.now, self.floor + CLOCK_TOLERANCE)

    def moment_for(self, signed_at: int) -> int:
        """The time at which to judge the expiry of a pack that says it was signed at `signed_at`.

        The floor, if the clock cannot be right: before the build date, or behind the floor and also behind
        the signature. A clock that only the floor contradicts may have been set right: its time is used.
        """
        is_contradicted_twice = self.now < self.floor and signed_at > self.now + CLOCK_TOLERANCE
        return self.floor if self.now < self.earliest or is_contradicted_twice else self.now

    def is_ahead(self, signed_at: int) -> bool:
        """Whether a pack says it was signed later than this clock, which nothing else contradicts, allows."""
        # a clock of the first days after the build date may be one that starts there without a battery
        start = max(self.floor, self.earliest + CLOCK_TOLERANCE)
        return self.now >= start and signed_at > self.now + CLOCK_TOLERANCE


class Clock:
    """The time in whole seconds of UTC since 1970; `earliest` and `recorded` are as in `ClockReading`."""

    def __init__(self, seconds: Callable[[], float], earliest: int, recorded: int = 0) -> None:
        self._seconds = seconds
        self._earliest = earliest
        self._recorded = recorded
        self.is_rehearsed = False

    @classmethod
    def system(cls, recorded: int = 0) -> "Clock":
        """The machine's clock with the time floor `recorded` or the build date, whichever is later."""
        return cls(time.time, BUILD_DATE, recorded)

    @classmethod
    def rehearsal(cls, at: int, monotonic: Callable[[], float] = time.monotonic) -> "Clock":
        """A clock that starts at `at` and runs on from there; always trusted."""
        start = monotonic()
        clock = cls(lambda: at + monotonic() - start, at)
        clock.is_rehearsed = True
        return clock

    def now(self) -> int:
        """The time this clock shows, trusted or not."""
        return int(self._seconds())

    def read(self, recorded: int = 0) -> ClockReading:
        """Read the clock once, for a library with the time floor `recorded`."""
        return ClockReading(self.now(), self._earliest, max(self._recorded, recorded))

    def follow(self, recorded: int) -> None:
        """Judge this clock by another time floor from now on; a rehearsed one needs none."""
        if not self.is_rehearsed:
            self._recorded = recorded

    @property
    def is_trusted(self) -> bool:
        """Whether the time shown is plausible."""
        return self.read().status is ClockStatus.PLAUSIBLE

    def effective(self, recorded: int = 0) -> int:
        """The time to date things with: that shown while it is plausible, else the floor."""
        return self.read(recorded).effective


def parse_local_time(text: str, zone: tzinfo) -> int:
    """The UTC seconds of a local time such as '2016-04-03T14:20'; KioskError for anything else."""
    try:
        local = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError as problem:
        raise KioskError("clock.at", at=text) from problem
    if local.isoformat(timespec="minutes") != text:
        raise KioskError("clock.at", at=text)
    return int(local.replace(tzinfo=zone).timestamp())
