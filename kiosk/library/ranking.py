"""The order of what is found: coming before past, titles before the rest, whole words before beginnings."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kiosk.library.programme import Programme
from kiosk.model import Text
from kiosk.search.fold import terms
from kiosk.store.index import Entry, Expression, Index
from kiosk.store.selection import Found

POOL = 60
"""How many events that fit alike are put in order exactly. Of more, those that end first are taken: an event of
many dates may be missing from thousands of others until more is typed."""


class Ranked(NamedTuple):
    """An event with the occurrence that stands for it, the place of its catalogue, and whether it is coming."""

    found: Found
    place: int
    coming: bool


class Ranking:
    """Asks an index of `programme` and puts what it says in order."""

    def __init__(self, programme: Programme, index: Index) -> None:
        self._catalogues = programme.catalogues
        self._index = index

    def best(
        self, variants: Sequence[Expression], language: str, now: int | None, limit: int
    ) -> list[Ranked]:
        """The first `limit` events with all the words of a variant, those of an earlier variant first."""
        first = self._index.first_coming(now)
        best: dict[str, Ranked] = {}
        for coming in (True, False):
            for variant in dict.fromkeys(tuple(map(tuple, one)) for one in variants):
                for tier in self._tiers(variant, language, now, first, coming):
                    for one in tier:
                        best.setdefault(one.found.event, one)
                    if len(best) >= limit:
                        return list(best.values())[:limit]
        return list(best.values())

    def next(self, now: int | None, limit: int) -> list[Ranked]:
        """The events that come next."""
        return self._standing(self._index.next(self._index.first_coming(now), limit), now, True)

    def titles(self, ranked: Sequence[Ranked]) -> dict[str, Text]:
        """The titles of events, by id."""
        return self._titles([Entry(0, one.found.event, one.place) for one in ranked])

    def _tiers(
        self, words: Expression, language: str, now: int | None, first: int, coming: bool
    ) -> Iterator[list[Ranked]]:
        """The events in the title, as whole words anywhere, as beginnings anywhere."""

        def pool(title: bool, begins: bool) -> list[Entry]:
            return self._index.match(
                words, title=title, begins=begins, first=first, limit=POOL, coming=coming
            )

        entries = pool(title=True, begins=True)
        if len(entries) == POOL:
            entries = list(dict.fromkeys([*pool(title=True, begins=False), *entries]))
        titles = self._titles(entries)
        fits = {event: _fit(title, words, language) for event, title in titles.items()}
        yield sorted(self._standing(entries, now, coming), key=lambda one: fits[one.found.event])
        for begins in (False, True):
            yield self._standing(pool(title=False, begins=begins), now, coming)

    def _standing(self, entries: Sequence[Entry], now: int | None, coming: bool) -> list[Ranked]:
        """The entries in the order of a catalogue's lists."""
        ranked = [
            Ranked(found, place, coming)
            for place, events in _by_place(entries).items()
            for found in self._catalogues[place].found(now, past=not coming, events=events)
        ]
        return sorted(ranked)

    def _titles(self, entries: Sequence[Entry]) -> dict[str, Text]:
        return {
            event: texts["title"]
            for place, events in _by_place(entries).items()
            for event, texts in self._catalogues[place].texts(events, ("title",)).items()
        }


def _by_place(entries: Sequence[Entry]) -> Mapping[int, list[str]]:
    places: dict[int, list[str]] = defaultdict(list)
    for entry in entries:
        places[entry.place].append(entry.event)
    return places


def _fit(title: Text, words: Expression, language: str) -> tuple[bool, bool]:
    """Whether whole words are missing from a title, and whether it is in another language; best first."""
    every = set().union(*map(terms, title.values()))
    own = terms(title.get(language, ""))
    whole = all(every.intersection(readings) for readings in words)
    here = all(any(term.startswith(tuple(readings)) for term in own) for readings in words)
    return not whole, not here
