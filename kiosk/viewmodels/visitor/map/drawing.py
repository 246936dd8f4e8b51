"""Lays the map of one window out: which pins stand where, and the picture that shows them."""

from collections.abc import Callable, Iterable
from math import sqrt
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.map.geometry import Point, Size
from kiosk.map.label_placement import place_labels
from kiosk.map.obstacles import DrawnLines
from kiosk.map.outline import country_outline
from kiosk.map.pins import Group, LayoutRules, Marker, Pin
from kiosk.map.viewport import Viewport, fit_viewport
from kiosk.viewmodels.visitor.map.places import Place, Route

TOUCH, APART, EDGE = 88, 16, 30
"""Least side of a touch target, least distance of two, edge of the map: in design pixels (Theme.qml)."""
LINE_HEIGHT = 1.06
"""Of the words on the screen (Theme.qml)."""
FIRST = 1 << 30
"""The weight of the pin that is here: it keeps its place among all others."""


class Room(NamedTuple):
    """What a window has for the map: pixels, pixels for each design pixel, the font of the names."""

    size: Size
    unit: float
    font: QFont

    @property
    def em(self) -> float:
        """The size of the type, which all else on the map follows."""
        return float(self.font.pixelSize())


class Drawing(NamedTuple):
    """What came of it: the pins, and the options of the picture behind their names (kiosk/images/maps.py)."""

    pins: list[Pin]
    options: str


def drawn(places: list[Place], routes: list[Route], room: Room, name: Callable[[Group], str]) -> Drawing:
    """A drawing of those places that are on the map; `name` says what is written beside a pin."""
    shown = [(place, place.at) for place in places if place.at]
    stops = [stop for route in routes for stop in route.stops]
    frame = fit_viewport([*(at for _, at in shown), *stops], room.size, EDGE * room.unit)
    lines = [[frame.to_screen(point) for point in ring] for ring in country_outline()]
    lines += [[frame.to_screen(stop) for stop in route.stops] for route in routes]
    spots = [
        Marker(place.id, frame.to_screen(at), _radius(place, room.em), FIRST if place.here else place.events)
        for place, at in shown
    ]
    rules = LayoutRules(
        area=room.size,
        min_touch_side=TOUCH * room.unit,
        label_gap=APART * room.unit,
        marker_gap=0.25 * room.em,
        measure_label=lambda group: _measured(name(group), room),
        lines=DrawnLines(lines, room.em / 2),
    )
    pins = place_labels(spots, rules)
    return Drawing(pins, _options(pins, routes, frame, room, {place.id: place for place, _ in shown}))


def _radius(place: Place, em: float) -> float:
    """A disc grows with the events, as its area does; a Corner has a ring around it."""
    return em * (min(0.25 + 0.15 * sqrt(place.events), 1.0) + 0.2 * (place.corner or place.here))


def _measured(words: str, room: Room) -> Size:
    metrics = QFontMetricsF(room.font)
    lines = words.split("\n")
    wide = max(metrics.horizontalAdvance(line) for line in lines)
    high = metrics.height() * LINE_HEIGHT * len(lines)
    return Size(round(wide + 1.2 * room.em), round(high + 0.5 * room.em))


def _options(
    pins: list[Pin], routes: list[Route], frame: Viewport, room: Room, places: dict[str, Place]
) -> str:
    parts = {
        "frame": _numbers(frame, 5),
        "em": _numbers([room.em]),
        "routes": ";".join(
            f"{route.colour[1:]},{_points(frame.to_screen(stop) for stop in route.stops)}"
            for route in routes
            if len(route.stops) > 1
        ),
        "leaders": ";".join(_points(pin.leader) for pin in pins if pin.leader),
        "discs": ";".join(_disc(pin, places) for pin in pins),
    }
    return "&".join(f"{name}={value}" for name, value in parts.items())


def _disc(pin: Pin, places: dict[str, Place]) -> str:
    spot, of_it = pin.markers[0], [places[spot.id] for spot in pin.markers]
    kinds = (
        any(place.corner for place in of_it),
        any(place.here for place in of_it),
        any(place.events for place in of_it),
    )
    return f"{_numbers([*spot.at, spot.radius])},{','.join(str(int(kind)) for kind in kinds)}"


def _points(points: Iterable[Point]) -> str:
    return ",".join(_numbers(point) for point in points)


def _numbers(values: Iterable[float], places: int = 1) -> str:
    return ",".join(f"{value:.{places}f}" for value in values)
