"""Filters what takes place on one day: by part of the day, by city, by place in a city."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from kiosk.base.model import Card, VenueKind
from kiosk.base.time_zones import start_of_day

DayFilterKind = Literal["part", "city", "venue"]
DAY_FILTER_KINDS: tuple[DayFilterKind, ...] = ("part", "city", "venue")
_HOUR = 3600
_AFTERNOON, _EVENING = 12 * _HOUR, 17 * _HOUR
"""When afternoon and evening begin, in seconds of the day."""
_IN_CITIES = VenueKind.CORNER, VenueKind.BUILDING
"""The kinds of venue that one can go to."""


class DayPart(StrEnum):
    """A part of a day; what lasts longer, or has no known hours, belongs to several."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class DayFilters(NamedTuple):
    """A `DayPart` and the ids of a city and of a venue, '' for all."""

    part: str = ""
    city: str = ""
    venue: str = ""


FilterValues = Mapping[DayFilterKind, frozenset[str]]
"""The values of each kind that lead to an occurrence."""


def filter_values(card: Card, day: date, zone: str) -> FilterValues:
    """The values that lead to the occurrence of `card` on `day`, a local day of `zone`."""
    occurrence, begin = card.occurrence, start_of_day(day, zone)
    first, last = occurrence.when.earliest - begin, occurrence.when.latest - begin
    parts = {
        DayPart.MORNING: first < _AFTERNOON,
        DayPart.AFTERNOON: first < _EVENING and last >= _AFTERNOON,
        DayPart.EVENING: last >= _EVENING,
    }
    venues = (occurrence.venue,) if occurrence.venue else card.places
    return {
        "part": frozenset(part for part, is_in_it in parts.items() if is_in_it),
        "city": frozenset(
            city for one in venues if (city := one.id if one.kind is VenueKind.CITY else one.city)
        ),
        "venue": frozenset(one.id for one in venues if one.kind in _IN_CITIES),
    }


def passes(values: FilterValues, filters: DayFilters, but: str = "") -> bool:
    """Whether an occurrence with these values passes all `filters` except the one of the kind `but`."""
    chosen = zip(DAY_FILTER_KINDS, filters, strict=True)
    return all(not value or kind == but or value in values[kind] for kind, value in chosen)


def count_values(
    occurrences: Iterable[FilterValues], filters: DayFilters
) -> dict[DayFilterKind, Counter[str]]:
    """For each kind and value: the number of occurrences that choosing this value would leave."""
    counts: dict[DayFilterKind, Counter[str]] = {kind: Counter() for kind in DAY_FILTER_KINDS}
    for values in occurrences:
        for kind in DAY_FILTER_KINDS:
            if passes(values, filters, kind):
                counts[kind].update(values[kind])
    return counts
