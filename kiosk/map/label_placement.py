"""Finds a place for the name of every pin; where they have no room beside each other, two pins become one."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from kiosk.map.label_positions import can_coexist, label_candidates
from kiosk.map.pins import Group, LayoutRules, Marker, Pin, group_markers, merge_into_nearest

MAX_PINS = 24
"""Pins on one map: beyond them nobody finds anything."""
MAX_ORDERS = 16
"""Orders to seat the names in: one that finds no place is the first in the next, else the first the last."""

MAX_ROUNDS, MAX_CANDIDATES = 12, 60
"""How often one name of a finished map moves to a better place, and how many such places are tried for it."""

Candidates = dict[Group, list[Pin]]


def place_labels(spots: Sequence[Marker], rules: LayoutRules) -> list[Pin]:
    """A pin for each spot as far as their names have room, else for several together.

    The same spots give the same pins. Empty when there is no room for the name of a pin that stands for all.
    """
    groups = group_markers(spots, MAX_PINS, rules.marker_gap)
    options: Candidates = {}
    while groups:
        options = {
            group: options[group]
            if group in options  # a disc fewer only adds to them
            else label_candidates(group, [one for one in groups if one is not group], rules)
            for group in groups
        }
        pins, stuck = _place_all(options, rules.label_gap)
        if not stuck:
            return _improve(pins, options, rules.label_gap)
        others = [group for group in groups if group is not stuck]
        groups = merge_into_nearest(others, stuck) if others else []
    return []


def _place_all(options: Candidates, apart: float) -> tuple[list[Pin], Group | None]:
    """The best of several ways to seat all names; or, when there is none, a name that found no place."""
    order = sorted(options, key=lambda group: (len(options[group]), group[0].id))
    ways: list[list[Pin]] = []
    stuck: Group | None = None
    for _ in range(MAX_ORDERS):
        pins, failed = _place_in_order(order, options, apart)
        if failed:
            stuck = failed
            order.sort(key=lambda group: group is not failed)
        else:
            ways.append(pins)
            order = [*order[1:], order[0]]
        if stuck and not options[stuck]:
            break
    return (_improve(min(ways, key=_total_cost), options, apart), None) if ways else ([], stuck)


def _total_cost(pins: list[Pin]) -> float:
    return sum(pin.cost for pin in pins)


def _place_in_order(order: list[Group], options: Candidates, apart: float) -> tuple[list[Pin], Group | None]:
    pins: list[Pin] = []
    for group in order:
        best = _first_free(options[group], pins, apart)
        if best is None:
            return pins, group
        pins.append(best)
    return pins, None


def _first_free(options: list[Pin], others: Sequence[Pin], apart: float) -> Pin | None:
    return next((pin for pin in options if all(can_coexist(pin, other, apart) for other in others)), None)


def _improve(pins: list[Pin], options: Candidates, apart: float) -> list[Pin]:
    """Let names take a better place, and those in their way another, as long as all together gain by it."""
    for _ in range(MAX_ROUNDS):
        trials = (
            _move_pin(pins, better, options, apart)
            for better in islice(_cheaper_candidates(pins, options), MAX_CANDIDATES)
        )
        gains = (
            trial for trial in trials if len(trial) == len(pins) and _total_cost(trial) < _total_cost(pins)
        )
        if not (gain := next(gains, None)):
            break
        pins = gain
    return pins


def _cheaper_candidates(pins: list[Pin], options: Candidates) -> Iterator[Pin]:
    """The better places, those of the worst placed names first."""
    for pin in sorted(pins, key=lambda pin: (-pin.cost, pin.markers[0].id)):
        yield from takewhile(lambda better: better.cost < pin.cost, options[pin.markers])  # noqa: B023


def _move_pin(pins: list[Pin], better: Pin, options: Candidates, apart: float) -> list[Pin]:
    """The pins with one in a better place; shorter where another then finds none."""
    others = [other for other in pins if other.markers != better.markers]
    staying = [other for other in others if can_coexist(better, other, apart)]
    moved = [better, *staying]
    for other in others:
        if other not in staying and (again := _first_free(options[other.markers], moved, apart)):
            moved.append(again)
    return moved
