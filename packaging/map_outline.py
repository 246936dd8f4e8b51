"""Extracts resources/map/kazakhstan.json from the countries of world-atlas 2.0.2 (see README.md there)."""

import json
import sys
from itertools import accumulate
from pathlib import Path
from typing import Any

COUNTRY = "398"
"""Kazakhstan's number in ISO 3166-1."""
DECIMALS = 3
"""A thousandth of a degree is at most 111 metres, finer than the source."""

Ring = list[list[float]]


def outline(topology: dict[str, Any]) -> list[Ring]:
    """The outer rings of the country, (longitude, latitude) in degrees; holes in it are left out."""
    countries = topology["objects"]["countries"]["geometries"]
    country = next(shape for shape in countries if shape.get("id") == COUNTRY)
    parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    return [_ring(topology, part[0]) for part in parts]


def _ring(topology: dict[str, Any], arcs: list[int]) -> Ring:
    """Join consecutive arcs, of which neighbours share a point; ~n is arc n reversed (TopoJSON)."""
    ring: Ring = []
    for arc in arcs:
        points = _arc(topology, ~arc if arc < 0 else arc)
        ring += (points[::-1] if arc < 0 else points)[bool(ring) :]
    return ring


def _arc(topology: dict[str, Any], number: int) -> Ring:
    """The points of an arc, which is an integer start point and steps from it."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    steps = topology["arcs"][number]
    columns = [list(accumulate(step[axis] for step in steps)) for axis in (0, 1)]
    return [
        [round(at * scale[axis] + shift[axis], DECIMALS) for axis, at in enumerate(point)]
        for point in zip(*columns, strict=True)
    ]


if __name__ == "__main__":
    rings = outline(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    print("[\n" + ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in rings) + "\n]")
