"""The calendar page: a month with its days, and the agenda of the selected day."""

from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.sentence_ids import SentenceId
from kiosk.base.time_zones import local_date
from kiosk.i18n.translator import capitalise
from kiosk.programme.month_calendar import CalendarMonth, add_months, add_months_in_range, build_month
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.calendar.agenda import (
    AgendaSection,
    SectionContent,
    day_sections,
    undated_sections,
)
from kiosk.viewmodels.visitor.calendar.month_rows import DayRows, LegendRows, day_rows, legend_rows
from kiosk.viewmodels.visitor.page import Page

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

UNDATED_EVENTS = "undated"
"""Selected instead of a day: the events of the month that have no exact day."""
PAGE_SIZE = 24
"""Cards that are added to a section at once."""

Selection = tuple[date, str]
"""The first day of a month, and what is selected in it: an ISO date, UNDATED_EVENTS, or '' for nothing."""


@QmlElement
class CalendarPage(Page):
    """The month and its agenda; without a trusted clock no day is today."""

    changed = Signal()
    contentReplaced = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._month_start: date | None = None
        self._selected = ""
        self._limit = PAGE_SIZE
        self._month: CalendarMonth | None = None
        self._suggestion: Selection | None = None
        self._suggestion_text = self._empty_text = ""
        self._has_more = False
        self.day_rows = DayRows(self)
        self._legend = LegendRows(self)
        self._sections = [AgendaSection(self) for _ in range(3)]

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
        self._month_start, self._selected, self._limit = month_start, selected, PAGE_SIZE
        self.refresh()
        self.contentReplaced.emit()

    def refresh(self) -> None:
        """Derive everything from the session."""
        session = self._session
        if session.programme is None or self._month_start is None:
            return
        self._month = build_month(session.programme.catalogue, self._month_start)
        if self._selected == UNDATED_EVENTS and not any(self._month.undated.values()):
            self._selected = ""  # the programme has no undated events in this month any more
        self._selected = self._selected or self._default_selection(self._month)
        self._show_agenda(self._month)
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

    def _show_agenda(self, month: CalendarMonth) -> None:
        """Fill the agenda; if it stays empty, suggest the nearest day or month with events."""
        contents: list[SectionContent] = []
        if self._selected == UNDATED_EVENTS:
            contents = undated_sections(self._session, month, self._limit)
        elif self._selected:
            day = date.fromisoformat(self._selected)
            contents = day_sections(self._session, day, self._today, self._limit)
        padded = [*contents, *[SectionContent()] * len(self._sections)]
        for section, content in zip(self._sections, padded, strict=False):
            section.show(content)
        self._has_more = any(content.has_more for content in contents)
        self._empty_text, self._suggestion, self._suggestion_text = "", None, ""
        if not any(content.rows for content in contents):
            self._describe_empty(month, has_heading=any(content.heading for content in contents))

    def _describe_empty(self, month: CalendarMonth, *, has_heading: bool) -> None:
        session = self._session
        assert session.programme is not None
        catalogue, translator, language = (
            session.programme.catalogue,
            session.translator,
            session.language,
        )
        moment, zone = session.moment, session.zone
        if self._selected and not month.is_empty:
            self._empty_text = "" if has_heading else translator.text("screens.calendar.empty_day")
            if day := catalogue.next_day(date.fromisoformat(self._selected), dated=True):
                self._suggestion = day.replace(day=1), day.isoformat()
                weekday = dates.format_weekday(day.isoformat(), language, moment, zone)
                self._suggestion_text = translator.text("screens.calendar.next", date=weekday)
            return
        in_month = dates.format_in_month(f"{month.first:%Y-%m}", language, moment, zone)
        past = self._today is not None and month.last < self._today
        empty: SentenceId = "screens.calendar.empty_past" if past else "screens.calendar.empty_month"
        self._empty_text = capitalise(translator.text(empty, in_month=in_month))
        after = catalogue.next_day(month.last, dated=False)
        if day := after or catalogue.last_day(month.first):
            self._suggestion = day.replace(day=1), ""
            name = dates.format_month(f"{day:%Y-%m}", language, moment, zone)
            line: SentenceId = "screens.calendar.next" if after else "screens.calendar.last"
            self._suggestion_text = translator.text(line, date=name)

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
        if self._suggestion:
            self._select(*self._suggestion)

    @Slot()
    def showMore(self) -> None:
        """Add the next cards to the sections."""
        if self._has_more:
            self._limit += PAGE_SIZE
            self.refresh()

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

    @Property(AgendaSection, constant=True)
    def upper(self) -> AgendaSection:
        return self._sections[0]

    @Property(AgendaSection, constant=True)
    def middle(self) -> AgendaSection:
        return self._sections[1]

    @Property(AgendaSection, constant=True)
    def lower(self) -> AgendaSection:
        return self._sections[2]

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._has_more

    @Property(str, notify=changed)
    def emptyText(self) -> str:
        return self._empty_text

    @Property(str, notify=changed)
    def suggestion(self) -> str:
        return self._suggestion_text

    @Property(bool, notify=changed)
    def suggestionIsLater(self) -> bool:
        """Whether the suggestion is in this month or later."""
        start = self._month_start
        return self._suggestion is not None and start is not None and self._suggestion[0] >= start
