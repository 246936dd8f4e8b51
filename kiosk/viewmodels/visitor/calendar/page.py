"""The calendar page: a month with its days, and the agenda of the selected day."""

from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.time_zones import local_date
from kiosk.i18n.translator import capitalise
from kiosk.programme.month_calendar import CalendarMonth, add_months, add_months_in_range, build_month
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.calendar.agenda import Agenda
from kiosk.viewmodels.visitor.calendar.month_rows import DayRows, LegendRows, day_rows, legend_rows
from kiosk.viewmodels.visitor.calendar.suggestion import Selection
from kiosk.viewmodels.visitor.page import Page

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

UNDATED_EVENTS = "undated"
"""Selected instead of a day: the events of the month that have no exact day."""


@QmlElement
class CalendarPage(Page):
    """The month and its agenda; without a trusted clock no day is today."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._month_start: date | None = None
        self._selected = ""
        self._month: CalendarMonth | None = None
        self.day_rows = DayRows(self)
        self._legend = LegendRows(self)
        self.agenda = Agenda(session, self)

    def open(self, _: str = "") -> None:
        """Show this month, by the time floor if the clock is not trusted."""
        self._select(date.fromisoformat(self._session.today).replace(day=1))

    def reset(self) -> None:
        """Show no month: the programme has changed."""
        self._month_start, self._month, self._selected = None, None, ""

    @property
    def view_state(self) -> Selection | None:
        """The month and the selection in it; None before the page was opened."""
        return (self._month_start, self._selected) if self._month_start else None

    def restore(self, selection: Selection) -> None:
        """Select again; if the page shows that already, the agenda keeps its position."""
        if selection == self.view_state:
            self.refresh()
            return
        self._select(*selection)

    def _select(self, month_start: date, selected: str = "") -> None:
        self._month_start, self._selected = month_start, selected
        self.agenda.reset()
        self.refresh()
        self.agenda.contentReplaced.emit()

    def refresh(self) -> None:
        """Derive everything from the session."""
        session = self._session
        if session.programme is None or self._month_start is None:
            return
        self._month = build_month(session.programme.catalogue, self._month_start)
        if self._selected == UNDATED_EVENTS and not any(self._month.undated.values()):
            self._selected = ""  # the programme has no undated events in this month any more
        self._selected = self._selected or self._default_selection(self._month)
        day = None if self._selected in ("", UNDATED_EVENTS) else date.fromisoformat(self._selected)
        self.agenda.show(self._month, day, self._today, undated=self._selected == UNDATED_EVENTS)
        self.day_rows.show(day_rows(session, self._month, self._today, self._selected))
        self._legend.show(legend_rows(session, self._month))
        self.changed.emit()

    @property
    def _today(self) -> date | None:
        now = self._session.now
        return None if now is None else local_date(now, self._session.zone)

    def _default_selection(self, month: CalendarMonth) -> str:
        """Today, the first day with events, or the undated events; '' in a month without events."""
        if self._today and self._today.replace(day=1) == month.first:
            return self._today.isoformat()
        if first := next((day for day in month.days if day.times), None):
            return first.date.isoformat()
        return "" if month.is_empty else UNDATED_EVENTS

    @Slot(int)
    def shiftMonth(self, months: int) -> None:
        """Show the month `months` later, or earlier if negative."""
        if self._month_start:
            self._select(add_months_in_range(self._month_start, months))

    @Slot(str)
    def selectDay(self, day: str) -> None:
        """Show the agenda of `day` (ISO)."""
        if self._month_start:
            self._select(self._month_start, day)

    @Slot()
    def selectUndated(self) -> None:
        """Show the undated events of the month."""
        self.selectDay(UNDATED_EVENTS)

    @Slot()
    def goToday(self) -> None:
        """Select today."""
        self.open()

    @Slot()
    def followSuggestion(self) -> None:
        """Select the suggested day or month."""
        if target := self.agenda.suggestion.target:
            self._select(*target)

    @Property(str, notify=changed)
    def title(self) -> str:
        if self._month_start is None:
            return ""
        return capitalise(dates.format_month(f"{self._month_start:%Y-%m}", self._session.language))

    @Property(str, notify=changed)
    def previous(self) -> str:
        return self._beside(-1)

    @Property(str, notify=changed)
    def next(self) -> str:
        return self._beside(1)

    def _beside(self, months: int) -> str:
        """The short name of a neighbouring month."""
        if self._month_start is None:
            return ""
        neighbour = add_months(self._month_start, months)
        return dates.short_month(f"{neighbour:%Y-%m}", self._session.language)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def weekdays(self) -> list[str]:
        return dates.weekday_names(self._session.language)

    @Property(DayRows, constant=True)
    def days(self) -> DayRows:
        return self.day_rows

    @Property(LegendRows, constant=True)
    def legend(self) -> LegendRows:
        return self._legend

    @Property(bool, notify=changed)
    def hasToday(self) -> bool:
        return self._today is not None

    @Property(bool, notify=changed)
    def todaySelected(self) -> bool:
        return self._today is not None and self._selected == self._today.isoformat()

    @Property(str, notify=changed)
    def undatedLabel(self) -> str:
        count = sum(self._month.undated.values()) if self._month else 0
        return self._session.translator.text("screens.calendar.undated", n=count) if count else ""

    @Property(bool, notify=changed)
    def undatedSelected(self) -> bool:
        return self._selected == UNDATED_EVENTS

    @Property(str, notify=changed)
    def heading(self) -> str:
        session = self._session
        if self._selected == UNDATED_EVENTS:
            return session.translator.text("screens.calendar.undated_title")
        if not self._selected:
            return ""
        weekday = dates.format_weekday(self._selected, session.language, session.moment, session.zone)
        return capitalise(weekday)

    @Property(Agenda, constant=True)
    def dayAgenda(self) -> Agenda:
        return self.agenda
