"""The time floor of a library: the latest time that is known to have passed (ADR 18)."""

from pathlib import Path

from kiosk.base.clock import Clock, ClockReading
from kiosk.base.errors import KioskError
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state, open_state_to_read


def read_time_floor(folder: Path) -> int:
    """Read the recorded time floor (UTC seconds) of the library in `folder`; KioskErrors of `open_state`.

    0 if nothing has been recorded yet.
    """
    state = open_state_to_read(LibraryPaths(folder.absolute()))
    if state is None:
        return 0
    with state:
        return state.time_floor()


def record_time(folder: Path, clock: Clock) -> ClockReading:
    """Read the clock, raise the time floor as far as that reading allows, durably; return the reading before.

    Nothing is stored in a library that has never held anything. KioskErrors of `open_state`.
    """
    state = open_state(LibraryPaths(folder.absolute()))
    if state is None:
        return clock.read()
    with state:
        reading = clock.read(state.time_floor())
        if reading.raised_floor > reading.floor:
            state.raise_time_floor(reading.raised_floor)
    return reading


def confirm_day(folder: Path, midnight: int, now: int) -> None:
    """Make `midnight` (UTC seconds), the start of a day that somebody knows to have begun, the time floor.

    The floor may rise and fall by this; everything else in the library stays. `now` is for the log. Raises
    KioskError 'library.empty' for a library that has never held anything, and those of `open_state`.
    """
    state = open_state(LibraryPaths(folder.absolute()))
    if state is None:
        raise KioskError("library.empty")
    with state:
        state.set_time_floor(midnight, now)
