"""One theme, or the whole programme: its events, and the filters that narrow them down."""

from dataclasses import asdict

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.programme.facets import Filters
from kiosk.viewmodels.search_setup import prepare_search
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.filter_bar import FilterBar
from kiosk.viewmodels.visitor.shared.lazy_list import LongList

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

EVERY_THEME_COLOUR = "#0B1F3A"


@QmlElement
class ThemePage(Page):
    """What a theme page shows; an empty theme id stands for the whole programme."""

    changed = Signal()
    turned = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._open = False
        self.filter_bar = FilterBar(session, self)
        self.filter_bar.narrowed.connect(self._turn)
        self._events = EventRows(self)
        self._title = self._tagline = self._colour = ""

    def open(self, theme_id: str = "") -> None:
        """Turn to a theme with no filter set."""
        self._begin(Filters(theme=theme_id))

    def narrow(self, place_id: str) -> None:
        """Turn to what is on in a city, or in another place of events."""
        self._begin(Filters(city=place_id))

    def reset(self) -> None:
        """Turn to no theme and to no event: whoever looked at them has left, or they are no longer shown."""
        self._open = False
        self.filter_bar.begin(Filters())
        self._events.show([])

    @property
    def view_state(self) -> Filters:
        """The theme and filters on the page, to come back to."""
        return self.filter_bar.filters

    def restore(self, filters: Filters) -> None:
        """Turn to a theme and filters as they were; to those on the page already, without moving the list."""
        if filters == self.view_state:
            self.refresh()
        else:
            self._begin(filters)

    def _begin(self, filters: Filters) -> None:
        self.filter_bar.begin(filters)
        prepare_search(self._session)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        self._open = True
        self.refresh()
        self.turned.emit()

    def refresh(self) -> None:
        """Derive everything from the session."""
        session = self._session
        if session.programme is None or not self._open:
            return
        catalogue = session.programme.catalogue
        if id := self.view_state.theme:
            theme = session.theme(id)
            self._title, self._tagline = session.say(theme.title), session.say(theme.tagline)
            self._colour = theme.colour
        else:
            self._title = session.translator.text("screens.home.coming_up")
            self._tagline = session.say(catalogue.campaign().title)
            self._colour = EVERY_THEME_COLOUR
        self.filter_bar.refresh()
        wanted = asdict(self.view_state)
        found = catalogue.find_events(session.now, registration_open=wanted.pop("free_places"), **wanted)
        self._events.show(LongList(found, session))
        self.changed.emit()

    @Property(str, notify=changed)
    def themeId(self) -> str:
        return self.view_state.theme

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._title

    @Property(str, notify=changed)
    def tagline(self) -> str:
        return self._tagline

    @Property(str, notify=changed)
    def colour(self) -> str:
        return self._colour

    @Property(FilterBar, constant=True)
    def filters(self) -> FilterBar:
        return self.filter_bar

    @Property(EventRows, constant=True)
    def events(self) -> EventRows:
        return self._events
