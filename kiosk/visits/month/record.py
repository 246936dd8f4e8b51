"""Looks at the programme on show and records which programmes have been held since the last look."""

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kiosk.base.clock import Clock, ClockStatus, parse_local_time
from kiosk.base.errors import KioskError
from kiosk.base.settings import Settings
from kiosk.base.time_zones import DEFAULT_ZONE
from kiosk.base.time_zones import zone as time_zone
from kiosk.library.library_paths import LibraryPaths
from kiosk.programme.shown_programme import ShownProgramme, open_library
from kiosk.store.programme_record import (
    HeldProgramme,
    ProgrammeKey,
    change_programmes,
    read_programmes,
    write_outcome,
)
from kiosk.visits.month.held import Statement, merge, state_held


@dataclass(frozen=True, slots=True)
class Look:
    """What is known when somebody looks: the settings, the programme on show, the time.

    `shown` is None without a valid programme, `now` (UTC seconds) None while the clock cannot be trusted.
    `today` is the time to date things with. The record of a rehearsal (`is_rehearsed`) is a file of its own.
    """

    settings: Settings
    shown: ShownProgramme | None
    now: int | None
    today: int
    is_rehearsed: bool

    @property
    def zone(self) -> str:
        """The IANA zone of the Corner, in which a month begins."""
        return self.shown.catalogue.campaign().zone if self.shown else DEFAULT_ZONE

    @property
    def file(self) -> Path:
        """The record."""
        return LibraryPaths(self.settings.library.absolute()).programmes(rehearsed=self.is_rehearsed)

    def record(self) -> tuple[list[HeldProgramme], KioskError | None]:
        """Record the programmes held and return them, with the error of a record that cannot be written.

        Raises what `read_programmes` raises.
        """
        recorded = read_programmes(self.file)
        statement = self._statement(recorded)
        try:
            change_programmes(self.file, partial(merge, statement=statement))
        except KioskError as error:
            return merge(recorded, statement), error
        return merge(recorded, statement), None

    def type_outcome(self, key: ProgrammeKey, attended: int | None, *, called_off: bool = False) -> None:
        """Record what staff have typed in; raises what `change_programmes` and `write_outcome` raise."""
        if error := self.record()[1]:
            raise error
        write_outcome(self.file, key, attended, called_off=called_off)

    def _statement(self, recorded: list[HeldProgramme]) -> Statement:
        """What the programme says; nothing with a clock that is wrong, or where the Corner is not known."""
        if self.shown is None or self.now is None or not self.settings.corner:
            return {}
        return state_held(self.shown, self.settings.corner, self.now, recorded)


def open_look(settings: Settings, at: str | None = None) -> Look:
    """A look now, or a rehearsed one at the local time `at`; KioskError 'clock.at' for what is no time."""
    shown: ShownProgramme | None = None
    with suppress(KioskError):
        shown = open_library(settings.library)
    zone = shown.catalogue.campaign().zone if shown else DEFAULT_ZONE
    if at:
        now = parse_local_time(at, time_zone(zone))
        return Look(settings, shown, now, now, is_rehearsed=True)
    reading = Clock.system(shown.floor if shown else 0).read()
    trusted = reading.now if reading.status is ClockStatus.PLAUSIBLE else None
    return Look(settings, shown, trusted, reading.effective, is_rehearsed=False)


def record_before_change(settings: Settings, library: Path) -> None:
    """Record what was held, because the programme that the library shows is about to change.

    What cannot be recorded now does not keep anybody from the change; the hourly record has most of it.
    """
    if settings.corner:
        with suppress(KioskError):
            open_look(replace(settings, library=library)).record()
