"""Queries the catalogues of all packs of a generation as one programme."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, pairwise
from typing import Unpack

from kiosk.base.model import Campaign, Card, Event, Theme, Venue
from kiosk.store.calendar_queries import DatePrecision, OccurrenceCount
from kiosk.store.catalogue import Catalogue
from kiosk.store.event_selection import EventFilters, EventMatch


class CombinedCatalogue:
    """Answers like one `Catalogue` of all events; `catalogues` are in order of precedence (ADR 9).

    Where two of them have the same event, theme or venue id, the first one's record is used. The first also
    gives the programme's title and time zone.
    """

    def __init__(self, catalogues: Sequence[Catalogue]) -> None:
        self._catalogues = tuple(catalogues)
        seen_ids: frozenset[str] = frozenset()
        for higher, lower in pairwise(self._catalogues):
            seen_ids |= higher.event_ids()
            lower.exclude_events(seen_ids & lower.event_ids())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of any of the packs, in the order to offer them."""
        return tuple(dict.fromkeys(code for catalogue in self._catalogues for code in catalogue.languages))

    def campaign(self) -> Campaign:
        """The campaign of the first pack, which names the whole programme."""
        return self._catalogues[0].campaign()

    def themes(self) -> tuple[Theme, ...]:
        """The themes in order of precedence, with the events of all; a lower pack's only if it has events."""
        themes: dict[str, Theme] = {}
        for catalogue in self._catalogues:
            for theme in catalogue.themes():
                if known := themes.get(theme.id):
                    themes[theme.id] = replace(known, events=known.events + theme.events)
                elif theme.events or catalogue is self._catalogues[0]:
                    themes[theme.id] = theme
        return tuple(themes.values())

    def cards(
        self, now: int | None, *, limit: int = -1, offset: int = 0, **filters: Unpack[EventFilters]
    ) -> tuple[Card, ...]:
        """As `Catalogue.cards`."""
        end = None if limit < 0 else offset + limit
        return self.cards_of(self.find_events(now, limit=-1 if end is None else end, **filters)[offset:end])

    def find_events(
        self, now: int | None, *, limit: int = -1, **filters: Unpack[EventFilters]
    ) -> list[EventMatch]:
        """As `Catalogue.find_events`."""
        lists = (one.find_events(now, limit=limit, **filters) for one in self._catalogues)
        return sorted(chain(*lists))[: None if limit < 0 else limit]

    def cards_of(self, matches: Sequence[EventMatch]) -> tuple[Card, ...]:
        """The cards of matches from any of the catalogues, in the same order."""
        cards: dict[EventMatch, Card] = {}
        for catalogue in self._catalogues:
            own = [one for one in matches if catalogue.has_event(one.event)]
            cards |= zip(own, catalogue.cards_of(own), strict=True)
        return tuple(cards[one] for one in matches)

    def count_events(self, now: int | None, **filters: Unpack[EventFilters]) -> int:
        """The number of events `cards` returns for the same filters."""
        return sum(catalogue.count_events(now, **filters) for catalogue in self._catalogues)

    def cities(self, now: int | None, theme: str = "") -> tuple[tuple[Venue, int], ...]:
        """The cities with coming events and the number of those; the highest number first."""
        return self._add_up_venues(catalogue.cities(now, theme) for catalogue in self._catalogues)

    def places(self, now: int | None) -> tuple[tuple[Venue, int], ...]:
        """As `cities`, and the venues of events that lie in no city: a country, a Corner."""
        return self._add_up_venues(catalogue.places(now) for catalogue in self._catalogues)

    def _add_up_venues(self, counts: Iterable[Iterable[tuple[Venue, int]]]) -> tuple[tuple[Venue, int], ...]:
        totals: dict[str, tuple[Venue, int]] = {}
        for place, events in chain(*counts):
            _, others = totals.get(place.id, (place, 0))
            totals[place.id] = (self.venue(place.id) or place, others + events)
        return tuple(sorted(totals.values(), key=lambda one: (-one[1], one[0].id)))

    def corners(self) -> tuple[Venue, ...]:
        """The named Corners of all packs, by id."""
        found = {corner.id: corner for one in reversed(self._catalogues) for corner in one.corners()}
        return tuple(found[id] for id in sorted(found))

    def months(self, now: int | None, theme: str = "") -> tuple[tuple[str, int], ...]:
        """The months ('2016-06') with coming events and the number of those, in order."""
        totals: dict[str, int] = {}
        for catalogue in self._catalogues:
            for month, events in catalogue.months(now, theme):
                totals[month] = totals.get(month, 0) + events
        return tuple(sorted(totals.items()))

    def count_occurrences(self, first: date, last: date) -> list[OccurrenceCount]:
        """As `Catalogue.calendar`; equal groups of two packs are not added up."""
        return [
            count
            for catalogue in self._catalogues
            for count in catalogue.calendar.count_occurrences(first, last)
        ]

    def find_occurrences(
        self,
        first: date,
        last: date,
        precisions: Collection[DatePrecision],
        *,
        venue: str = "",
        limit: int = -1,
    ) -> list[EventMatch]:
        """As `Catalogue.calendar`."""
        lists = (
            one.calendar.find_occurrences(first, last, precisions, venue=venue, limit=limit)
            for one in self._catalogues
        )
        return sorted(chain(*lists))[: None if limit < 0 else limit]

    def next_meetings(self, now: int, venue: str) -> list[EventMatch]:
        """As `Catalogue.calendar`."""
        return sorted(chain(*(one.calendar.next_meetings(now, venue) for one in self._catalogues)))

    def next_day(self, after: date, *, dated: bool) -> date | None:
        """As `Catalogue.calendar`."""
        days = (one.calendar.next_day(after, dated=dated) for one in self._catalogues)
        return min(filter(None, days), default=None)

    def last_day(self, before: date) -> date | None:
        """As `Catalogue.calendar`."""
        return max(filter(None, (one.calendar.last_day(before) for one in self._catalogues)), default=None)

    def venue(self, id: str) -> Venue | None:
        """The venue with that id; None when no pack has it."""
        return next(filter(None, (catalogue.venue(id) for catalogue in self._catalogues)), None)

    @property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """The catalogue of each pack, in order of precedence."""
        return self._catalogues

    def event(self, id: str) -> Event:
        """The event with that id; `KeyError` when there is none."""
        return self._catalogues[self.catalogue_index(id)].event(id)

    def read_events(self, ids: Sequence[str]) -> dict[str, Event]:
        """As `Catalogue.read_events`."""
        return {id: event for one in reversed(self._catalogues) for id, event in one.read_events(ids).items()}

    def catalogue_index(self, event: str) -> int:
        """The index of the catalogue an event is from; `KeyError` when there is no event with that id."""
        for index, catalogue in enumerate(self._catalogues):
            if catalogue.has_event(event):
                return index
        raise KeyError(event)
