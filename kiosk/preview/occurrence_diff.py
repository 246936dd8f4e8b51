"""Compares the occurrences of an event; they have no ids, so they are matched by time and venue."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence

from kiosk.base.model import Occurrence, Status
from kiosk.preview.field_diff import FieldChange

_KeyFunction = Callable[[Occurrence], object]
_DAY = len("2016-04-09")


def diff_occurrences(before: Sequence[Occurrence], after: Sequence[Occurrence]) -> Iterator[FieldChange]:
    """Yield changes of 'time', 'status', 'venue' and 'original'; an added or removed occurrence has one side.

    A new `original` is left out when it is the time that was shown until now.
    """
    several = len(before) > 1 or len(after) > 1
    for old, new in _match_occurrences(before, after):
        if new is None:
            yield FieldChange("time", old.when if old else None)
            continue
        time = new.when if several else None
        if old is None:
            yield FieldChange("time", None, new.when)
            if new.status is not Status.SCHEDULED:
                yield FieldChange("status", None, new.status, time=time)
            continue
        if old.when != new.when:
            yield FieldChange("time", old.when, new.when)
        if old.status is not new.status:
            yield FieldChange("status", old.status, new.status, time=time)
        if _venue_id(old) != _venue_id(new):
            yield FieldChange("venue", old.venue, new.venue, time=time)
        if old.original != new.original and new.original != old.when:
            yield FieldChange("original", old.original, new.original, time=time)


def _match_occurrences(
    before: Sequence[Occurrence], after: Sequence[Occurrence]
) -> Iterator[tuple[Occurrence | None, Occurrence | None]]:
    """Yield each old occurrence with its new one: the surest matches first; two single ones always match."""
    left, right = dict(enumerate(before)), dict(enumerate(after))
    for old_key, new_key in _MATCH_KEYS:
        waiting: dict[object, deque[int]] = defaultdict(deque)
        for place, old in left.items():
            waiting[old_key(old)].append(place)
        for place, new in list(right.items()):
            key = new_key(new)
            if key is not None and waiting[key]:
                yield left.pop(waiting[key].popleft()), right.pop(place)
    if len(before) == len(after) == 1 and left:
        yield left.popitem()[1], right.popitem()[1]
    for old in left.values():
        yield old, None
    for new in right.values():
        yield None, new


def _venue_id(one: Occurrence) -> str | None:
    return one.venue.id if one.venue else None


def _time_and_place(one: Occurrence) -> object:
    return one.when, _venue_id(one)


def _when(one: Occurrence) -> object:
    return one.when


def _original(one: Occurrence) -> object:
    return one.original


def _day(one: Occurrence) -> object:
    return one.when.edtf[:_DAY]


_MATCH_KEYS: tuple[tuple[_KeyFunction, _KeyFunction], ...] = (
    (_time_and_place, _time_and_place),
    (_when, _original),
    (_original, _original),
    (_when, _when),
    (_day, _day),
)
