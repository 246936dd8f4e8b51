"""The agenda of the calendar: a day from now on with its filters, or the undated events of a month."""

from datetime import date
from typing import get_args

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.events.timing import is_past
from kiosk.programme.day_filters import filter_values, passes
from kiosk.programme.month_calendar import CalendarMonth
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.calendar.agenda_content import (
    Contents,
    DayCards,
    Place,
    corner_contents,
    day_cards,
    day_contents,
    earlier_content,
    undated_contents,
)
from kiosk.viewmodels.visitor.calendar.agenda_section import AgendaSection, SectionContent
from kiosk.viewmodels.visitor.calendar.day_filter_bar import DayFilterBar
from kiosk.viewmodels.visitor.calendar.suggestion import (
    Suggestion,
    suggest_after_day,
    suggest_after_month,
)

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

PAGE_SIZE = 24
"""Cards that are added to a section at once."""
_OF_THE_DAY: tuple[Place, ...] = ("upper", "lower")
"""The sections of what is still on at the selected day."""


@QmlElement
class Agenda(QObject):
    """Sections from the top; when a day has nothing more, what comes next and what may fall into its month.

    What is over of today is shown when a visitor asks for it, or when nothing else is left of today.
    """

    changed = Signal()
    contentReplaced = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[CalendarMonth, date | None, date | None, bool] | None = None
        self._limit = PAGE_SIZE
        self._shows_earlier = self._has_more = False
        self._earlier_label = ""
        self._suggestion = Suggestion()
        self._sections: dict[Place, AgendaSection] = {place: AgendaSection(self) for place in get_args(Place)}
        self.filter_bar = DayFilterBar(session, self)
        self.filter_bar.filtersChanged.connect(self._show_from_top)

    def reset(self) -> None:
        """Begin at the top, without filters: something else is selected."""
        self._limit, self._shows_earlier = PAGE_SIZE, False
        self.filter_bar.reset()

    def show(self, month: CalendarMonth, day: date | None, today: date | None, *, undated: bool) -> None:
        """Show a day of the month, its `undated` events, or (with neither) that it has no events."""
        self._shown = month, day, today, undated
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Derive everything from the session."""
        if self._shown is None:
            return
        month, day, today, undated = self._shown
        self._suggestion, self._earlier_label = Suggestion(), ""
        contents: Contents = {}
        if day:
            contents = self._day_contents(day, is_today=day == today)
        else:
            self.filter_bar.show([])
        if not any(contents[place].rows for place in _OF_THE_DAY if place in contents):
            contents |= undated_contents(self._session, month, self._limit)
            if not undated:
                self._suggestion = self._suggest(month, day, today, contents)
        for place, section in self._sections.items():
            section.show(contents.get(place, SectionContent()))
        self._has_more = any(content.has_more for content in contents.values())
        self.changed.emit()

    def _day_contents(self, day: date, *, is_today: bool) -> Contents:
        session = self._session
        found = day_cards(session, day)
        values = {match: filter_values(card, day, session.zone) for match, card in found.items()}
        is_over = {match: is_today and is_past(card.occurrence, session.now) for match, card in found.items()}
        offered = (values[match] for match in found if self._shows_earlier or not is_over[match])
        self.filter_bar.show(list(offered))
        filters = self.filter_bar.filters
        chosen = {match: card for match, card in found.items() if passes(values[match], filters)}
        coming, over = (
            {match: card for match, card in chosen.items() if is_over[match] == wanted}
            for wanted in (False, True)
        )
        return self._in_sections(day, coming, over, is_today=is_today)

    def _in_sections(self, day: date, coming: DayCards, over: DayCards, *, is_today: bool) -> Contents:
        session = self._session
        corner = session.programme and session.programme.catalogue.venue(session.settings.corner)
        if is_today and session.now is not None and corner and not self.filter_bar.isFiltered:
            contents = corner_contents(session, day, coming, over, self._limit)
        else:
            contents = day_contents(session, coming, self._limit)
        if over and (self._shows_earlier or not coming):
            contents |= earlier_content(session, over, self._limit)
        if over and coming:
            self._earlier_label = session.translator.text("screens.calendar.earlier_count", n=len(over))
        return contents

    def _suggest(
        self, month: CalendarMonth, day: date | None, today: date | None, contents: Contents
    ) -> Suggestion:
        """What comes next; a section that says already that nothing is here needs no second sentence."""
        if day is None or month.is_empty:
            return suggest_after_month(self._session, month, today)
        found = suggest_after_day(self._session, month, day, was_something="earlier" in contents)
        return found._replace(empty_text="") if contents["upper"].heading else found

    @property
    def suggestion(self) -> Suggestion:
        """What is offered when nothing, or nothing more, is on."""
        return self._suggestion

    @Slot()
    def toggleEarlier(self) -> None:
        """Show what is over of today, or hide it again."""
        self._shows_earlier = not self._shows_earlier
        self._show_from_top()

    @Slot()
    def _show_from_top(self) -> None:
        self._limit = PAGE_SIZE
        self.refresh()
        self.contentReplaced.emit()

    @Slot()
    def showMore(self) -> None:
        """Add the next cards to the sections."""
        if self._has_more:
            self._limit += PAGE_SIZE
            self.refresh()

    @Property(DayFilterBar, constant=True)
    def filters(self) -> DayFilterBar:
        return self.filter_bar

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._has_more

    @Property(str, notify=changed)
    def earlierLabel(self) -> str:
        """The label of the button for what is over of today; '' when there is nothing to hide."""
        return self._earlier_label

    @Property(bool, notify=changed)
    def showsEarlier(self) -> bool:
        return self._shows_earlier

    @Property(str, notify=changed)
    def emptyText(self) -> str:
        return self._suggestion.empty_text

    @Property(str, notify=changed)
    def offer(self) -> str:
        """The label of the button to the next day or month with events; '' for none."""
        return self._suggestion.label

    @Property(bool, notify=changed)
    def offerIsLater(self) -> bool:
        """Whether the offered day or month is in the shown month or later."""
        target, shown = self._suggestion.target, self._shown
        return target is not None and shown is not None and target[0] >= shown[0].first

    @Property(AgendaSection, constant=True)
    def earlier(self) -> AgendaSection:
        return self._sections["earlier"]

    @Property(AgendaSection, constant=True)
    def upper(self) -> AgendaSection:
        return self._sections["upper"]

    @Property(AgendaSection, constant=True)
    def middle(self) -> AgendaSection:
        return self._sections["middle"]

    @Property(AgendaSection, constant=True)
    def lower(self) -> AgendaSection:
        return self._sections["lower"]

    @Property(AgendaSection, constant=True)
    def within(self) -> AgendaSection:
        return self._sections["within"]

    @Property(AgendaSection, constant=True)
    def perhaps(self) -> AgendaSection:
        return self._sections["perhaps"]

    @Property(AgendaSection, constant=True)
    def year(self) -> AgendaSection:
        return self._sections["year"]
