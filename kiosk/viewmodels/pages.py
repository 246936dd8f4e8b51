"""The table of the pages a visitor can meet."""

from typing import NamedTuple, Self, get_type_hints

from PySide6.QtCore import QObject

from kiosk.viewmodels.ask import AskPage
from kiosk.viewmodels.attract import AttractPage
from kiosk.viewmodels.calendar import CalendarPage
from kiosk.viewmodels.event import EventPage
from kiosk.viewmodels.home import HomePage
from kiosk.viewmodels.map import MapPage
from kiosk.viewmodels.page import Page
from kiosk.viewmodels.past import PastPage
from kiosk.viewmodels.search import SearchPage
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.theme import ThemePage
from kiosk.viewmodels.tray import TrayPage


class Pages(NamedTuple):
    """A page a line: `home` is shown by HomeScreen.qml, which gets the view-model as its `page`."""

    attract: AttractPage
    home: HomePage
    theme: ThemePage
    event: EventPage
    calendar: CalendarPage
    map: MapPage
    search: SearchPage
    past: PastPage
    tray: TrayPage
    ask: AskPage

    @classmethod
    def made(cls, session: Session, parent: QObject) -> Self:
        """All of them, for one window."""
        return cls(**{name: page(session, parent) for name, page in get_type_hints(cls).items()})

    def named(self, name: str) -> Page:
        """The page of that name; KeyError when there is none."""
        return dict(zip(self._fields, self, strict=True))[name]
