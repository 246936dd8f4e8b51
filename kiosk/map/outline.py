"""The projected outline of the country, and which points are near enough to be on its map."""

import json
from functools import cache

from kiosk.base.paths import resources
from kiosk.map.geometry import Box, Point, bounding_box
from kiosk.map.projection import project

MAX_DISTANCE = 300.0
"""Kilometres around the country that its map may show: includes Samarkand and Bishkek, not Moscow."""

Ring = tuple[Point, ...]


@cache
def country_outline() -> tuple[Ring, ...]:
    """The rings of the country and its islands, in kilometres (resources/map/README.md)."""
    rings = json.loads((resources() / "map" / "kazakhstan.json").read_text("utf-8"))
    return tuple(tuple(project(latitude, longitude) for longitude, latitude in ring) for ring in rings)


@cache
def country_bounds() -> Box:
    """The bounding box of the country, in kilometres."""
    return bounding_box([point for ring in country_outline() for point in ring])


def is_near_country(point: Point) -> bool:
    """Whether a point lies within MAX_DISTANCE of the country's bounding box."""
    return country_bounds().expanded(MAX_DISTANCE).contains(Box(*point, *point))
