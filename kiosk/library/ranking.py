"""The order of what is found: coming before past, titles before the rest, whole words before beginnings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from kiosk.library.programme import Programme
from kiosk.model import Text
from kiosk.search.fold import terms
from kiosk.store.index import Entry, Expression, Index
from kiosk.store.selection import Found

Terms = tuple[tuple[str, ...], ...]
POOL = 40
"""How many events that fit alike are put in order exactly. Of more, those that end first are taken: an event
of many dates may be missing from thousands of others until more is typed."""


class Ranked(NamedTuple):
    """An event with the occurrence that stands for it, its entry in the index, whether it is coming."""

    found: Found
    entry: Entry
    coming: bool


class _Asked(NamedTuple):
    """In which language, when, which entry is the first that is coming then, on which side of it."""

    language: str
    now: int | None
    first: int
    coming: bool


class Ranking:
    """Asks an index of `programme` and puts what it says in order."""

    def __init__(self, programme: Programme, index: Index) -> None:
        self._catalogues = programme.catalogues
        self._index = index

    def best(
        self, variants: Sequence[Expression], language: str, now: int | None, limit: int
    ) -> list[Ranked]:
        """The first `limit` events with all words of a variant; of those alike, an earlier one's first."""
        wanted = dict.fromkeys(tuple(map(tuple, variant)) for variant in variants)
        best: dict[str, Ranked] = {}
        for coming in (True, False):
            asked = _Asked(language, now, self._index.first_coming(now), coming)
            for tier in (self._in_titles, self._anywhere):
                for words in wanted:
                    for one in chain.from_iterable(tier(words, asked)):
                        best.setdefault(one.found.event, one)
                    if len(best) >= limit:
                        return list(best.values())[:limit]
        return list(best.values())

    def next(self, now: int | None, limit: int) -> list[Ranked]:
        """The events that come next."""
        return self._standing(self._index.next(self._index.first_coming(now), limit), now, True)

    def _in_titles(self, words: Terms, asked: "_Asked") -> Iterator[list[Ranked]]:
        """The events with all the words in their titles: whole words first, the visitor's language first."""
        entries = self._pool(words, asked, title=True, begins=True)
        if len(entries) == POOL:
            whole = self._pool(words, asked, title=True, begins=False)
            entries = list({entry.n: entry for entry in (*whole, *entries)}.values())
        standing = self._standing(entries, asked.now, asked.coming)
        yield sorted(standing, key=lambda one: _fit(one.entry.titles, words, asked.language))

    def _anywhere(self, words: Terms, asked: "_Asked") -> Iterator[list[Ranked]]:
        """The events with all the words anywhere: those with whole words, then the others."""
        for begins in (False, True):
            entries = self._pool(words, asked, title=False, begins=begins)
            yield self._standing(entries, asked.now, asked.coming)

    def _pool(self, words: Terms, asked: "_Asked", *, title: bool, begins: bool) -> list[Entry]:
        return self._index.match(
            words, title=title, begins=begins, first=asked.first, limit=POOL, coming=asked.coming
        )

    def _standing(self, entries: Sequence[Entry], now: int | None, coming: bool) -> list[Ranked]:
        """The entries in the order of a catalogue's lists."""
        places: dict[int, dict[str, Entry]] = defaultdict(dict)
        for entry in entries:
            places[entry.place][entry.event] = entry
        ranked = (
            Ranked(found, own[found.event], coming)
            for place, own in places.items()
            for found in self._catalogues[place].found(now, past=not coming, events=list(own))
        )
        return sorted(ranked, key=lambda one: one.found)


def _fit(title: Text, words: Terms, language: str) -> tuple[bool, bool]:
    """Whether whole words are missing from a title, and whether it is in another language; best first."""
    found = {code: terms(said) for code, said in title.items()}
    every = set().union(*found.values())
    whole = all(not every.isdisjoint(readings) for readings in words)
    own = found.get(language, ())
    here = all(any(term.startswith(readings) for term in own) for readings in words)
    return not whole, not here
