"""The outline of the country on the plane of the projection, and what lies near enough to be on its map."""

import json
from functools import cache

from kiosk.base.paths import resources
from kiosk.map.geometry import Box, Point, box_of
from kiosk.map.projection import project

NEIGHBOURHOOD = 300.0
"""Kilometres around the country that its map may show: Samarkand and Bishkek, not Moscow."""

Ring = tuple[Point, ...]


@cache
def outline() -> tuple[Ring, ...]:
    """The country and its islands, in kilometres (resources/map/README.md)."""
    rings = json.loads((resources() / "map" / "kazakhstan.json").read_text("utf-8"))
    return tuple(tuple(project(latitude, longitude) for longitude, latitude in ring) for ring in rings)


@cache
def bounds() -> Box:
    """The box around the country, in kilometres."""
    return box_of([point for ring in outline() for point in ring])


def near(point: Point) -> bool:
    """Whether a place belongs on the map."""
    return bounds().grown(NEIGHBOURHOOD).holds(Box(*point, *point))
