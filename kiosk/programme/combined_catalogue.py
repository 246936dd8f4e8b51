"""The packs of a generation as one programme: the questions of a catalogue, put to all of them."""

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
    """Answers like one `Catalogue` of all events; `catalogues` come in order of precedence (ADR 9).

    What two of them have is that of the first: an event with all about it, how a theme looks, what a city is
    called. The first also says what the whole is called and in which zone it is announced.
    """

    def __init__(self, catalogues: Sequence[Catalogue]) -> None:
        self._catalogues = tuple(catalogues)
        taken: frozenset[str] = frozenset()
        for higher, lower in pairwise(self._catalogues):
            taken |= higher.event_ids()
            lower.exclude_events(taken & lower.event_ids())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages any of the packs has, in the order to offer them."""
        return tuple(dict.fromkeys(code for catalogue in self._catalogues for code in catalogue.languages))

    def campaign(self) -> Campaign:
        """What the whole programme is called."""
        return self._catalogues[0].campaign()

    def themes(self) -> tuple[Theme, ...]:
        """The themes in order of precedence, with the events of all; a lower pack's only if it has any."""
        found: dict[str, Theme] = {}
        for catalogue in self._catalogues:
            for theme in catalogue.themes():
                if there := found.get(theme.id):
                    found[theme.id] = replace(there, events=there.events + theme.events)
                elif theme.events or catalogue is self._catalogues[0]:
                    found[theme.id] = theme
        return tuple(found.values())

    def cards(
        self, now: int | None, *, limit: int = -1, offset: int = 0, **wanted: Unpack[EventFilters]
    ) -> tuple[Card, ...]:
        """As of a catalogue."""
        end = None if limit < 0 else offset + limit
        return self.cards_of(self.find_events(now, limit=-1 if end is None else end, **wanted)[offset:end])

    def find_events(
        self, now: int | None, *, limit: int = -1, **wanted: Unpack[EventFilters]
    ) -> list[EventMatch]:
        """As of a catalogue."""
        lists = (one.find_events(now, limit=limit, **wanted) for one in self._catalogues)
        return sorted(chain(*lists))[: None if limit < 0 else limit]

    def cards_of(self, found: Sequence[EventMatch]) -> tuple[Card, ...]:
        """The cards of times of any of the catalogues, in the same order."""
        cards: dict[EventMatch, Card] = {}
        for catalogue in self._catalogues:
            own = [one for one in found if catalogue.has_event(one.event)]
            cards |= zip(own, catalogue.cards_of(own), strict=True)
        return tuple(cards[one] for one in found)

    def count_events(self, now: int | None, **wanted: Unpack[EventFilters]) -> int:
        """How many events `cards` gives for the same filters."""
        return sum(catalogue.count_events(now, **wanted) for catalogue in self._catalogues)

    def cities(self, now: int | None, theme: str = "") -> tuple[tuple[Venue, int], ...]:
        """The cities something coming takes place in, with how many events; the busiest first."""
        return self._add_up_venues(catalogue.cities(now, theme) for catalogue in self._catalogues)

    def places(self, now: int | None) -> tuple[tuple[Venue, int], ...]:
        """The same cities, and beside them the places of events that stand in none: a country, a Corner."""
        return self._add_up_venues(catalogue.places(now) for catalogue in self._catalogues)

    def _add_up_venues(self, counted: Iterable[Iterable[tuple[Venue, int]]]) -> tuple[tuple[Venue, int], ...]:
        found: dict[str, tuple[Venue, int]] = {}
        for place, events in chain(*counted):
            _, others = found.get(place.id, (place, 0))
            found[place.id] = (self.venue(place.id) or place, others + events)
        return tuple(sorted(found.values(), key=lambda one: (-one[1], one[0].id)))

    def corners(self) -> tuple[Venue, ...]:
        """The Corners that any of the packs knows by name, by id."""
        found = {corner.id: corner for one in reversed(self._catalogues) for corner in one.corners()}
        return tuple(found[id] for id in sorted(found))

    def months(self, now: int | None, theme: str = "") -> tuple[tuple[str, int], ...]:
        """The months ('2016-06') something coming falls in, with how many events, in order."""
        found: dict[str, int] = {}
        for catalogue in self._catalogues:
            for month, events in catalogue.months(now, theme):
                found[month] = found.get(month, 0) + events
        return tuple(sorted(found.items()))

    def count_occurrences(self, first: date, last: date) -> list[OccurrenceCount]:
        """As of `Catalogue.calendar`; what is alike in two packs is told by each of them."""
        return [
            count
            for catalogue in self._catalogues
            for count in catalogue.calendar.count_occurrences(first, last)
        ]

    def find_occurrences(
        self, first: date, last: date, known: Collection[DatePrecision], *, venue: str = "", limit: int = -1
    ) -> list[EventMatch]:
        """As of `Catalogue.calendar`."""
        lists = (
            one.calendar.find_occurrences(first, last, known, venue=venue, limit=limit)
            for one in self._catalogues
        )
        return sorted(chain(*lists))[: None if limit < 0 else limit]

    def next_meetings(self, now: int, venue: str) -> list[EventMatch]:
        """As of `Catalogue.calendar`."""
        return sorted(chain(*(one.calendar.next_meetings(now, venue) for one in self._catalogues)))

    def next_day(self, after: date, *, dated: bool) -> date | None:
        """As of `Catalogue.calendar`."""
        days = (one.calendar.next_day(after, dated=dated) for one in self._catalogues)
        return min(filter(None, days), default=None)

    def last_day(self, before: date) -> date | None:
        """As of `Catalogue.calendar`."""
        return max(filter(None, (one.calendar.last_day(before) for one in self._catalogues)), default=None)

    def venue(self, id: str) -> Venue | None:
        """The venue of that id; None when no pack has one."""
        return next(filter(None, (catalogue.venue(id) for catalogue in self._catalogues)), None)

    @property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """The catalogue of each pack, in order of precedence."""
        return self._catalogues

    def event(self, id: str) -> Event:
        """Everything about one event; `KeyError` when there is none of that id."""
        return self._catalogues[self.catalogue_index(id)].event(id)

    def read_events(self, ids: Sequence[str]) -> dict[str, Event]:
        """As of a catalogue."""
        return {id: event for one in reversed(self._catalogues) for id, event in one.read_events(ids).items()}

    def catalogue_index(self, event: str) -> int:
        """Which catalogue an event is from, counted from 0; `KeyError` when there is none of that id."""
        for place, catalogue in enumerate(self._catalogues):
            if catalogue.has_event(event):
                return place
        raise KeyError(event)
