"""The map: cities and Corners by their number of events, routes, and what is elsewhere."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtQml import QmlElement

from kiosk.map.geometry import Point, Size
from kiosk.map.pins import Group, Pin
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.map.drawing import TOUCH, Room, drawn
from kiosk.viewmodels.visitor.map.places import Place, Route, places, routes
from kiosk.viewmodels.visitor.map.rows import PlaceRows, TagRows, name_of, place_row, route_row, tag_row
from kiosk.viewmodels.visitor.page import Page

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 24
"""How many rows of a list are made at once; more come when they are asked for."""


@QmlElement
class MapPage(Page):
    """What the map page shows; its lists can be narrowed to the places of one pin."""

    changed = Signal()
    contentReplaced = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._places: list[Place] = []
        self._routes: list[Route] = []
        self._only: frozenset[str] = frozenset()
        self._most = PAGE
        self._room: Room | None = None
        self._basis: object = None
        self._pins: list[Pin] = []
        self._drawing = ""
        self._cities, self._ways, self._elsewhere = PlaceRows(self), PlaceRows(self), PlaceRows(self)
        self._tags = TagRows(self)

    def open(self, _: str = "") -> None:
        """Turn to all places."""
        self._turn(frozenset())

    @property
    def view_state(self) -> frozenset[str]:
        """The places the list is narrowed to, to come back to; none for all."""
        return self._only

    def restore(self, only: frozenset[str]) -> None:
        """Turn back to a list narrowed to these places, without moving it if it is that already."""
        if only == self._only:
            self.refresh()
        else:
            self._turn(only)

    def reset(self) -> None:
        """Turn to nothing: the programme it was in is no longer shown."""
        self._only, self._most = frozenset(), PAGE

    def _turn(self, only: frozenset[str]) -> None:
        self._only, self._most = only, PAGE
        self.refresh()
        self.contentReplaced.emit()

    def refresh(self) -> None:
        """Derive everything from the session."""
        if self._session.programme is None:
            return
        self._places, self._routes = places(self._session), routes(self._session)
        self._list()
        self._draw()
        self.changed.emit()

    def _list(self) -> None:
        listed = [place for place in self._places if not self._only or place.id in self._only]
        for model, on_map in ((self._cities, True), (self._elsewhere, False)):
            rows = [place_row(place, self._session) for place in listed if bool(place.at) == on_map]
            model.show(rows[: self._most])
        self._ways.show([] if self._only else [route_row(route) for route in self._routes])

    def _draw(self) -> None:
        basis = (self._places, self._routes, self._room, self._session.language)
        if self._room is None or basis == self._basis:
            return
        self._basis = basis
        self._pins, self._drawing = drawn(self._places, self._routes, self._room, self._name)
        self._tags.show([tag_row(pin, self._of(pin.markers), self._session) for pin in self._pins])

    def _of(self, group: Group) -> list[Place]:
        """The places of a pin."""
        found = {place.id: place for place in self._places}
        return [found[spot.id] for spot in group]

    def _name(self, group: Group) -> str:
        return name_of(self._of(group), self._session)

    @Slot(float, float, float, QFont)
    def lay(self, width: float, height: float, unit: float, font: QFont) -> None:
        """Draw the map for so many pixels, `unit` of them for each of the design, with names in that font."""
        room = Room(Size(width, height), unit, font)
        if room != self._room and self._session.programme and min(width, height) > 0:
            self._room = room
            self._draw()
            self.changed.emit()

    @Slot(int, result=str)
    def place(self, tag: int) -> str:
        """The id of the one place of a pin; '' when it stands for several, to which the list is narrowed."""
        spots = self._pins[tag].markers
        if len(spots) == 1:
            return spots[0].id
        self._turn(frozenset(spot.id for spot in spots))
        return ""

    @Slot(float, float, result=int)
    def near(self, x: float, y: float) -> int:
        """The number of the pin that is nearest to a point; -1 when none is within half a touch target."""
        if not self._room:
            return -1
        away = [pin.markers[0].at.distance_to(Point(x, y)) for pin in self._pins]
        nearest = min(away, default=float("inf"))
        return away.index(nearest) if nearest <= TOUCH / 2 * self._room.unit else -1

    @Slot()
    def showAll(self) -> None:
        """Let the lists hold all places again."""
        self._turn(frozenset())

    @Slot()
    def showMore(self) -> None:
        """Make the next rows of long lists."""
        if self._longest() > self._most:
            self._most += PAGE
            self._list()
            self.changed.emit()

    def _longest(self) -> int:
        on_map = sum(bool(place.at) for place in self._places)
        return len(self._only) or max(on_map, len(self._places) - on_map)

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._longest() > self._most

    @Property(bool, notify=changed)
    def narrowed(self) -> bool:
        return bool(self._only)

    @Property(str, notify=changed)
    def drawing(self) -> str:
        """The options of the picture of the map, '' before it has been laid out."""
        return self._drawing

    @Property(PlaceRows, constant=True)
    def cities(self) -> PlaceRows:
        return self._cities

    @Property(PlaceRows, constant=True)
    def routes(self) -> PlaceRows:
        return self._ways

    @Property(PlaceRows, constant=True)
    def elsewhere(self) -> PlaceRows:
        return self._elsewhere

    @Property(TagRows, constant=True)
    def tags(self) -> TagRows:
        return self._tags
