"""What an event's page shows where its text leaves room: its places on a map, other events of its theme."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base.model import Event, Reach
from kiosk.events.timing import current_occurrence
from kiosk.events.venue_line import usual_venues, venue_line
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.next_events import next_events

if TYPE_CHECKING:
    from kiosk.map.geometry import Point

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MOST_EVENTS = 4


@QmlElement
class Surroundings(QObject):
    """The places and the other events of one event; empty until the page has found that it has room."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._event: Event | None = None
        self._is_filled = False
        self._place = self._colour = ""
        self._stops: tuple[Point, ...] = ()
        self._events = EventRows(self)

    def load(self, event: Event | None) -> None:
        """Take up another event, or none; the cards are kept, hidden, and filled again when there is room."""
        self._event, self._is_filled, self._place, self._stops = event, False, "", ()
        if event is None:
            self._events.show([])
        self.changed.emit()

    def refresh(self) -> None:
        """Derive everything from the session, if it is shown."""
        if self._is_filled:
            self.fill()

    @Slot()
    def fill(self) -> None:
        """Find the places and the other events."""
        self._is_filled = True
        if (event := self._event) and self._session.programme:
            self._events.show(next_events(self._session, [event.id], MOST_EVENTS, theme=event.theme))
            self._colour = self._session.theme(event.theme).colour
            self._find_places(event, self._session.programme.catalogue)
        self.changed.emit()

    def _find_places(self, event: Event, catalogue: CombinedCatalogue) -> None:
        """Nobody needs a map for this Corner's own room, or for a place that is not on it."""
        from kiosk.viewmodels.visitor.map.places import city_of, stops_on_map

        venues = usual_venues(event, current_occurrence(event, self._session.now))
        is_here = [venue.id for venue in venues] == [self._session.settings.corner]
        self._stops = () if is_here else stops_on_map(venues, catalogue)
        cities = {city.id: city for city in (city_of(venue, catalogue) for venue in venues)}
        self._place = venue_line(tuple(cities.values()), event.reach, self._session) if self._stops else ""

    @Slot(float, float, float, result=str)
    def drawing(self, width: float, height: float, em: float) -> str:
        """The options of the picture of the map, for its size and the text size in pixels; '' without one."""
        if not self._stops or min(width, height) <= 0:
            return ""
        from kiosk.map.geometry import Size
        from kiosk.map.viewport import fit_viewport
        from kiosk.viewmodels.visitor.map.picture_options import Disc, picture_options

        viewport = fit_viewport(list(self._stops), Size(width, height), em / 2)
        points = [viewport.to_screen(stop) for stop in self._stops]
        is_route = self._event is not None and self._event.reach is Reach.ROUTE and len(points) > 1
        return picture_options(
            viewport,
            em,
            discs=[Disc(point, em / 2, is_here=True) for point in points],
            routes=[(self._colour, points)] if is_route else [],
        )

    @Property(bool, notify=changed)
    def isFilled(self) -> bool:
        return self._is_filled

    @Property(str, notify=changed)
    def place(self) -> str:
        """The names of the places on the map, '' when there is none to show."""
        return self._place

    @Property(EventRows, constant=True)
    def events(self) -> EventRows:
        return self._events
