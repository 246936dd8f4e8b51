"""Writes the names of all pins so that none covers another; where that cannot be done, two pins become one."""

from collections.abc import Sequence

from kiosk.map.choices import agree, choices
from kiosk.map.pins import Group, Pin, Rules, Spot, gathered, joined

MOST = 24
"""Pins on one map: beyond them nobody finds anything."""
TRIES = 16
"""Orders that the names are seated in: who finds no place comes first in the next, who was first comes last."""

Choices = dict[Group, list[Pin]]


def labelled(spots: Sequence[Spot], rules: Rules) -> list[Pin]:
    """A pin for each spot as far as their names have room, else for several together.

    The same spots give the same pins. Empty when there is no room for the name of a pin that stands for all.
    """
    groups = gathered(spots, MOST, rules.off)
    options: Choices = {}
    while groups:
        options = {
            group: options[group]
            if group in options  # a disc fewer only adds to them
            else choices(group, [one for one in groups if one is not group], rules)
            for group in groups
        }
        pins, stuck = _seated(options, rules.apart)
        if not stuck:
            return _settled(pins, options, rules.apart)
        others = [group for group in groups if group is not stuck]
        groups = joined(others, stuck) if others else []
    return []


def _seated(options: Choices, apart: float) -> tuple[list[Pin], Group | None]:
    """The best of several ways to seat all names; or, when there is none, a name that found no place."""
    order = sorted(options, key=lambda group: (len(options[group]), group[0].id))
    ways: list[list[Pin]] = []
    stuck: Group | None = None
    for _ in range(TRIES):
        pins, failed = _one_after_another(order, options, apart)
        if failed:
            stuck = failed
            order.sort(key=lambda group: group is not failed)
        else:
            ways.append(pins)
            order = [*order[1:], order[0]]
        if stuck and not options[stuck]:
            break
    return (_settled(min(ways, key=_cost), options, apart), None) if ways else ([], stuck)


def _cost(pins: list[Pin]) -> float:
    return sum(pin.cost for pin in pins)


def _one_after_another(order: list[Group], options: Choices, apart: float) -> tuple[list[Pin], Group | None]:
    pins: list[Pin] = []
    for group in order:
        best = _best(options[group], pins, apart)
        if best is None:
            return pins, group
        pins.append(best)
    return pins, None


def _best(options: list[Pin], others: Sequence[Pin], apart: float) -> Pin | None:
    return next((pin for pin in options if all(agree(pin, other, apart) for other in others)), None)


def _settled(pins: list[Pin], options: Choices, apart: float) -> list[Pin]:
    """Let each name take a better place, and those in its way another one, as long as all together gain by it."""
    for pin in pins:
        for better in options[pin.spots]:
            if better.cost >= pin.cost:
                break
            others = [other for other in pins if other is not pin]
            trial = [better, *(other for other in others if agree(better, other, apart))]
            for other in others:
                if other not in trial and (again := _best(options[other.spots], trial, apart)):
                    trial.append(again)
            if len(trial) == len(pins) and _cost(trial) < _cost(pins):
                return _settled(trial, options, apart)
    return pins
