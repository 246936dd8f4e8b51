"""The order of what is found: coming before past, titles before the rest, whole words before beginnings."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from kiosk.base.model import Text
from kiosk.search.fold import terms
from kiosk.store.event_selection import EventMatch
from kiosk.store.search_index import IndexEntry, SearchIndex

Terms = tuple[tuple[str, ...], ...]
"""Words that all have to be there, each as one of these beginnings."""
POOL_SIZE = 40
"""How many events that fit alike are put in order exactly. Of more, those that end first are taken: an event
of many dates may be missing from thousands of others until more is typed."""


class RankedEvent(NamedTuple):
    """An event with the occurrence that stands for it, its entry in the index, whether it is coming, and the
    words it was found by."""

    found: EventMatch
    entry: IndexEntry
    coming: bool
    words: Terms


class _Query(NamedTuple):
    """In which language, when, which entry is the first that is coming then, on which side of it."""

    language: str
    now: int | None
    first: int
    coming: bool


class Ranking:
    """Asks an index and puts what it says in order."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index

    def rank(
        self, variants: Iterable[Terms], language: str, now: int | None, limit: int
    ) -> list[RankedEvent]:
        """The first `limit` events with all words of a variant; of those alike, an earlier one's first.

        A variant is not asked for as long as those before it give enough.
        """
        pending, known = iter(variants), list[Terms]()
        best: dict[str, RankedEvent] = {}
        for coming in (True, False):
            asked = _Query(language, now, self._index.first_coming(now), coming)
            for tier in (self._match_titles, self._match_anywhere):
                for words in _known_and_pending(known, pending):
                    for one in chain.from_iterable(tier(words, asked)):
                        best.setdefault(one.found.event, one)
                    if len(best) >= limit:
                        return list(best.values())[:limit]
        return list(best.values())

    def next_events(self, now: int | None, limit: int) -> list[RankedEvent]:
        """The events that come next."""
        first = self._index.first_coming(now)
        return self._in_list_order((), self._index.entries_from(first, limit), _Query("", now, first, True))

    def _match_titles(self, words: Terms, asked: _Query) -> Iterator[list[RankedEvent]]:
        """The events with all the words in their titles: whole words first, the visitor's language first."""
        whole = self._match_pool(words, asked, title=True, begins=False)
        entries = {entry.number: entry for entry in whole}
        entries |= {entry.number: entry for entry in self._match_pool(words, asked, title=True, begins=True)}
        fits = {
            entry.event: (n >= len(whole), not _has_all_terms(entry.titles, words, asked.language))
            for n, entry in enumerate(entries.values())
        }
        standing = self._in_list_order(words, list(entries.values()), asked)
        yield sorted(standing, key=lambda one: fits[one.found.event])

    def _match_anywhere(self, words: Terms, asked: _Query) -> Iterator[list[RankedEvent]]:
        """The events with all the words anywhere: those with whole words, then the others."""
        for begins in (False, True):
            yield self._in_list_order(
                words, self._match_pool(words, asked, title=False, begins=begins), asked
            )

    def _match_pool(self, words: Terms, asked: _Query, *, title: bool, begins: bool) -> list[IndexEntry]:
        return self._index.match(
            words, title=title, begins=begins, first=asked.first, limit=POOL_SIZE, coming=asked.coming
        )

    def _in_list_order(self, words: Terms, entries: Sequence[IndexEntry], asked: _Query) -> list[RankedEvent]:
        """The entries in the order of a catalogue's lists."""
        by_event = {entry.event: entry for entry in entries}
        standing = self._index.order_events(list(by_event), asked.now, coming=asked.coming) if entries else []
        return [RankedEvent(found, by_event[found.event], asked.coming, words) for found in standing]


def _known_and_pending(known: list[Terms], pending: Iterator[Terms]) -> Iterator[Terms]:
    """Those known, then those pending, which are known from then on."""
    yield from tuple(known)
    for one in pending:
        if one not in known:
            known.append(one)
            yield one


def _has_all_terms(titles: Text, words: Terms, language: str) -> bool:
    """Whether the title in that language has all the words."""
    own = terms(titles.get(language, ""))
    return all(any(term.startswith(readings) for term in own) for readings in words)
