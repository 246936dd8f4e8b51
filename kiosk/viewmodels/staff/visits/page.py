"""The page of visits: how the kiosk has been used, and the same as a table for a stick."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.viewmodels.background.child_process import ChildProcess, ChildReply
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.packs.rows import FigureRows
from kiosk.viewmodels.staff.page import StaffPage
from kiosk.viewmodels.staff.visits.rows import (
    PERIODS,
    BarRows,
    Counted,
    PeriodRow,
    PeriodRows,
    event_rows,
    figure_rows,
    language_rows,
    span,
    time_rows,
)

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

SLOW = 30_000
"""Milliseconds after which a stick that does not take a table is given up."""


@QmlElement
class VisitsPage(StaffPage):
    """The numbers of a period, read and saved by children."""

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(session, background, parent)
        self._periods, self._figures = PeriodRows(self), FigureRows(self)
        self._time, self._events, self._languages = BarRows(self), BarRows(self), BarRows(self)
        self._period = PERIODS[1]
        self._reader: ChildProcess | None = None
        self._saver: ChildProcess | None = None
        self._counted: Counted = {}
        self._failed: ChildReply = {}
        self._saved: ChildReply = {}
        self._slow = QTimer(self, interval=SLOW, singleShot=True)
        self._slow.timeout.connect(lambda: self._saver.cancel() if self._saver else None)
        background.stick_watcher.changed.connect(self._plugged)

    def open(self) -> None:
        """Read the numbers as they are now."""
        self._saved = {}
        self._read()

    @Slot(int)
    def choose(self, place: int) -> None:
        """Turn to another period."""
        self._period, self._saved = PERIODS[place], {}
        self._read()

    @Slot(str)
    def save(self, format: str) -> None:
        """Save the numbers of this period on the stick, as 'csv' or 'xlsx'."""
        stick = self.stick
        if stick is None or self._saver:
            return
        words = ("visits", "export", stick.path, *self._span, "--format", format, "--json")
        saver = self._saver = ChildProcess(
            self.background.command(*words, "--language", self.session.language), self
        )
        saver.ended.connect(self._told)
        saver.released.connect(self._free)
        self._saved = {}
        self._slow.start()
        saver.start()
        self.refresh()

    def _read(self) -> None:
        if self._reader:
            self._reader.cancel()
        reader = self._reader = ChildProcess(self.background.command("visits", *self._span, "--json"), self)
        reader.ended.connect(lambda said: self._take(said) if reader is self._reader else None)
        reader.start()
        self.refresh()

    def _take(self, said: ChildReply) -> None:
        self._reader = None
        self._counted, self._failed = said.get("done") or {}, said
        self.refresh()

    @Slot(object)
    def _told(self, said: ChildReply) -> None:
        self._slow.stop()
        self._saved = said
        self.refresh()

    @Slot()
    def _free(self) -> None:
        self._saver = None
        self.refresh()

    @Slot()
    def _plugged(self) -> None:
        if self.stick:
            self._saved = {}
        self.refresh()

    @property
    def _span(self) -> tuple[object, ...]:
        first, last = span(self._period, date.fromisoformat(self.session.today))
        return "--from", first, "--to", last

    def refresh(self) -> None:
        """Say everything in the language of now."""
        session, text = self.session, self.session.translator.text
        chips = [PeriodRow(text(f"visits.period.{name}"), name == self._period) for name in PERIODS]
        self._periods.show(chips)
        counted = self._counted
        self._figures.show(figure_rows(counted, session) if counted else [])
        self._time.show(time_rows(counted, session) if counted else [])
        self._events.show(event_rows(counted, session) if counted else [])
        self._languages.show(language_rows(counted, session) if counted else [])
        self.changed.emit()

    @Property(str, notify=changed)
    def dates(self) -> str:
        """The days the numbers are about."""
        if not self._counted:
            return ""
        return dates.format_days(self._counted["from"], self._counted["to"], self.session.language)

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why there are no numbers, '' when there are."""
        if self._counted or self._reader:
            return ""
        return self._sentence(self._failed)

    @Property(str, notify=changed)
    def line(self) -> str:
        """What has become of the table, or what is needed for one."""
        text = self.session.translator.text
        if done := self._saved.get("done"):
            return text("visits.on_stick", name=Path(done["file"]).name)
        if self._saved:
            return self._sentence(self._saved)
        if self._saver:
            return text("visits.saving")
        if self.stick:
            return ""
        sticks = self.background.stick_watcher.sticks
        if not sticks:
            return text("visits.plug")
        return text("visits.several" if len(sticks) > 1 else "visits.unsafe")

    def _sentence(self, said: ChildReply) -> str:
        error = said.get("error") or {}
        return self.session.localise(error.get("text", {})) or self.session.translator.text("visits.trouble")

    @Property(bool, notify=changed)
    def bad(self) -> bool:
        """Whether `line` tells of a failure."""
        return "error" in self._saved

    @Property(bool, notify=changed)
    def savable(self) -> bool:
        """Whether a table can be saved now."""
        return bool(self.stick and self._counted and not self._saver)

    @Property(PeriodRows, constant=True)
    def periods(self) -> PeriodRows:
        return self._periods

    @Property(FigureRows, constant=True)
    def figures(self) -> FigureRows:
        return self._figures

    @Property(BarRows, constant=True)
    def time(self) -> BarRows:
        return self._time

    @Property(BarRows, constant=True)
    def events(self) -> BarRows:
        return self._events

    @Property(BarRows, constant=True)
    def languages(self) -> BarRows:
        return self._languages
