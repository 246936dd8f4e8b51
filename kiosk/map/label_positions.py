"""Finds the candidate positions of a pin's label, ignoring other labels, the cheapest first."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from kiosk.map.geometry import Box, Line, Point, bounding_box
from kiosk.map.pins import Group, LayoutRules, Pin

DIRECTIONS = 16
"""Directions that are tried, the first to the right."""
MAX_STEPS = 5
"""Steps of half `min_touch_side` that a label can be away from its marker."""
CROSSING_COST = 200.0
"""The cost of covering lines; a leader costs the square of its length in units of `marker_gap`."""


def label_candidates(group: Group, others: Sequence[Group], rules: LayoutRules) -> list[Pin]:
    """The label positions inside the area and clear of all markers; `others` are the other groups."""
    marker_boxes = [other[0].bounds for other in others]
    pins = (_make_pin(group, name, rules) for name in dict.fromkeys(_label_boxes(group, rules)))
    return sorted((pin for pin in pins if _is_allowed(pin, marker_boxes, rules)), key=lambda pin: pin.cost)


def _label_boxes(group: Group, rules: LayoutRules) -> Iterator[Box]:
    """Yield positions around the marker at growing distance, moved into the area where they stick out."""
    size, marker = rules.measure_label(group), group[0]
    area = Box(0, 0, *rules.area)
    for step in range(MAX_STEPS + 1):
        reach = marker.radius + 1.5 * rules.marker_gap + step * rules.min_touch_side / 2
        for way in range(DIRECTIONS):
            right, down = cos(2 * pi * way / DIRECTIONS), sin(2 * pi * way / DIRECTIONS)
            middle = Point(
                marker.at.x + reach * right + _side_offset(right) * size.width / 2,
                marker.at.y + reach * down + _side_offset(down) * size.height / 2,
            )
            name = Box.centred_at(middle, size)
            touch = name.with_min_side(rules.min_touch_side)
            middle = touch.moved_into(area).centre
            yield Box.centred_at(Point(round(middle.x), round(middle.y)), size)


def _side_offset(way: float) -> float:
    """The marker's position along a side of the label: -1 and 1 are the ends, 0 the middle."""
    return max(-1.0, min(1.0, 1.5 * way))


def _make_pin(group: Group, name: Box, rules: LayoutRules) -> Pin:
    marker = group[0]
    end = name.nearest_point(marker.at)
    away = marker.at.distance_to(end)
    leader = None
    if away > marker.radius + 3 * rules.marker_gap:
        share = marker.radius / away
        start = Point(
            marker.at.x + (end.x - marker.at.x) * share, marker.at.y + (end.y - marker.at.y) * share
        )
        leader = Line(start, end)
    lines = rules.lines.squares_under(name)
    cost = (leader.start.distance_to(leader.end) / rules.marker_gap) ** 2 if leader else 0.0
    cost += CROSSING_COST + lines if lines else 0
    touch = name.with_min_side(rules.min_touch_side)
    return Pin(group, name, touch, leader, cost, bounding_box([*touch.corners, *(leader or ())]))


def _is_allowed(pin: Pin, marker_boxes: Sequence[Box], rules: LayoutRules) -> bool:
    if not Box(0, 0, *rules.area).contains(pin.touch_box) or pin.label.expanded(rules.marker_gap).overlaps(
        pin.markers[0].bounds
    ):
        return False
    return not any(
        disc.overlaps(pin.touch_box) or (pin.leader and pin.leader.crosses_box(disc)) for disc in marker_boxes
    )


def can_coexist(one: Pin, other: Pin, label_gap: float) -> bool:
    """Whether two pins do not collide."""
    ours, theirs = one.extent, other.extent
    if (
        ours.left - label_gap >= theirs.right
        or theirs.left - label_gap >= ours.right
        or ours.top - label_gap >= theirs.bottom
        or theirs.top - label_gap >= ours.bottom
    ):
        return True
    if one.touch_box.expanded(label_gap).overlaps(other.touch_box):
        return False
    if one.leader and other.leader and one.leader.crosses(other.leader):
        return False
    ways = ((one.leader, other.label), (other.leader, one.label))
    return not any(leader and leader.crosses_box(name) for leader, name in ways)
