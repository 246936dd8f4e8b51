"""Lays out the map of one window: the positions of the pins and labels, and the options of its picture."""

from collections.abc import Callable
from math import sqrt
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.map.geometry import Point, Size
from kiosk.map.label_placement import place_labels
from kiosk.map.obstacles import DrawnLines
from kiosk.map.outline import country_outline
from kiosk.map.pins import Group, LayoutRules, Marker, Pin
from kiosk.map.viewport import fit_viewport
from kiosk.viewmodels.visitor.map.picture_options import Disc, picture_options
from kiosk.viewmodels.visitor.map.places import Place, Route

MIN_TOUCH_SIDE, LABEL_GAP, MARGIN = 88, 16, 30
"""Minimum side of a touch target, minimum gap between two, margin of the map: design pixels (Theme.qml)."""
LINE_HEIGHT = 1.06
"""Line height of text on the screen (Theme.qml)."""
HERE_WEIGHT = 1 << 30
"""The weight of the kiosk's own city: greater than that of any other marker."""


class MapArea(NamedTuple):
    """The area of the map: its size in pixels, pixels per design pixel (`unit`), the font of the labels."""

    size: Size
    unit: float
    font: QFont

    @property
    def em(self) -> float:
        """The font size in pixels, which all other sizes on the map derive from."""
        return float(self.font.pixelSize())


class MapDrawing(NamedTuple):
    """The pins, and the options of the picture behind their labels (kiosk/images/maps.py)."""

    pins: list[Pin]
    options: str


def draw_map(
    places: list[Place], routes: list[Route], area: MapArea, label_text: Callable[[Group], str]
) -> MapDrawing:
    """Draw the places that have a position; `label_text` returns the label of a pin."""
    located = [(place, place.position) for place in places if place.position]
    stops = [stop for route in routes for stop in route.stops]
    viewport = fit_viewport([*(position for _, position in located), *stops], area.size, MARGIN * area.unit)
    lines = [[viewport.to_screen(point) for point in ring] for ring in country_outline()]
    lines += [[viewport.to_screen(stop) for stop in route.stops] for route in routes]
    markers = [_marker(place, viewport.to_screen(position), area.em) for place, position in located]
    rules = LayoutRules(
        area=area.size,
        min_touch_side=MIN_TOUCH_SIDE * area.unit,
        label_gap=LABEL_GAP * area.unit,
        marker_gap=0.25 * area.em,
        measure_label=lambda group: _measure_label(label_text(group), area),
        lines=DrawnLines(lines, area.em / 2),
    )
    pins = place_labels(markers, rules)
    by_id = {place.id: place for place, _ in located}
    options = picture_options(
        viewport,
        area.em,
        routes=[
            (route.colour, [viewport.to_screen(stop) for stop in route.stops])
            for route in routes
            if len(route.stops) > 1
        ],
        leaders=[pin.leader for pin in pins if pin.leader],
        discs=[_disc(pin, by_id) for pin in pins],
    )
    return MapDrawing(pins, options)


def _marker(place: Place, position: Point, em: float) -> Marker:
    """The marker of a place: the area of its disc grows with the events, a Corner has a ring around it."""
    ring = 0.2 * (place.has_corner or place.is_here)
    radius = em * (min(0.25 + 0.15 * sqrt(place.event_count), 1.0) + ring)
    return Marker(place.id, position, radius, HERE_WEIGHT if place.is_here else place.event_count)


def _measure_label(text: str, area: MapArea) -> Size:
    metrics = QFontMetricsF(area.font)
    lines = text.split("\n")
    width = max(metrics.horizontalAdvance(line) for line in lines)
    height = metrics.height() * LINE_HEIGHT * len(lines)
    return Size(round(width + 1.2 * area.em), round(height + 0.5 * area.em))


def _disc(pin: Pin, places: dict[str, Place]) -> Disc:
    marker, members = pin.markers[0], [places[one.id] for one in pin.markers]
    return Disc(
        marker.at,
        marker.radius,
        is_corner=any(place.has_corner for place in members),
        is_here=any(place.is_here for place in members),
        has_events=any(place.event_count for place in members),
    )
