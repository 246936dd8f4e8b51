"""How points, boxes and lines meet."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.map.geometry import Box, Line, Point, Size, box_of
from kiosk.map.obstacles import Ink

numbers = st.integers(-50, 50)
points = st.builds(Point, numbers, numbers)
boxes = st.builds(
    lambda one, size: Box(*one, one.x + size[0], one.y + size[1]),
    points,
    st.tuples(*[st.integers(1, 40)] * 2),
)


def along(line: Line) -> list[Point]:
    """Many points of a line."""
    (x, y), (to_x, to_y) = line
    return [Point(x + (to_x - x) * step / 500, y + (to_y - y) * step / 500) for step in range(501)]


def inside(box: Box, point: Point) -> bool:
    return box.left < point.x < box.right and box.top < point.y < box.bottom


@given(points, points, boxes)
def test_a_line_enters_a_box_when_one_of_its_points_is_inside(start: Point, end: Point, box: Box) -> None:
    line = Line(start, end)
    if any(inside(box, point) for point in along(line)):
        assert line.enters(box)
    if not any(inside(box.grown(0.5), point) for point in along(line)):
        assert not line.enters(box)


@given(boxes, boxes)
def test_boxes_meet_when_they_share_an_area(one: Box, other: Box) -> None:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    assert one.meets(other) == other.meets(one) == (across > 0 and down > 0)


@given(boxes, boxes)
def test_a_box_that_is_not_too_large_moves_into_the_room(box: Box, room: Box) -> None:
    moved = box.within(room)
    assert (moved.right - moved.left, moved.bottom - moved.top) == (
        box.right - box.left,
        box.bottom - box.top,
    )
    fits = (
        moved.right - moved.left <= room.right - room.left
        and moved.bottom - moved.top <= room.bottom - room.top
    )
    assert room.holds(moved) == fits
    if room.holds(box):
        assert moved == box


@given(boxes, points)
def test_the_nearest_point_of_a_box(box: Box, point: Point) -> None:
    nearest = box.nearest(point)
    assert box.holds(Box(*nearest, *nearest))
    assert all(point.away(nearest) <= point.away(corner) for corner in box.corners)


def test_boxes_by_their_middle() -> None:
    box = Box.around(Point(10, 20), Size(6, 2))
    assert box == (7, 19, 13, 21)
    assert box.middle == (10, 20)
    assert box.at_least(4) == (7, 18, 13, 22)
    assert box_of([Point(3, 4), Point(1, 9)]) == (1, 4, 3, 9)


def test_lines_cross_unless_they_only_touch() -> None:
    level = Line(Point(0, 0), Point(10, 0))
    assert level.crosses(Line(Point(5, -5), Point(5, 5)))
    assert not level.crosses(Line(Point(5, 0), Point(5, 5)))
    assert not level.crosses(Line(Point(0, 1), Point(10, 1)))


@given(points, points, boxes)
def test_ink_is_under_a_box_that_a_line_enters(start: Point, end: Point, box: Box) -> None:
    ink = Ink([[start, end]], 4)
    if Line(start, end).enters(box):
        assert ink.under(box.grown(1)) > 0
    if not any(inside(box.grown(8), point) for point in along(Line(start, end))):
        assert ink.under(box) == 0
