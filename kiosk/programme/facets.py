"""Counts the events each filter would leave, with sets of events as the bits of an integer."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.programme.search_index_builder import (
    AUDIENCE,
    CAN_JOIN,
    CITY,
    CLOSES,
    LEVEL,
    MONTH,
    MONTH_CAN_JOIN,
    OFFER,
    OPENS,
    PLACE,
    SPOKEN,
    THEME,
)
from kiosk.store.event_selection import NEVER
from kiosk.store.search_index import Facet, SearchIndex

_CODES = (AUDIENCE, SPOKEN, OFFER, LEVEL)
"""The kinds of facets that are also fields of `Filters`, besides the theme."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters on coming events: ids and codes, a month as '2016-06'; '' and False filter nothing.

    `city` may be the id of any venue of events, but only cities are offered.
    """

    theme: str = ""
    city: str = ""
    month: str = ""
    audience: str = ""
    spoken: str = ""
    offer: str = ""
    level: str = ""
    free_places: bool = False


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The number of events the filters leave, and those each other choice would leave instead of its kind's.

    `choices` are by kind, a field of `QueryFilters`. Choices that would leave none are absent; months are in
    order, the others by descending count.
    """

    total: int
    choices: Mapping[str, Mapping[str, int]]
    free_places: int


class Facets:
    """Counts the coming events of an index; agrees with the catalogue's lists for the same arguments."""

    def __init__(self, index: SearchIndex) -> None:
        self._size = index.size
        self._index = index
        self._sets: dict[str, dict[str, _CurrentEntries]] = defaultdict(dict)
        for facet in index.facets():
            self._sets[facet.kind][facet.value] = _CurrentEntries(facet, self._size)

    def count_choices(self, now: int | None, filters: Filters) -> FacetCounts:
        """Count for `now` in UTC seconds, None when the clock cannot be trusted."""
        return FacetCounts(
            self.matching_entries(now, filters).bit_count(),
            {
                "city": self._count_each(CITY, now, self.matching_entries(now, replace(filters, city=""))),
                "month": dict(sorted(self._count_months(now, filters).items())),
                **{kind: self._count_others(kind, now, filters) for kind in _CODES},
            },
            self.matching_entries(now, replace(filters, free_places=True)).bit_count(),
        )

    def matching_entries(self, now: int | None, filters: Filters) -> int:
        """The coming events that the filters leave: bit n stands for index entry n."""
        first = self._index.first_coming(now)
        remaining = ((1 << self._size) - 1) >> first << first
        for kind in (THEME, *_CODES):
            if value := getattr(filters, kind):
                remaining &= self._entries_of(kind, value, now)
        if filters.city:
            remaining &= self._entries_of(CITY, filters.city, now) | self._entries_of(
                PLACE, filters.city, now
            )
        if filters.free_places:
            kind = MONTH_CAN_JOIN if filters.month else CAN_JOIN
            return remaining & self._open_entries(now) & self._entries_of(kind, filters.month, now)
        return remaining & self._entries_of(MONTH, filters.month, now) if filters.month else remaining

    def _count_others(self, kind: str, now: int | None, filters: Filters) -> dict[str, int]:
        """By value of `kind`, a field of `Filters`: the events that the other filters leave."""
        others = replace(filters, **{kind: ""})  # type: ignore[arg-type]
        return self._count_each(kind, now, self.matching_entries(now, others))

    def _count_months(self, now: int | None, filters: Filters) -> dict[str, int]:
        others = self.matching_entries(now, replace(filters, month="", free_places=False))
        if filters.free_places:
            return self._count_each(MONTH_CAN_JOIN, now, others & self._open_entries(now))
        return self._count_each(MONTH, now, others)

    def _count_each(self, kind: str, now: int | None, remaining: int) -> dict[str, int]:
        counts = {
            value: (remaining & events.entries_at(now)).bit_count()
            for value, events in self._sets[kind].items()
        }
        return {
            value: counts[value] for value in sorted(counts, key=lambda one: -counts[one]) if counts[value]
        }

    def _open_entries(self, now: int | None) -> int:
        """The events whose registration is open now; without a clock, those with registration."""
        opened = self._entries_of(CLOSES, "", now)
        return opened if now is None else opened & ~self._entries_of(OPENS, "", now)

    def _entries_of(self, kind: str, value: str, now: int | None) -> int:
        events = self._sets[kind].get(value)
        return events.entries_at(now) if events else 0


class _CurrentEntries:
    """The entries of a facet at a given time; each call updates the result of the one before."""

    def __init__(self, facet: Facet, size: int) -> None:
        self._untils, self._entries, self._size = facet.untils, facet.entries, size
        self._first, self._events = len(facet.entries), 0

    def entries_at(self, now: int | None) -> int:
        first = bisect_left(self._untils, NEVER if now is None else now)
        if first < self._first:
            self._events = self._bits(first, len(self._entries))
        elif first > self._first:
            self._events &= ~self._bits(self._first, first)
        self._first = first
        return self._events

    def _bits(self, first: int, last: int) -> int:
        bits = bytearray(self._size // 8 + 1)
        for n in self._entries[first:last]:
            bits[n >> 3] |= 1 << (n & 7)
        return int.from_bytes(bits, "little")
