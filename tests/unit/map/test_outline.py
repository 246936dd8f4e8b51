"""The outline is that of Kazakhstan, complete, and reproducible from its source."""

import json
import runpy
from pathlib import Path

import pytest

from kiosk.map.geometry import Point
from kiosk.map.outline import country_bounds, country_outline, is_near_country
from kiosk.map.projection import project

INSIDE = {
    "Almaty": (43.25, 76.91), "Astana": (51.18, 71.45), "Aktau": (43.65, 51.17), "Oskemen": (49.97, 82.61),
    "Petropavl": (54.87, 69.15), "Oral": (51.23, 51.37), "Shymkent": (42.31, 69.6), "Baikonur": (46, 63.3),
}  # fmt: skip
OUTSIDE = {"Samarkand": (39.65, 66.96), "Bishkek": (42.87, 74.61), "Tashkent": (41.31, 69.28)}
FAR = {
    "Moscow": (55.75, 37.62),
    "Washington": (38.90, -77.04),
    "Beijing": (39.90, 116.41),
    "Kabul": (34.53, 69.17),
}


def is_inside_outline(point: Point) -> bool:
    """By counting the borders to the right of a point."""
    sides = 0
    for ring in country_outline():
        for start, end in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (start.y > point.y) != (end.y > point.y):
                share = (point.y - start.y) / (end.y - start.y)
                sides += point.x < start.x + share * (end.x - start.x)
    return sides % 2 == 1


def test_kazakh_cities_are_inside_the_outline_and_foreign_ones_outside() -> None:
    assert {name for name, at in INSIDE.items() if not is_inside_outline(project(*at))} == set()
    assert {name for name, at in OUTSIDE.items() if is_inside_outline(project(*at))} == set()


def test_the_outline_has_the_area_of_the_country() -> None:
    """2 724 900 square kilometres (Bureau of National Statistics)."""
    doubled = 0.0
    for ring in country_outline():
        pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
        doubled += abs(sum(start.x * end.y - end.x * start.y for start, end in pairs))
    assert doubled / 2 == pytest.approx(2_724_900, rel=0.01)


def test_only_points_near_the_country_are_on_the_map() -> None:
    assert all(is_near_country(project(*at)) for at in (INSIDE | OUTSIDE).values())
    assert not any(is_near_country(project(*at)) for at in FAR.values())


def test_the_country_is_wider_than_high() -> None:
    country = country_bounds()
    assert 1.6 < (country.right - country.left) / (country.bottom - country.top) < 2


def test_the_script_reads_topojson(
    tmp_path: Path, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two arcs that make a square, the second one backwards, with a hole; and an island."""
    square = [[[0, 0], [10, 0], [0, 10]], [[0, 0], [0, 10], [10, 0]]]
    hole, island = [[2, 2], [1, 0], [0, 1], [-1, -1]], [[20, 20], [1, 0], [0, 1], [-1, -1]]
    shape = {"type": "MultiPolygon", "id": "398", "arcs": [[[0, -2], [2]], [[3]]]}
    file = tmp_path / "countries.json"
    file.write_text(
        json.dumps(
            {
                "transform": {"scale": [0.5, 0.25], "translate": [60, 40]},
                "arcs": [*square, hole, island],
                "objects": {
                    "countries": {"geometries": [{"type": "Polygon", "id": "004", "arcs": [[2]]}, shape]}
                },
            }
        )
    )
    script = runpy.run_path(str(checkout / "packaging" / "map_outline.py"))
    rings = script["outline"](json.loads(file.read_text()))
    assert rings == [
        [[60, 40], [65, 40], [65, 42.5], [60, 42.5], [60, 40]],
        [[70, 45], [70.5, 45], [70.5, 45.25], [70, 45]],
    ]
