"""Where the name of one pin can stand, as long as no other name is there: the best place first."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from kiosk.map.geometry import Box, Line, Point, box_of
from kiosk.map.pins import Group, Pin, Rules

WAYS = 16
"""Directions that are tried, the first to the right as one reads."""
REACH = 5
"""How many steps of half a touch a name can be away from its disc."""
CROSSED = 200.0
"""What it costs to be written over lines; a leader costs the square of its length, in what names keep off."""


def choices(group: Group, others: Sequence[Group], rules: Rules) -> list[Pin]:
    """The places of a name that are in the room and clear of all discs; `others` are the groups beside it."""
    discs = [other[0].disc for other in others]
    pins = (_pin(group, name, rules) for name in dict.fromkeys(_places(group, rules)))
    return sorted((pin for pin in pins if _allowed(pin, discs, rules)), key=lambda pin: pin.cost)


def _places(group: Group, rules: Rules) -> Iterator[Box]:
    """Around the disc, further and further away, moved into the room where they stick out of it."""
    size, spot = rules.measure(group), group[0]
    room = Box(0, 0, *rules.room)
    for step in range(REACH + 1):
        reach = spot.radius + 1.5 * rules.off + step * rules.touch / 2
        for way in range(WAYS):
            right, down = cos(2 * pi * way / WAYS), sin(2 * pi * way / WAYS)
            middle = Point(
                spot.at.x + reach * right + _side(right) * size.width / 2,
                spot.at.y + reach * down + _side(down) * size.height / 2,
            )
            name = Box.around(middle, size)
            touch = name.at_least(rules.touch)
            middle = touch.within(room).middle
            yield Box.around(Point(round(middle.x), round(middle.y)), size)


def _side(way: float) -> float:
    """Where the disc is along a side of the name: -1 and 1 are its ends, 0 its middle."""
    return max(-1.0, min(1.0, 1.5 * way))


def _pin(group: Group, name: Box, rules: Rules) -> Pin:
    spot = group[0]
    end = name.nearest(spot.at)
    away = spot.at.away(end)
    leader = None
    if away > spot.radius + 3 * rules.off:
        share = spot.radius / away
        start = Point(spot.at.x + (end.x - spot.at.x) * share, spot.at.y + (end.y - spot.at.y) * share)
        leader = Line(start, end)
    lines = rules.ink.under(name)
    cost = (leader.start.away(leader.end) / rules.off) ** 2 if leader else 0.0
    cost += CROSSED + lines if lines else 0
    touch = name.at_least(rules.touch)
    return Pin(group, name, touch, leader, cost, box_of([*touch.corners, *(leader or ())]))


def _allowed(pin: Pin, discs: Sequence[Box], rules: Rules) -> bool:
    if not Box(0, 0, *rules.room).holds(pin.touch) or pin.name.grown(rules.off).meets(pin.spots[0].disc):
        return False
    return not any(disc.meets(pin.touch) or (pin.leader and pin.leader.enters(disc)) for disc in discs)


def agree(one: Pin, other: Pin, apart: float) -> bool:
    """Whether two names can stand as they do."""
    ours, theirs = one.extent, other.extent
    if (
        ours.left - apart >= theirs.right
        or theirs.left - apart >= ours.right
        or ours.top - apart >= theirs.bottom
        or theirs.top - apart >= ours.bottom
    ):
        return True
    if one.touch.grown(apart).meets(other.touch):
        return False
    if one.leader and other.leader and one.leader.crosses(other.leader):
        return False
    ways = ((one.leader, other.name), (other.leader, one.name))
    return not any(leader and leader.enters(name) for leader, name in ways)
