"""The time floor, and the latest plausible time of the system clock."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.base import limits
from kiosk.base.clock import BUILD_DATE
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state
from kiosk.store.state import State


class ClockStatus(StrEnum):
    """Whether a clock is plausible."""

    BEHIND = "behind"
    PLAUSIBLE = "plausible"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class TimeBounds:
    """The time floor, and the `latest` time at which a clock is plausible; both in UTC seconds.

    `latest` is as long after the newest known signature as a pack can be installed. If a later time became
    the floor, a clock that was ahead for one day would block every pack until that time; with this limit,
    any pack signed from now on can be installed.
    """

    floor: int = BUILD_DATE
    latest: int = BUILD_DATE + limits.EXPIRES_AFTER

    def check_clock(self, now: int) -> ClockStatus:
        """Return whether a clock that shows `now` is behind, plausible or ahead."""
        if now < self.floor:
            return ClockStatus.BEHIND
        return ClockStatus.PLAUSIBLE if now <= self.latest else ClockStatus.AHEAD


def read_time_bounds(folder: Path) -> TimeBounds:
    """Read the time bounds of the library in `folder`; KioskErrors of `open_state`."""
    state = open_state(LibraryPaths(folder.absolute()))
    if state is None:
        return TimeBounds()
    with state:
        return _time_bounds(state)


def raise_time_floor(folder: Path, now: int) -> bool:
    """Store `now` as the time floor, durably; return whether it was stored.

    It is not stored if the clock is behind or ahead, or in a library that has never held anything.
    KioskErrors of `open_state`.
    """
    state = open_state(LibraryPaths(folder.absolute()))
    if state is None:
        return False
    with state:
        if _time_bounds(state).check_clock(now) is not ClockStatus.PLAUSIBLE:
            return False
        state.raise_time_floor(now)
    return True


def _time_bounds(state: State) -> TimeBounds:
    signed = (pack.signed_at for generation in state.generations() for pack in generation.packs)
    latest = max([BUILD_DATE, *signed]) + limits.EXPIRES_AFTER
    return TimeBounds(max(BUILD_DATE, state.time_floor()), latest)
