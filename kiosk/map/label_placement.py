"""Places the label of every pin; where labels do not fit beside each other, two pins are merged."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from kiosk.map.label_positions import can_coexist, label_candidates
from kiosk.map.pins import Group, LayoutRules, Marker, Pin, group_markers, merge_into_nearest

MAX_PINS = 24
"""Pins on one map; with more of them a map is unreadable."""
MAX_ORDERS = 16
"""Orders of placing labels: one that does not fit goes first in the next order, else the first goes last."""

MAX_ROUNDS, MAX_CANDIDATES = 12, 60
"""Moves of a label to a cheaper position on a finished map, and candidates tried for each move."""

Candidates = dict[Group, list[Pin]]


def place_labels(spots: Sequence[Marker], rules: LayoutRules) -> list[Pin]:
    """A pin for each marker as far as the labels fit, else for several markers together.

    Deterministic. Empty when not even the label of a single pin for all markers fits.
    """
    groups = group_markers(spots, MAX_PINS, rules.marker_gap)
    options: Candidates = {}
    while groups:
        options = {
            group: options[group]
            if group in options  # merging other groups only adds candidates
            else label_candidates(group, [one for one in groups if one is not group], rules)
            for group in groups
        }
        pins, unplaced = _place_all(options, rules.label_gap)
        if not unplaced:
            return _improve(pins, options, rules.label_gap)
        others = [group for group in groups if group is not unplaced]
        groups = merge_into_nearest(others, unplaced) if others else []
    return []


def _place_all(options: Candidates, label_gap: float) -> tuple[list[Pin], Group | None]:
    """The cheapest of several placements of all labels; or, when there is none, a group that did not fit."""
    order = sorted(options, key=lambda group: (len(options[group]), group[0].id))
    placements: list[list[Pin]] = []
    unplaced: Group | None = None
    for _ in range(MAX_ORDERS):
        pins, failed = _place_in_order(order, options, label_gap)
        if failed:
            unplaced = failed
            order.sort(key=lambda group: group is not failed)
        else:
            placements.append(pins)
            order = [*order[1:], order[0]]
        if unplaced and not options[unplaced]:
            break
    return (
        (_improve(min(placements, key=_total_cost), options, label_gap), None)
        if placements
        else ([], unplaced)
    )


def _total_cost(pins: list[Pin]) -> float:
    return sum(pin.cost for pin in pins)


def _place_in_order(
    order: list[Group], options: Candidates, label_gap: float
) -> tuple[list[Pin], Group | None]:
    pins: list[Pin] = []
    for group in order:
        best = _first_free(options[group], pins, label_gap)
        if best is None:
            return pins, group
        pins.append(best)
    return pins, None


def _first_free(options: list[Pin], others: Sequence[Pin], label_gap: float) -> Pin | None:
    return next((pin for pin in options if all(can_coexist(pin, other, label_gap) for other in others)), None)


def _improve(pins: list[Pin], options: Candidates, label_gap: float) -> list[Pin]:
    """Move labels to cheaper positions, and those in their way elsewhere, while the total cost falls."""
    for _ in range(MAX_ROUNDS):
        trials = (
            _move_pin(pins, better, options, label_gap)
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
    """Yield the cheaper candidates, those of the most expensive pins first."""
    for pin in sorted(pins, key=lambda pin: (-pin.cost, pin.markers[0].id)):
        yield from takewhile(lambda better: better.cost < pin.cost, options[pin.markers])  # noqa: B023


def _move_pin(pins: list[Pin], better: Pin, options: Candidates, label_gap: float) -> list[Pin]:
    """The pins with one moved to `better`; fewer where another then has no position."""
    others = [other for other in pins if other.markers != better.markers]
    staying = [other for other in others if can_coexist(better, other, label_gap)]
    moved = [better, *staying]
    for other in others:
        if other not in staying and (again := _first_free(options[other.markers], moved, label_gap)):
            moved.append(again)
    return moved
