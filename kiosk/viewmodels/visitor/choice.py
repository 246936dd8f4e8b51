"""The page of a first choice: the events of today, of this evening, of the weekend, for children, free."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.sentence_ids import ScreensId
from kiosk.i18n.translator import capitalise
from kiosk.programme.choices import Choice, HomeProgramme
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.home.door_rows import DOORS
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.lazy_event_list import LazyEventList
from kiosk.viewmodels.visitor.shared.next_events import after_list

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


_OF_TODAY = (Choice.TODAY, Choice.NOW, Choice.EVENING)
_BY_DATE = (*_OF_TODAY, Choice.WEEKEND)
"""Choices that list single dates: a club is there with the date, not with its rule."""


@QmlElement
class ChoicePage(Page):
    """The list of a choice; empty while the page is closed and while the clock cannot be trusted."""

    changed = Signal()
    opened = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._events, self._next_events = EventRows(self), EventRows(self)
        self._choice: Choice | None = None
        self._title = self._tagline = ""

    def open(self, choice: str = "") -> None:
        """Show the choice of that name from its top."""
        self._choice = Choice(choice)
        self.refresh()
        self.opened.emit()

    @property
    def view_state(self) -> Choice | None:
        """The choice; None before the page was opened."""
        return self._choice

    def restore(self, choice: Choice) -> None:
        """Show a choice again; if it is shown already, the list keeps its position."""
        if choice is self._choice:
            self.refresh()
        else:
            self.open(choice.value)

    def reset(self) -> None:
        """Empty the list: the visitor has left, or the programme has changed."""
        self._choice = None
        self._events.show([])
        self._next_events.show([])

    def refresh(self) -> None:
        """Derive everything from the session."""
        session = self._session
        if session.programme is None or self._choice is None:
            return
        title: ScreensId = "screens.badge.today" if self._choice is Choice.TODAY else DOORS[self._choice][0]
        self._title = session.translator.text(title)
        weekday = dates.format_weekday(session.today, session.language, session.moment, session.zone)
        self._tagline = capitalise(weekday) if self._choice in _OF_TODAY else ""
        matches = []
        if session.now is not None:
            programme = HomeProgramme(session.programme.catalogue, session.settings.corner, session.now)
            matches = programme.find(self._choice)
        self._events.show(LazyEventList(matches, session, by_date=self._choice in _BY_DATE))
        self._next_events.show(after_list(session, matches))
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._title

    @Property(str, notify=changed)
    def tagline(self) -> str:
        return self._tagline

    @Property(EventRows, constant=True)
    def events(self) -> EventRows:
        return self._events

    @Property(EventRows, constant=True)
    def nextEvents(self) -> EventRows:
        """What comes next, where the list leaves room."""
        return self._next_events
