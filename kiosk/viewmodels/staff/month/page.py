"""The page Month: the report of a calendar month, the attendance that staff type in, and its export."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.time_zones import start_of_day
from kiosk.i18n.translator import capitalise
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot, contained
from kiosk.viewmodels.staff.month.attendance_pad import AttendancePad
from kiosk.viewmodels.staff.month.rows import (
    HeldRows,
    MonthFigures,
    ThemeTotalRows,
    held_row,
    theme_rows,
    total_rows,
    use_rows,
)
from kiosk.viewmodels.staff.packs.rows import NumberRows
from kiosk.viewmodels.staff.page import StaffPage
from kiosk.viewmodels.staff.table_saver import TableSaver

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

ROWS_AT_A_TIME = 40


@QmlElement
class MonthPage(StaffPage):
    """The report of a month; child processes read, record and save it."""

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(session, background, parent)
        self._totals, self._use = NumberRows(self), NumberRows(self)
        self._themes, self._programmes = ThemeTotalRows(self), HeldRows(self)
        self._month = ""
        self._rows_shown = ROWS_AT_A_TIME
        self._reader: ChildProcess | None = None
        self._figures: MonthFigures = {}
        self._reply: ChildReply = {}
        self._pad = AttendancePad(session, background, self)
        self._pad.saved.connect(self._read)
        self.saver = TableSaver(self)
        self.saver.changed.connect(self.refresh)

    def open(self) -> None:
        """Read the report of this month."""
        self._pad.close()
        self._show_month("")

    @Slot(int)
    def shift(self, months: int) -> None:
        """Show the month before (-1) or after (1), as far as there is one."""
        if month := self._neighbour(months):
            self._show_month(month)

    @Slot(int)
    def choose(self, place: int) -> None:
        """Open the pad for the programme in that row."""
        if not self._reader:
            self._pad.open(self._newest_first[place])

    @Slot()
    def showMore(self) -> None:
        """Show more programmes."""
        self._rows_shown += ROWS_AT_A_TIME
        self.refresh()

    @Slot(str)
    def save(self, format: str) -> None:
        """Save the report on the stick, as 'csv' or 'xlsx'."""
        if self.target and self._figures:
            month = ("--month", self._figures["month"], *self.background.time_options)
            self.saver.save("month", "export", self.target.path, *month, "--format", format, "--json")

    def _show_month(self, month: str) -> None:
        """Read the report of that month, '' for this one."""
        self._month, self._rows_shown = month, ROWS_AT_A_TIME
        self.saver.forget()
        self._read()

    @property
    def _asked_month(self) -> str:
        """The month that was asked for last."""
        return self._month or (self._figures["last"] if self._figures else self.session.today[:7])

    def _neighbour(self, months: int) -> str:
        """The month before (-1) or after (1) the one that was asked for; '' beyond the first or last."""
        asked, figures = date.fromisoformat(f"{self._asked_month}-01"), self._figures
        name = f"{asked + timedelta(days=31) if months > 0 else asked - timedelta(days=1):%Y-%m}"
        first, last = (figures["first"], figures["last"]) if figures else ("", self._asked_month)
        return name if first <= name <= last else ""

    @Slot()
    def _read(self) -> None:
        if self._reader:
            self._reader.cancel()
        month = ("--month", self._month) if self._month else ()
        command = self.background.command("month", *month, *self.background.time_options, "--json")
        reader = self._reader = ChildProcess(command, self)
        reader.ended.connect(
            contained(self, lambda reply: self._handle_report(reply) if reader is self._reader else None)
        )
        reader.start()
        self.refresh()

    def _handle_report(self, reply: ChildReply) -> None:
        self._reader = None
        self._figures, self._reply = reply.get("done") or {}, reply
        self._pad.close()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Update all texts in the current language."""
        figures, session = self._figures, self.session
        self._totals.show(total_rows(figures, session) if figures else [])
        self._use.show(use_rows(figures, session) if figures else [])
        self._themes.show(theme_rows(figures, session) if figures else [])
        self._programmes.show([held_row(one, session) for one in self._newest_first[: self._rows_shown]])
        self._pad.changed.emit()
        self.changed.emit()

    @property
    def _newest_first(self) -> list[Mapping[str, Any]]:
        """The programmes of the month; what staff have a number for now is usually the last one."""
        return self._figures["programmes"][::-1] if self._figures else []

    def _neighbour_name(self, months: int) -> str:
        """The name of a month before or after, with its year where that is another one."""
        month, zone = self._neighbour(months), self.session.zone
        if not month:
            return ""
        asked = start_of_day(date.fromisoformat(f"{self._asked_month}-01"), zone)
        return capitalise(dates.format_month(month, self.session.language, asked, zone))

    @Property(str, notify=changed)
    def month(self) -> str:
        """The name of the month: 'April 2016'."""
        month = self._figures["month"] if self._figures else self._asked_month
        return capitalise(dates.format_month(month, self.session.language))

    @Property(str, notify=changed)
    def before(self) -> str:
        """The name of the month before, '' for none."""
        return self._neighbour_name(-1)

    @Property(str, notify=changed)
    def after(self) -> str:
        """The name of the month after, '' for none."""
        return self._neighbour_name(1)

    @Property(str, notify=changed)
    def notes(self) -> str:
        """What staff should know about the figures, one sentence a line."""
        notes = self._figures["notes"] if self._figures else []
        return "\n".join(self.session.localise(note["text"]) for note in notes)

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why there is no report, '' when there is one."""
        if self._figures or self._reader:
            return ""
        return self.session.localise(error_text(self._reply)) or self.session.translator.text(
            "visits.trouble"
        )

    @Property(bool, notify=changed)
    def isRead(self) -> bool:
        """Whether there is a report."""
        return bool(self._figures)

    @Property(bool, notify=changed)
    def knowsCorner(self) -> bool:
        """Whether it can be told what was held here."""
        return bool(self._figures and self._figures["corner"])

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        """Whether there are more programmes than are shown."""
        return len(self._newest_first) > self._rows_shown

    @Property(str, notify=changed)
    def moreText(self) -> str:
        """How many programmes are not shown yet: '5 more'."""
        rest = len(self._newest_first) - self._rows_shown
        return self.session.translator.plural("month.rest", rest) if rest > 0 else ""

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
        """Whether the report can be saved now."""
        return bool(self.target and self._figures and not self.saver.is_running)

    @Property(AttendancePad, constant=True)
    def pad(self) -> AttendancePad:
        return self._pad

    @Property(NumberRows, constant=True)
    def totals(self) -> NumberRows:
        return self._totals

    @Property(NumberRows, constant=True)
    def use(self) -> NumberRows:
        return self._use

    @Property(ThemeTotalRows, constant=True)
    def themes(self) -> ThemeTotalRows:
        return self._themes

    @Property(HeldRows, constant=True)
    def programmes(self) -> HeldRows:
        return self._programmes
