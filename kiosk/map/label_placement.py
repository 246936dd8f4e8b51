"""Finds a place for the name of every pin; where they have no room beside each other, two pins become one."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from kiosk.map.label_positions import agree, choices
from kiosk.map.pins import Group, Pin, Rules, Spot, gathered, joined

MOST = 24
"""Pins on one map: beyond them nobody finds anything."""
TRIES = 16
"""Orders to seat the names in: one that finds no place is the first in the next, else the first the last."""

ROUNDS, WISHES = 12, 60
"""How often one name of a finished map moves to a better place, and how many such places are tried for it."""

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
    """Let names take a better place, and those in their way another, as long as all together gain by it."""
    for _ in range(ROUNDS):
        trials = (_moved(pins, better, options, apart) for better in islice(_wishes(pins, options), WISHES))
        gains = (trial for trial in trials if len(trial) == len(pins) and _cost(trial) < _cost(pins))
        if not (gain := next(gains, None)):
            break
        pins = gain
    return pins


def _wishes(pins: list[Pin], options: Choices) -> Iterator[Pin]:
    """The better places, those of the worst placed names first."""
    for pin in sorted(pins, key=lambda pin: (-pin.cost, pin.spots[0].id)):
        yield from takewhile(lambda better: better.cost < pin.cost, options[pin.spots])  # noqa: B023


def _moved(pins: list[Pin], better: Pin, options: Choices, apart: float) -> list[Pin]:
    """The pins with one in a better place; shorter where another then finds none."""
    others = [other for other in pins if other.spots != better.spots]
    staying = [other for other in others if agree(better, other, apart)]
    moved = [better, *staying]
    for other in others:
        if other not in staying and (again := _best(options[other.spots], moved, apart)):
            moved.append(again)
    return moved
