"""The map page: cities and Corners with their number of events, routes, and places outside the map."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.map.rows import LabelRows, PlaceRows, label_row, pin_text, place_row, route_row
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.next_events import FEW, after_list

if TYPE_CHECKING:
    from kiosk.map.pins import Group, Pin
    from kiosk.viewmodels.visitor.map.drawing import MapArea
    from kiosk.viewmodels.visitor.map.places import Place, Route

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

PAGE_SIZE = 24
"""Rows that are added to a list at once."""


@QmlElement
class MapPage(Page):
    """The map with its lists, which can be filtered by the places of one pin."""

    changed = Signal()
    contentReplaced = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._places: list[Place] = []
        self._routes: list[Route] = []
        self._filter: frozenset[str] = frozenset()
        self._limit = PAGE_SIZE
        self._area: MapArea | None = None
        self._drawn_for: object = None
        self._pins: list[Pin] = []
        self._drawing = ""
        self._cities, self._route_rows, self._elsewhere = PlaceRows(self), PlaceRows(self), PlaceRows(self)
        self._labels = LabelRows(self)
        self._next_events = EventRows(self)

    def open(self, _: str = "") -> None:
        """Show all places."""
        self._set_filter(frozenset())

    @property
    def view_state(self) -> frozenset[str]:
        """The ids of the places in the lists; empty for all."""
        return self._filter

    def restore(self, place_ids: frozenset[str]) -> None:
        """Filter by these places again; if the lists show them already, they keep their position."""
        if place_ids == self._filter:
            self.refresh()
        else:
            self._set_filter(place_ids)

    def reset(self) -> None:
        """Remove the filter."""
        self._filter, self._limit = frozenset(), PAGE_SIZE

    def _set_filter(self, place_ids: frozenset[str]) -> None:
        self._filter, self._limit = place_ids, PAGE_SIZE
        self.refresh()
        self.contentReplaced.emit()

    def refresh(self) -> None:
        """Derive everything from the session."""
        if self._session.programme is None:
            return
        from kiosk.viewmodels.visitor.map.places import list_places, list_routes

        self._places, self._routes = list_places(self._session), list_routes(self._session)
        self._fill_lists()
        self._draw()
        self.changed.emit()

    def _fill_lists(self) -> None:
        listed = [place for place in self._places if not self._filter or place.id in self._filter]
        for model, on_map in ((self._cities, True), (self._elsewhere, False)):
            rows = [place_row(place, self._session) for place in listed if bool(place.position) == on_map]
            model.show(rows[: self._limit])
        self._route_rows.show([] if self._filter else [route_row(route) for route in self._routes])
        is_short = len(listed) + self._route_rows.rowCount() <= FEW
        self._next_events.show(after_list(self._session, []) if is_short else [])

    def _draw(self) -> None:
        inputs = (self._places, self._routes, self._area, self._session.language)
        if self._area is None or inputs == self._drawn_for:
            return
        from kiosk.viewmodels.visitor.map.drawing import draw_map

        self._drawn_for = inputs
        self._pins, self._drawing = draw_map(self._places, self._routes, self._area, self._pin_text)
        self._labels.show([label_row(pin, self._places_of(pin.markers), self._session) for pin in self._pins])

    def _places_of(self, group: "Group") -> "list[Place]":
        """The places of a pin."""
        by_id = {place.id: place for place in self._places}
        return [by_id[marker.id] for marker in group]

    def _pin_text(self, group: "Group") -> str:
        return pin_text(self._places_of(group), self._session)

    @Slot(float, float, float, QFont)
    def layOut(self, width: float, height: float, unit: float, font: QFont) -> None:
        """Draw the map for an area in pixels, `unit` of them per design pixel, with labels in `font`."""
        from kiosk.map.geometry import Size
        from kiosk.viewmodels.visitor.map.drawing import MapArea

        area = MapArea(Size(width, height), unit, font)
        if area != self._area and self._session.programme and min(width, height) > 0:
            self._area = area
            self._draw()
            self.changed.emit()

    @Slot(int, result=str)
    def selectPin(self, pin: int) -> str:
        """Return the id of the place of a pin; filter by its places and return '' when it has several."""
        markers = self._pins[pin].markers
        if len(markers) == 1:
            return markers[0].id
        self._set_filter(frozenset(marker.id for marker in markers))
        return ""

    @Slot(float, float, result=int)
    def nearestPin(self, x: float, y: float) -> int:
        """The index of the pin nearest to a point; -1 if none is within half a touch target."""
        if not self._area:
            return -1
        from kiosk.map.geometry import Point
        from kiosk.viewmodels.visitor.map.drawing import MIN_TOUCH_SIDE

        distances = [pin.markers[0].at.distance_to(Point(x, y)) for pin in self._pins]
        nearest = min(distances, default=float("inf"))
        return distances.index(nearest) if nearest <= MIN_TOUCH_SIDE / 2 * self._area.unit else -1

    @Slot()
    def showAll(self) -> None:
        """Remove the filter."""
        self._set_filter(frozenset())

    @Slot()
    def showMore(self) -> None:
        """Add the next rows to the lists."""
        if self._longest_list() > self._limit:
            self._limit += PAGE_SIZE
            self._fill_lists()
            self.changed.emit()

    def _longest_list(self) -> int:
        on_map = sum(bool(place.position) for place in self._places)
        return len(self._filter) or max(on_map, len(self._places) - on_map)

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._longest_list() > self._limit

    @Property(bool, notify=changed)
    def isFiltered(self) -> bool:
        return bool(self._filter)

    @Property(str, notify=changed)
    def drawing(self) -> str:
        """The options of the picture of the map, '' before the layout."""
        return self._drawing

    @Property(PlaceRows, constant=True)
    def cities(self) -> PlaceRows:
        return self._cities

    @Property(PlaceRows, constant=True)
    def routes(self) -> PlaceRows:
        return self._route_rows

    @Property(PlaceRows, constant=True)
    def elsewhere(self) -> PlaceRows:
        return self._elsewhere

    @Property(LabelRows, constant=True)
    def labels(self) -> LabelRows:
        return self._labels

    @Property(EventRows, constant=True)
    def nextEvents(self) -> EventRows:
        """What comes next, where the lists leave room."""
        return self._next_events
