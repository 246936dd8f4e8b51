"""What the library tells, read once for all who look at it."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.time_zones import DEFAULT_ZONE
from kiosk.library.status import Status, read_status
from kiosk.library.time_floor import TimeBounds, read_time_bounds
from kiosk.programme.shown_programme import ShownProgramme, open_library
from kiosk.store.storage_errors import storage_errors


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """How the library in `folder` stands; `problem` is why that could not be found out.

    `showing` is what visitors see, None when nothing valid is there.
    """

    folder: Path
    status: Status = Status()  # noqa: RUF009
    seen: TimeBounds = TimeBounds()  # noqa: RUF009
    programme: ShownProgramme | None = None
    problem: KioskError | None = None

    @property
    def zone(self) -> str:
        """The IANA zone of this Corner."""
        return programme_zone(self.programme)


def read_library_facts(folder: Path) -> LibraryFacts:
    """Read the library in `folder`, every file of what it shows; one that cannot be read is no error."""
    try:
        with storage_errors():
            found, passed = read_status(folder), read_time_bounds(folder)
    except KioskError as problem:
        return LibraryFacts(folder, problem=problem)
    return LibraryFacts(folder, found, passed, open_shown_programme(folder))


def open_shown_programme(folder: Path) -> ShownProgramme | None:
    """What visitors see; None when there is nothing valid to show."""
    with suppress(KioskError), storage_errors():
        return open_library(folder)
    return None


def programme_zone(shown: ShownProgramme | None) -> str:
    """The IANA zone of what is shown; that of most Corners when nothing is."""
    return shown.catalogue.campaign().zone if shown else DEFAULT_ZONE
