"""No label covers another or a marker, and none leaves the map."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.map.geometry import Box, Point, Size
from kiosk.map.label_placement import MAX_PINS, place_labels
from kiosk.map.obstacles import DrawnLines
from kiosk.map.outline import country_bounds
from kiosk.map.pins import Group, LayoutRules, Marker, Pin
from kiosk.map.projection import project
from kiosk.map.viewport import fit_viewport

AREA = Size(900, 600)
MIN_TOUCH_SIDE, LABEL_GAP, MARKER_GAP = 88, 16, 6
EPSILON = 1e-6


def measure_label(group: Group) -> Size:
    """A size as wide as the id of the first marker is long."""
    return Size(20 * len(group[0].id), 46)


def make_rules(area: Size = AREA, lines: DrawnLines | None = None) -> LayoutRules:
    return LayoutRules(
        area, MIN_TOUCH_SIDE, LABEL_GAP, MARKER_GAP, measure_label, lines or DrawnLines([], 12)
    )


@st.composite
def markers(draw: st.DrawFn, most: int = 12) -> list[Marker]:
    """Markers anywhere in the area, some at the same point, with ids of one letter to ten."""
    points = draw(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 600)), max_size=most))
    return [
        Marker(
            f"{chr(97 + place)}{'x' * draw(st.integers(0, 9))}",
            Point(*point),
            draw(st.integers(5, 24)),
            draw(st.integers(0, 9)),
        )
        for place, point in enumerate(points)
    ]


def check_placement(pins: list[Pin], markers_given: list[Marker], area: Size = AREA) -> None:
    """Check every rule of the layout."""
    whole = Box(0, 0, *area)
    for pin in pins:
        size = measure_label(pin.markers)
        assert (pin.label.right - pin.label.left, pin.label.bottom - pin.label.top) == size
        assert whole.contains(pin.touch_box) and pin.touch_box.contains(pin.label)
        assert (
            min(pin.touch_box.right - pin.touch_box.left, pin.touch_box.bottom - pin.touch_box.top)
            >= MIN_TOUCH_SIDE
        )
        assert not any(pin.label.overlaps(other.markers[0].bounds) for other in pins)
        assert not any(pin.touch_box.overlaps(other.markers[0].bounds) for other in pins if other is not pin)
        end = pin.label.nearest_point(pin.markers[0].at)
        assert pin.leader or pin.markers[0].at.distance_to(end) <= pin.markers[0].radius + 3 * MARKER_GAP + 1
        assert not any(
            pin.leader and pin.leader.crosses_box(other.label) for other in pins if other is not pin
        )
    for one, other in combinations(pins, 2):
        assert not one.touch_box.expanded(LABEL_GAP - EPSILON).overlaps(other.touch_box)
        assert not one.markers[0].bounds.overlaps(other.markers[0].bounds)
        assert not (one.leader and other.leader and one.leader.crosses(other.leader))
    shown = sorted(spot.id for pin in pins for spot in pin.markers)
    assert shown == sorted(spot.id for spot in markers_given)


@settings(max_examples=60, deadline=None)
@given(markers())
def test_no_label_covers_another_or_a_marker_and_each_marker_has_a_pin(asked: list[Marker]) -> None:
    pins = place_labels(asked, make_rules())
    check_placement(pins, asked)
    assert place_labels(asked[::-1], make_rules()) == pins


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), unique=True, min_size=1))
def test_distant_markers_all_have_their_own_label(places: list[tuple[int, int]]) -> None:
    asked = [Marker(f"{x}{y}name", Point(120 + 220 * x, 100 + 200 * y), 12, x) for x, y in places]
    pins = place_labels(asked, make_rules())
    assert len(pins) == len(asked)
    check_placement(pins, asked)


def test_markers_at_one_point_are_one_pin_led_by_the_heaviest() -> None:
    asked = [
        Marker("small", Point(400, 300), 8, 1),
        Marker("large", Point(404, 300), 20, 7),
        Marker("far", Point(100, 100), 8, 1),
    ]
    pins = place_labels(asked, make_rules())
    assert sorted([spot.id for spot in pin.markers] for pin in pins) == [["far"], ["large", "small"]]


def test_a_thousand_markers_become_few_pins() -> None:
    asked = [Marker(f"n{n}", Point(n * 37 % 900, n * 91 % 600), 8, n % 7) for n in range(1000)]
    pins = place_labels(asked, make_rules())
    assert 1 <= len(pins) <= MAX_PINS
    check_placement(pins, asked)


def test_an_area_that_is_too_small_has_no_labels() -> None:
    assert place_labels([Marker("a", Point(30, 30), 5, 1)], make_rules(Size(60, 60))) == []
    assert place_labels([], make_rules()) == []


CITIES = (
    (43.25, 76.91), (51.18, 71.45), (44.85, 65.51), (49.97, 82.6), (42.31, 69.6), (42.9, 71.37),
    (39.65, 66.96), (42.87, 74.61), (54.87, 69.15), (53.21, 63.63), (51.23, 51.37), (50.28, 57.17),
    (52.29, 76.95), (49.8, 73.1), (47.1, 51.92), (43.65, 51.17), (45.02, 78.37), (47.8, 67.7),
    (53.28, 69.39), (43.3, 68.27), (50.41, 80.23), (43.87, 77.07),
)  # fmt: skip
"""The large cities of the country and two of its neighbours."""


@pytest.mark.parametrize("room", [(1176, 690), (1000, 640), (936, 592), (800, 700), (694, 640)])
def test_the_large_cities_of_the_country_are_placed(room: tuple[int, int]) -> None:
    """So many that labels need leaders, which must not cross each other or other labels."""
    points = [project(*city) for city in CITIES]
    frame = fit_viewport(points, Size(*room), 30)
    asked = [
        Marker(f"{place:02}{'x' * (5 + place % 4)}", frame.to_screen(point), 11, place)
        for place, point in enumerate(points)
    ]
    pins = place_labels(asked, make_rules(Size(*room)))
    check_placement(pins, asked, Size(*room))
    assert len(pins) > 8 and any(pin.leader for pin in pins)


def test_a_label_is_moved_into_the_area() -> None:
    asked = [Marker("x" * 10, Point(60, 60), 10, 1)]
    pins = place_labels(asked, make_rules(Size(210, 240)))
    check_placement(pins, asked, Size(210, 240))
    assert pins


def test_a_label_avoids_a_line_when_possible() -> None:
    border = [Point(0, 300), Point(900, 300)]
    (free,) = place_labels([Marker("name", Point(400, 280), 8, 1)], make_rules())
    (kept,) = place_labels(
        [Marker("name", Point(400, 280), 8, 1)], make_rules(lines=DrawnLines([border], 12))
    )
    assert free.label.bottom > 300 > kept.label.bottom


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.builds(Point, st.integers(-2500, 2500), st.integers(3000, 7000)), max_size=4),
    st.integers(200, 4000),
    st.integers(200, 4000),
)
def test_the_country_and_all_points_are_within_the_margin(places: list[Point], wide: int, high: int) -> None:
    frame = fit_viewport(places, Size(wide, high), 30)
    seen = [frame.to_screen(point) for point in (*places, *country_bounds().corners)]
    within = Box(30, 30, wide - 30, high - 30).expanded(EPSILON)
    assert all(within.contains(Box(*point, *point)) for point in seen)
    gaps = min(min(point.x for point in seen), min(point.y for point in seen))
    assert abs(gaps - 30) < 1e-3
