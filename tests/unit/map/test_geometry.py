"""Intersections of points, boxes and lines."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.map.geometry import Box, Line, Point, Size, bounding_box
from kiosk.map.obstacles import DrawnLines

numbers = st.integers(-50, 50)
points = st.builds(Point, numbers, numbers)
boxes = st.builds(
    lambda one, size: Box(*one, one.x + size[0], one.y + size[1]),
    points,
    st.tuples(*[st.integers(1, 40)] * 2),
)


def points_along(line: Line) -> list[Point]:
    """Many points of a line."""
    (x, y), (to_x, to_y) = line
    return [Point(x + (to_x - x) * step / 500, y + (to_y - y) * step / 500) for step in range(501)]


def is_inside(box: Box, point: Point) -> bool:
    return box.left < point.x < box.right and box.top < point.y < box.bottom


@given(points, points, boxes)
def test_a_line_crosses_a_box_when_one_of_its_points_is_inside(start: Point, end: Point, box: Box) -> None:
    line = Line(start, end)
    if any(is_inside(box, point) for point in points_along(line)):
        assert line.crosses_box(box)
    if not any(is_inside(box.expanded(0.5), point) for point in points_along(line)):
        assert not line.crosses_box(box)


@given(boxes, boxes)
def test_boxes_overlap_when_they_share_an_area(one: Box, other: Box) -> None:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    assert one.overlaps(other) == other.overlaps(one) == (across > 0 and down > 0)


@given(boxes, boxes)
def test_a_box_that_fits_is_moved_into_the_area(box: Box, room: Box) -> None:
    moved = box.moved_into(room)
    assert (moved.right - moved.left, moved.bottom - moved.top) == (
        box.right - box.left,
        box.bottom - box.top,
    )
    fits = (
        moved.right - moved.left <= room.right - room.left
        and moved.bottom - moved.top <= room.bottom - room.top
    )
    assert room.contains(moved) == fits
    if room.contains(box):
        assert moved == box


@given(boxes, points)
def test_the_nearest_point_of_a_box(box: Box, point: Point) -> None:
    nearest = box.nearest_point(point)
    assert box.contains(Box(*nearest, *nearest))
    assert all(point.distance_to(nearest) <= point.distance_to(corner) for corner in box.corners)


def test_boxes_by_their_centre() -> None:
    box = Box.centred_at(Point(10, 20), Size(6, 2))
    assert box == (7, 19, 13, 21)
    assert box.centre == (10, 20)
    assert box.with_min_side(4) == (7, 18, 13, 22)
    assert bounding_box([Point(3, 4), Point(1, 9)]) == (1, 4, 3, 9)


def test_lines_that_only_touch_do_not_cross() -> None:
    level = Line(Point(0, 0), Point(10, 0))
    assert level.crosses(Line(Point(5, -5), Point(5, 5)))
    assert not level.crosses(Line(Point(5, 0), Point(5, 5)))
    assert not level.crosses(Line(Point(0, 1), Point(10, 1)))


@given(points, points, boxes)
def test_squares_are_under_a_box_that_a_line_crosses(start: Point, end: Point, box: Box) -> None:
    ink = DrawnLines([[start, end]], 4)
    if Line(start, end).crosses_box(box):
        assert ink.squares_under(box.expanded(1)) > 0
    if not any(is_inside(box.expanded(8), point) for point in points_along(Line(start, end))):
        assert ink.squares_under(box) == 0
