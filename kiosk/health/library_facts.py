"""Reads once what several health checks need of the library."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.time_zones import DEFAULT_ZONE
from kiosk.library.status import Status, read_status
from kiosk.library.time_floor import read_time_floor
from kiosk.programme.shown_programme import ShownProgramme, open_library
from kiosk.store.storage_errors import storage_errors


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """The state of the library in `folder`; `problem` is why it could not be read.

    `programme` is what visitors see, None when nothing valid is there; `time_floor` is as recorded, in UTC
    seconds.
    """

    folder: Path
    status: Status = Status()  # noqa: RUF009
    time_floor: int = 0
    programme: ShownProgramme | None = None
    problem: KioskError | None = None

    @property
    def zone(self) -> str:
        """The IANA time zone of this Corner."""
        return programme_zone(self.programme)


def read_library_facts(folder: Path) -> LibraryFacts:
    """Read the library in `folder` and every file of the shown programme; not to be readable is no error."""
    try:
        with storage_errors():
            status, time_floor = read_status(folder), read_time_floor(folder)
    except KioskError as problem:
        return LibraryFacts(folder, problem=problem)
    return LibraryFacts(folder, status, time_floor, open_shown_programme(folder))


def open_shown_programme(folder: Path) -> ShownProgramme | None:
    """Open the programme that visitors see; None when there is nothing valid to show."""
    with suppress(KioskError), storage_errors():
        return open_library(folder)
    return None


def programme_zone(shown: ShownProgramme | None) -> str:
    """The IANA time zone of the shown programme; DEFAULT_ZONE when none is shown."""
    return shown.catalogue.campaign().zone if shown else DEFAULT_ZONE
