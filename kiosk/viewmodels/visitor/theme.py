"""The page of one theme or of the whole programme: its events and their filters."""

from dataclasses import asdict

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.programme.facets import Filters
from kiosk.viewmodels.search_setup import prepare_search
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.filter_bar import FilterBar
from kiosk.viewmodels.visitor.shared.lazy_event_list import LazyEventList
from kiosk.viewmodels.visitor.shared.next_events import after_list

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

ALL_THEMES_COLOUR = "#0B1F3A"


@QmlElement
class ThemePage(Page):
    """The filtered list of events; an empty theme id stands for the whole programme."""

    changed = Signal()
    contentReplaced = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._is_open = False
        self.filter_bar = FilterBar(session, self)
        self.filter_bar.filtersChanged.connect(self._show_from_top)
        self._events, self._next_events = EventRows(self), EventRows(self)
        self._title = self._tagline = self._colour = ""

    def open(self, theme_id: str = "") -> None:
        """Show a theme without further filters."""
        self._apply(Filters(theme=theme_id))

    def prepare(self) -> None:
        """Show the first theme."""
        if self._session.programme:
            self.open(next((theme.id for theme in self._session.programme.catalogue.themes()), ""))

    def filter_by_place(self, place_id: str) -> None:
        """Show the events in a city or at another venue."""
        self._apply(Filters(city=place_id))

    def reset(self) -> None:
        """Remove filters and events: the visitor has left, or the programme has changed."""
        self._is_open = False
        self.filter_bar.set_filters(Filters())
        self._events.show([])
        self._next_events.show([])

    @property
    def view_state(self) -> Filters:
        """The theme and filters."""
        return self.filter_bar.filters

    def restore(self, filters: Filters) -> None:
        """Apply a theme and filters again; if they are applied already, the list keeps its position."""
        if filters == self.view_state:
            self.refresh()
        else:
            self._apply(filters)

    def _apply(self, filters: Filters) -> None:
        self.filter_bar.set_filters(filters)
        prepare_search(self._session)
        self._show_from_top()

    @Slot()
    def _show_from_top(self) -> None:
        self._is_open = True
        self.refresh()
        self.contentReplaced.emit()

    def refresh(self) -> None:
        """Derive everything from the session."""
        session = self._session
        if session.programme is None or not self._is_open:
            return
        catalogue = session.programme.catalogue
        if id := self.view_state.theme:
            theme = session.theme(id)
            self._title, self._tagline = session.localise(theme.title), session.localise(theme.tagline)
            self._colour = theme.colour
        else:
            self._title = session.translator.text("screens.home.coming_up")
            self._tagline = session.localise(catalogue.campaign().title)
            self._colour = ALL_THEMES_COLOUR
        self.filter_bar.refresh()
        options = asdict(self.view_state)
        found = catalogue.find_events(session.now, registration_open=options.pop("free_places"), **options)
        self._events.show(LazyEventList(found, session))
        stands_alone = self.filter_bar.isFiltered or not self.view_state.theme
        self._next_events.show([] if stands_alone else after_list(session, found))
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

    @Property(EventRows, constant=True)
    def nextEvents(self) -> EventRows:
        """What comes next, where the unfiltered list of a theme leaves room."""
        return self._next_events
