"""Where the name of one pin can stand, as long as no other name is there: the best place first."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from kiosk.map.geometry import Box, Line, Point, bounding_box
from kiosk.map.pins import Group, LayoutRules, Pin

DIRECTIONS = 16
"""Directions that are tried, the first to the right as one reads."""
MAX_STEPS = 5
"""How many steps of half a touch a name can be away from its disc."""
CROSSING_COST = 200.0
"""What it costs to be written over lines; a leader costs the square of its length, in what names keep off."""


def label_candidates(group: Group, others: Sequence[Group], rules: LayoutRules) -> list[Pin]:
    """The places of a name that are in the room and clear of all discs; `others` are the groups beside it."""
    discs = [other[0].bounds for other in others]
    pins = (_make_pin(group, name, rules) for name in dict.fromkeys(_label_boxes(group, rules)))
    return sorted((pin for pin in pins if _is_allowed(pin, discs, rules)), key=lambda pin: pin.cost)


def _label_boxes(group: Group, rules: LayoutRules) -> Iterator[Box]:
    """Around the disc, further and further away, moved into the room where they stick out of it."""
    size, spot = rules.measure_label(group), group[0]
    room = Box(0, 0, *rules.area)
    for step in range(MAX_STEPS + 1):
        reach = spot.radius + 1.5 * rules.marker_gap + step * rules.min_touch_side / 2
        for way in range(DIRECTIONS):
            right, down = cos(2 * pi * way / DIRECTIONS), sin(2 * pi * way / DIRECTIONS)
            middle = Point(
                spot.at.x + reach * right + _side_offset(right) * size.width / 2,
                spot.at.y + reach * down + _side_offset(down) * size.height / 2,
            )
            name = Box.around(middle, size)
            touch = name.with_min_side(rules.min_touch_side)
            middle = touch.moved_into(room).centre
            yield Box.around(Point(round(middle.x), round(middle.y)), size)


def _side_offset(way: float) -> float:
    """Where the disc is along a side of the name: -1 and 1 are its ends, 0 its middle."""
    return max(-1.0, min(1.0, 1.5 * way))


def _make_pin(group: Group, name: Box, rules: LayoutRules) -> Pin:
    spot = group[0]
    end = name.nearest_point(spot.at)
    away = spot.at.distance_to(end)
    leader = None
    if away > spot.radius + 3 * rules.marker_gap:
        share = spot.radius / away
        start = Point(spot.at.x + (end.x - spot.at.x) * share, spot.at.y + (end.y - spot.at.y) * share)
        leader = Line(start, end)
    lines = rules.lines.squares_under(name)
    cost = (leader.start.distance_to(leader.end) / rules.marker_gap) ** 2 if leader else 0.0
    cost += CROSSING_COST + lines if lines else 0
    touch = name.with_min_side(rules.min_touch_side)
    return Pin(group, name, touch, leader, cost, bounding_box([*touch.corners, *(leader or ())]))


def _is_allowed(pin: Pin, discs: Sequence[Box], rules: LayoutRules) -> bool:
    if not Box(0, 0, *rules.area).contains(pin.touch_box) or pin.label.expanded(rules.marker_gap).overlaps(
        pin.markers[0].bounds
    ):
        return False
    return not any(
        disc.overlaps(pin.touch_box) or (pin.leader and pin.leader.crosses_box(disc)) for disc in discs
    )


def can_coexist(one: Pin, other: Pin, apart: float) -> bool:
    """Whether two names can stand as they do."""
    ours, theirs = one.extent, other.extent
    if (
        ours.left - apart >= theirs.right
        or theirs.left - apart >= ours.right
        or ours.top - apart >= theirs.bottom
        or theirs.top - apart >= ours.bottom
    ):
        return True
    if one.touch_box.expanded(apart).overlaps(other.touch_box):
        return False
    if one.leader and other.leader and one.leader.crosses(other.leader):
        return False
    ways = ((one.leader, other.label), (other.leader, one.label))
    return not any(leader and leader.crosses_box(name) for leader, name in ways)
