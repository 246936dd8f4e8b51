"""The time a kiosk knows to have passed, and how far ahead of it a clock may be before it is doubted."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.base import limits
from kiosk.base.clock import BUILD_DATE
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state
from kiosk.store.state import State


class ClockStatus(StrEnum):
    """What is to be thought of a clock."""

    BEHIND = "behind"
    PLAUSIBLE = "plausible"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class TimeBounds:
    """`floor` has certainly passed, a clock is doubted after `latest`; both in UTC seconds.

    `latest` is as long after the newest signature known as a pack can be installed. Were a later time
    remembered, a clock that ran ahead for a day would keep out every pack until that time has come; so, any
    pack signed from now on stays welcome.
    """

    floor: int = BUILD_DATE
    latest: int = BUILD_DATE + limits.EXPIRES_AFTER

    def check_clock(self, now: int) -> ClockStatus:
        """Whether a clock that shows `now` can be right."""
        if now < self.floor:
            return ClockStatus.BEHIND
        return ClockStatus.PLAUSIBLE if now <= self.latest else ClockStatus.AHEAD


def read_time_bounds(folder: Path) -> TimeBounds:
    """What the library in `folder` knows of the time; KioskErrors of `open_state`."""
    state = open_state(LibraryPaths(folder.absolute()))
    if state is None:
        return TimeBounds()
    with state:
        return _time_bounds(state)


def raise_time_floor(folder: Path, now: int) -> bool:
    """Keep durably in mind that `now` has passed, and whether that was done.

    It is not when the clock is behind or ahead, nor in a library that has never held anything. KioskErrors of
    `open_state`.
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
