"""The table of the visitor pages; imported after the first picture, which needs only the attract loop."""

from typing import NamedTuple, Self, get_type_hints

from PySide6.QtCore import QObject

from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.attract import AttractPage
from kiosk.viewmodels.visitor.calendar.page import CalendarPage
from kiosk.viewmodels.visitor.choice import ChoicePage
from kiosk.viewmodels.visitor.event.page import EventPage
from kiosk.viewmodels.visitor.home.page import HomePage
from kiosk.viewmodels.visitor.map.page import MapPage
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.past import PastPage
from kiosk.viewmodels.visitor.search.page import SearchPage
from kiosk.viewmodels.visitor.theme import ThemePage
from kiosk.viewmodels.visitor.tray.page import TrayPage
from kiosk.viewmodels.visitor.unavailable import UnavailablePage


class Pages(NamedTuple):
    """The view-models of all visitor pages: HomeScreen.qml shows `home` and gets it as its `page`."""

    attract: AttractPage
    home: HomePage
    theme: ThemePage
    event: EventPage
    calendar: CalendarPage
    map: MapPage
    search: SearchPage
    past: PastPage
    choice: ChoicePage
    tray: TrayPage
    unavailable: UnavailablePage

    @classmethod
    def create(cls, session: Session, parent: QObject, attract: AttractPage) -> Self:
        """Create all pages for one window but the attract loop, which it has already."""
        kinds = get_type_hints(cls)
        others = {name: kinds[name](session, parent) for name in cls._fields if name != "attract"}
        return cls(attract=attract, **others)

    def by_name(self, name: str) -> Page:
        """The page with that name; KeyError when there is none."""
        return dict(zip(self._fields, self, strict=True))[name]
