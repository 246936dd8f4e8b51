"""Ranks search results: coming before past, titles before other texts, whole words before prefixes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from kiosk.base.model import Text
from kiosk.search.fold import terms
from kiosk.store.event_selection import EventMatch
from kiosk.store.search_index import IndexEntry, SearchIndex

Terms = tuple[tuple[str, ...], ...]
"""Words that must all match, each by one of its prefixes."""
POOL_SIZE = 40
"""The number of equal matches that are ordered exactly. Of more, those that end first are taken: an event
with many dates may be missing among thousands of others until more is typed."""


class RankedEvent(NamedTuple):
    """An event found: its match with the occurrence, index entry, whether it is coming, the matched words."""

    match: EventMatch
    entry: IndexEntry
    is_coming: bool
    words: Terms


class _Query(NamedTuple):
    """The language, the time, the first entry coming then, and whether to search from it or before it."""

    language: str
    now: int | None
    first_coming: int
    is_coming: bool


class Ranking:
    """Queries a search index and ranks the results."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index

    def rank(
        self, variants: Iterable[Terms], language: str, now: int | None, limit: int
    ) -> list[RankedEvent]:
        """The first `limit` events with all words of a variant; equal ones by the order of the variants.

        A variant is only used when those before it find too few.
        """
        pending, known = iter(variants), list[Terms]()
        best: dict[str, RankedEvent] = {}
        for coming in (True, False):
            query = _Query(language, now, self._index.first_coming(now), coming)
            for tier in (self._match_titles, self._match_anywhere):
                for words in _known_and_pending(known, pending):
                    for one in chain.from_iterable(tier(words, query)):
                        best.setdefault(one.match.event, one)
                    if len(best) >= limit:
                        return list(best.values())[:limit]
        return list(best.values())

    def next_events(self, now: int | None, limit: int) -> list[RankedEvent]:
        """The next events."""
        first = self._index.first_coming(now)
        return self._in_list_order((), self._index.entries_from(first, limit), _Query("", now, first, True))

    def _match_titles(self, words: Terms, query: _Query) -> Iterator[list[RankedEvent]]:
        """The events with all words in their titles: whole words first, the visitor's language first."""
        whole = self._match_pool(words, query, title=True, begins=False)
        entries = {entry.number: entry for entry in whole}
        entries |= {entry.number: entry for entry in self._match_pool(words, query, title=True, begins=True)}
        sort_keys = {
            entry.event: (n >= len(whole), not _has_all_terms(entry.titles, words, query.language))
            for n, entry in enumerate(entries.values())
        }
        ranked = self._in_list_order(words, list(entries.values()), query)
        yield sorted(ranked, key=lambda one: sort_keys[one.match.event])

    def _match_anywhere(self, words: Terms, query: _Query) -> Iterator[list[RankedEvent]]:
        """The events with all words anywhere: those with whole words, then the others."""
        for begins in (False, True):
            yield self._in_list_order(
                words, self._match_pool(words, query, title=False, begins=begins), query
            )

    def _match_pool(self, words: Terms, query: _Query, *, title: bool, begins: bool) -> list[IndexEntry]:
        return self._index.match(
            words,
            title=title,
            begins=begins,
            first=query.first_coming,
            limit=POOL_SIZE,
            coming=query.is_coming,
        )

    def _in_list_order(self, words: Terms, entries: Sequence[IndexEntry], query: _Query) -> list[RankedEvent]:
        """The events of the entries in the order of a catalogue's lists."""
        by_event = {entry.event: entry for entry in entries}
        matches = (
            self._index.order_events(list(by_event), query.now, coming=query.is_coming) if entries else []
        )
        return [RankedEvent(found, by_event[found.event], query.is_coming, words) for found in matches]


def _known_and_pending(known: list[Terms], pending: Iterator[Terms]) -> Iterator[Terms]:
    """Yield the known variants, then the pending ones, adding them to the known."""
    yield from tuple(known)
    for one in pending:
        if one not in known:
            known.append(one)
            yield one


def _has_all_terms(titles: Text, words: Terms, language: str) -> bool:
    """Whether the title in that language has all words."""
    own = terms(titles.get(language, ""))
    return all(any(term.startswith(readings) for term in own) for readings in words)
