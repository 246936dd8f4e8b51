"""Fits the country, and venues beyond its border, into a rectangle of the screen."""

from typing import NamedTuple

from kiosk.map.geometry import Point, Size, bounding_box
from kiosk.map.outline import country_bounds


class Viewport(NamedTuple):
    """Maps kilometres to pixels: `scale` pixels per kilometre, the projection's origin at `left`, `top`."""

    scale: float
    left: float
    top: float

    def to_screen(self, point: Point) -> Point:
        """The point on the screen of a point on the plane."""
        return Point(self.left + point.x * self.scale, self.top + point.y * self.scale)


def fit_viewport(places: list[Point], area: Size, margin: float) -> Viewport:
    """The largest viewport that fits the country and `places` into `area`, `margin` pixels from its sides."""
    bounds = bounding_box([*places, *country_bounds().corners])
    wide, high = area.width - 2 * margin, area.height - 2 * margin
    scale = max(0.0, min(wide / (bounds.right - bounds.left), high / (bounds.bottom - bounds.top)))
    centre = bounds.centre
    return Viewport(scale, area.width / 2 - centre.x * scale, area.height / 2 - centre.y * scale)
