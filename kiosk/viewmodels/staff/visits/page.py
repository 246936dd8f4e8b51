"""The page Visits: the counts of a period, also saved as a table on a stick."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot, contained
from kiosk.viewmodels.staff.packs.rows import NumberRows
from kiosk.viewmodels.staff.page import StaffPage
from kiosk.viewmodels.staff.table_saver import TableSaver
from kiosk.viewmodels.staff.visits.rows import (
    PERIODS,
    BarRows,
    PeriodRow,
    PeriodRows,
    VisitCounts,
    VisitPeriod,
    event_rows,
    language_rows,
    number_rows,
    span,
    time_rows,
)

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class VisitsPage(StaffPage):
    """The counts of a period; child processes read and save them."""

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(session, background, parent)
        self._periods, self._numbers = PeriodRows(self), NumberRows(self)
        self._time, self._events, self._languages = BarRows(self), BarRows(self), BarRows(self)
        self._period: VisitPeriod = "month"
        self._reader: ChildProcess | None = None
        self._counts: VisitCounts = {}
        self._count_reply: ChildReply = {}
        self.saver = TableSaver(self)
        self.saver.changed.connect(self.refresh)

    def open(self) -> None:
        """Read the current counts."""
        self.saver.forget()
        self._read()

    @Slot(int)
    def choose(self, place: int) -> None:
        """Show another period."""
        self._period = list(PERIODS)[place]
        self.saver.forget()
        self._read()

    @Slot(str)
    def save(self, format: str) -> None:
        """Save the counts of this period on the stick, as 'csv' or 'xlsx'."""
        if self.target:
            command = ("visits", "export", self.target.path, *self._span_options, "--format", format)
            self.saver.save(*command, "--json")

    def _read(self) -> None:
        if self._reader:
            self._reader.cancel()
        reader = self._reader = ChildProcess(
            self.background.command("visits", *self._span_options, "--json"), self
        )
        reader.ended.connect(
            contained(self, lambda reply: self._handle_counts(reply) if reader is self._reader else None)
        )
        reader.start()
        self.refresh()

    def _handle_counts(self, reply: ChildReply) -> None:
        self._reader = None
        self._counts, self._count_reply = reply.get("done") or {}, reply
        self.refresh()

    @property
    def _span_options(self) -> tuple[object, ...]:
        first, last = span(self._period, date.fromisoformat(self.session.today))
        return "--from", first, "--to", last

    @Slot()
    def refresh(self) -> None:
        """Update all texts in the current language."""
        session, text = self.session, self.session.translator.text
        chips = [PeriodRow(text(id), period == self._period) for period, id in PERIODS.items()]
        self._periods.show(chips)
        counts = self._counts
        self._numbers.show(number_rows(counts, session) if counts else [])
        self._time.show(time_rows(counts, session) if counts else [])
        self._events.show(event_rows(counts, session) if counts else [])
        self._languages.show(language_rows(counts, session) if counts else [])
        self.changed.emit()

    @Property(str, notify=changed)
    def dates(self) -> str:
        """The days of the counts."""
        if not self._counts:
            return ""
        return dates.format_days(self._counts["from"], self._counts["to"], self.session.language)

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why there are no counts, '' when there are."""
        if self._counts or self._reader:
            return ""
        text = self.session.localise(error_text(self._count_reply))
        return text or self.session.translator.text("visits.trouble")

    @Property(str, notify=changed)
    def message(self) -> str:
        """The outcome of saving, or what is needed for it."""
        return self.saver.message

    @Property(bool, notify=changed)
    def hasFailed(self) -> bool:
        """Whether `message` is an error."""
        return self.saver.has_failed

    @Property(bool, notify=changed)
    def canSave(self) -> bool:
        """Whether a table can be saved now."""
        return bool(self.target and self._counts and not self.saver.is_running)

    @Property(PeriodRows, constant=True)
    def periods(self) -> PeriodRows:
        return self._periods

    @Property(NumberRows, constant=True)
    def numbers(self) -> NumberRows:
        return self._numbers

    @Property(BarRows, constant=True)
    def time(self) -> BarRows:
        return self._time

    @Property(BarRows, constant=True)
    def events(self) -> BarRows:
        return self._events

    @Property(BarRows, constant=True)
    def languages(self) -> BarRows:
        return self._languages
