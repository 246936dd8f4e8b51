"""Ranks search results: what was typed before other forms, coming before past, titles before other texts."""

from collections.abc import Iterable, Iterator, Sequence
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


class Variant(NamedTuple):
    """What to search for; `stems` are the same words without endings, to prefer titles that have those."""

    words: Terms
    stems: Terms = ()


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
        self,
        groups: Iterable[Sequence[Variant]],
        language: str,
        now: int | None,
        limit: int,
    ) -> list[RankedEvent]:
        """The first `limit` events with all words of a variant; equal ones by the order of the variants.

        Groups of variants come the best first; within a group, upcoming events come before past ones. What
        is not needed for `limit` events is not read.
        """
        best: dict[str, RankedEvent] = {}
        for variants in groups:
            for coming in (True, False):
                query = _Query(language, now, self._index.first_coming(now), coming)
                for variant in variants:
                    for found in self._match(variant, query):
                        for one in found:
                            best.setdefault(one.match.event, one)
                        if len(best) >= limit:
                            return list(best.values())[:limit]
        return list(best.values())

    def next_events(self, now: int | None, limit: int) -> list[RankedEvent]:
        """The next events."""
        first = self._index.first_coming(now)
        return self._in_list_order((), self._index.entries_from(first, limit), _Query("", now, first, True))

    def _match(self, variant: Variant, query: _Query) -> Iterator[list[RankedEvent]]:
        """The events with all words in their titles, then with other forms of them there, then the others."""
        in_title = self._match_titles(variant.words, query)
        yield in_title
        if variant.stems and variant.stems != variant.words:
            known = {one.entry.number for one in in_title}
            near = self._match_pool(variant.stems, query, title=True, begins=True)
            if near := [entry for entry in near if entry.number not in known]:
                found = self._index.keep_matching(variant.words, near)
                yield self._in_list_order(variant.words, found, query)
        yield from self._match_anywhere(variant.words, query)

    def _match_titles(self, words: Terms, query: _Query) -> list[RankedEvent]:
        """The events with all words in their titles: whole words first, the visitor's language first."""
        whole = self._match_pool(words, query, title=True, begins=False)
        entries = {entry.number: entry for entry in whole}
        entries |= {entry.number: entry for entry in self._match_pool(words, query, title=True, begins=True)}
        sort_keys = {
            entry.event: (n >= len(whole), not _has_all_terms(entry.titles, words, query.language))
            for n, entry in enumerate(entries.values())
        }
        ranked = self._in_list_order(words, list(entries.values()), query)
        return sorted(ranked, key=lambda one: sort_keys[one.match.event])

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


def _has_all_terms(titles: Text, words: Terms, language: str) -> bool:
    """Whether the title in that language has all words."""
    own = terms(titles.get(language, ""))
    return all(any(term.startswith(readings) for term in own) for readings in words)
