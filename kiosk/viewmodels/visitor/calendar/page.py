"""The calendar page: a month with its days, and what is on, on the day that is chosen."""

from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.time_zones import local_date
from kiosk.i18n.translator import capitalise
from kiosk.programme.month_calendar import CalendarMonth, add_months, add_months_in_range, build_month
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.calendar.agenda import Content, Part, day_parts, undated_parts
from kiosk.viewmodels.visitor.calendar.month_rows import DayRows, LegendRows, day_rows, legend_rows
from kiosk.viewmodels.visitor.page import Page

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

UNDATED = "undated"
"""Chosen instead of a day: what has none."""
PAGE = 24
"""How many cards of a part are made at once; more come when they are asked for."""

Place = tuple[date, str]
"""The first day of a month, and what of it is chosen: an ISO date, UNDATED, '' for nothing."""


@QmlElement
class CalendarPage(Page):
    """What the calendar shows; without a trusted clock no day is today."""

    changed = Signal()
    contentReplaced = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._first: date | None = None
        self._chosen = ""
        self._most = PAGE
        self._month: CalendarMonth | None = None
        self._offer: Place | None = None
        self._offer_line = self._empty = ""
        self._more = False
        self.day_rows = DayRows(self)
        self._legend = LegendRows(self)
        self._parts = [Part(self) for _ in range(3)]

    def open(self, _: str = "") -> None:
        """Turn to today, or without a trusted clock to the month that is most likely."""
        self._turn(date.fromisoformat(self._session.today).replace(day=1))

    def reset(self) -> None:
        """Turn to no month: the programme it was of is no longer shown."""
        self._first, self._month, self._chosen = None, None, ""

    @property
    def view_state(self) -> Place | None:
        """The month and what of it is chosen, to come back to."""
        return (self._first, self._chosen) if self._first else None

    def restore(self, place: Place) -> None:
        """Turn to a month and choice as they were; to those on the page already, without moving the list."""
        if place == self.view_state:
            self.refresh()
            return
        self._turn(*place)

    def _turn(self, first: date, chosen: str = "") -> None:
        self._first, self._chosen, self._most = first, chosen, PAGE
        self.refresh()
        self.contentReplaced.emit()

    def refresh(self) -> None:
        """Derive everything from the session."""
        session = self._session
        if session.programme is None or self._first is None:
            return
        self._month = build_month(session.programme.catalogue, self._first)
        if self._chosen == UNDATED and not any(self._month.undated.values()):
            self._chosen = ""  # what had no day has got one, or is no longer in the programme
        self._chosen = self._chosen or self._likely(self._month)
        self._show(self._month)
        self.day_rows.show(day_rows(session, self._month, self._today, self._chosen))
        self._legend.show(legend_rows(session, self._month))
        self.changed.emit()

    @property
    def _today(self) -> date | None:
        now = self._session.now
        return None if now is None else local_date(now, self._session.zone)

    def _likely(self, month: CalendarMonth) -> str:
        """What somebody who turns to a month wants to see of it: today, or the first that is on."""
        if self._today and self._today.replace(day=1) == month.first:
            return self._today.isoformat()
        if busy := next((day for day in month.days if day.times), None):
            return busy.date.isoformat()
        return "" if month.empty else UNDATED

    def _show(self, month: CalendarMonth) -> None:
        """Fill the agenda; where it stays empty, say so and offer what is nearest."""
        contents: list[Content] = []
        if self._chosen == UNDATED:
            contents = undated_parts(self._session, month, self._most)
        elif self._chosen:
            contents = day_parts(self._session, date.fromisoformat(self._chosen), self._today, self._most)
        for part, content in zip(self._parts, [*contents, Content(), Content(), Content()], strict=False):
            part.show(content)
        self._more = any(content.more for content in contents)
        self._empty, self._offer, self._offer_line = "", None, ""
        if not any(content.rows for content in contents):
            self._say_empty(month, told=any(content.heading for content in contents))

    def _say_empty(self, month: CalendarMonth, *, told: bool) -> None:
        session = self._session
        assert session.programme is not None
        catalogue, translator, language = (
            session.programme.catalogue,
            session.translator,
            session.language,
        )
        moment, zone = session.moment, session.zone
        if self._chosen and not month.empty:
            self._empty = "" if told else translator.text("screens.calendar.empty_day")
            if day := catalogue.next_day(date.fromisoformat(self._chosen), dated=True):
                self._offer = day.replace(day=1), day.isoformat()
                said = dates.format_weekday(day.isoformat(), language, moment, zone)
                self._offer_line = translator.text("screens.calendar.next", date=said)
            return
        in_month = dates.format_in_month(f"{month.first:%Y-%m}", language, moment, zone)
        past = self._today is not None and month.last < self._today
        empty = "screens.calendar.empty_past" if past else "screens.calendar.empty_month"
        self._empty = capitalise(translator.text(empty, in_month=in_month))
        after = catalogue.next_day(month.last, dated=False)
        if day := after or catalogue.last_day(month.first):
            self._offer = day.replace(day=1), ""
            said = dates.format_month(f"{day:%Y-%m}", language, moment, zone)
            line = "screens.calendar.next" if after else "screens.calendar.last"
            self._offer_line = translator.text(line, date=said)

    @Slot(int)
    def turn(self, months: int) -> None:
        """Turn so many months on, or back."""
        if self._first:
            self._turn(add_months_in_range(self._first, months))

    @Slot(str)
    def choose(self, day: str) -> None:
        """Show what is on, on that day (ISO)."""
        if self._first:
            self._turn(self._first, day)

    @Slot()
    def chooseUndated(self) -> None:
        """Show what has no day."""
        self.choose(UNDATED)

    @Slot()
    def goToday(self) -> None:
        """Turn to today."""
        self.open()

    @Slot()
    def takeOffer(self) -> None:
        """Turn to what is nearest."""
        if self._offer:
            self._turn(*self._offer)

    @Slot()
    def showMore(self) -> None:
        """Make the next cards of a long list."""
        if self._more:
            self._most += PAGE
            self.refresh()

    @Property(str, notify=changed)
    def title(self) -> str:
        return (
            capitalise(dates.format_month(f"{self._first:%Y-%m}", self._session.language))
            if self._first
            else ""
        )

    @Property(str, notify=changed)
    def previous(self) -> str:
        return self._beside(-1)

    @Property(str, notify=changed)
    def next(self) -> str:
        return self._beside(1)

    def _beside(self, months: int) -> str:
        """What the month beside this one is called, in short."""
        if self._first is None:
            return ""
        return dates.short_month(f"{add_months(self._first, months):%Y-%m}", self._session.language)

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
    def clocked(self) -> bool:
        return self._today is not None

    @Property(bool, notify=changed)
    def onToday(self) -> bool:
        return self._today is not None and self._chosen == self._today.isoformat()

    @Property(str, notify=changed)
    def undated(self) -> str:
        number = sum(self._month.undated.values()) if self._month else 0
        return self._session.translator.text("screens.calendar.undated", n=number) if number else ""

    @Property(bool, notify=changed)
    def onUndated(self) -> bool:
        return self._chosen == UNDATED

    @Property(str, notify=changed)
    def heading(self) -> str:
        session = self._session
        if self._chosen == UNDATED:
            return session.translator.text("screens.calendar.undated_title")
        if not self._chosen:
            return ""
        return capitalise(dates.format_weekday(self._chosen, session.language, session.moment, session.zone))

    @Property(Part, constant=True)
    def upper(self) -> Part:
        return self._parts[0]

    @Property(Part, constant=True)
    def middle(self) -> Part:
        return self._parts[1]

    @Property(Part, constant=True)
    def lower(self) -> Part:
        return self._parts[2]

    @Property(bool, notify=changed)
    def more(self) -> bool:
        return self._more

    @Property(str, notify=changed)
    def empty(self) -> str:
        return self._empty

    @Property(str, notify=changed)
    def offer(self) -> str:
        return self._offer_line

    @Property(bool, notify=changed)
    def onward(self) -> bool:
        """Whether what is offered lies ahead."""
        return self._offer is not None and self._first is not None and self._offer[0] >= self._first
