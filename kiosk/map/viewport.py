"""Fits the country, and the places beyond its border that must be seen, into a rectangle of the screen."""

from typing import NamedTuple

from kiosk.map.geometry import Point, Size, bounding_box
from kiosk.map.outline import country_bounds


class Viewport(NamedTuple):
    """From kilometres to pixels: `scale` pixels a kilometre, `left` and `top` of the projection's origin."""

    scale: float
    left: float
    top: float

    def to_screen(self, point: Point) -> Point:
        """Where a point of the plane lies on the screen."""
        return Point(self.left + point.x * self.scale, self.top + point.y * self.scale)


def fit_viewport(places: list[Point], room: Size, edge: float) -> Viewport:
    """As large as the country and the places fit into the middle of `room`, `edge` pixels from its sides."""
    shown = bounding_box([*places, *country_bounds().corners])
    wide, high = room.width - 2 * edge, room.height - 2 * edge
    scale = max(0.0, min(wide / (shown.right - shown.left), high / (shown.bottom - shown.top)))
    middle = shown.centre
    return Viewport(scale, room.width / 2 - middle.x * scale, room.height / 2 - middle.y * scale)
