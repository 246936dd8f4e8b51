"""Finds events by what a visitor types: coming ones before past ones, titles before the rest (ADR 13)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from kiosk.i18n.translator import pick_translation
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.facets import Facets
from kiosk.programme.ranking import RankedEvent, Ranking, Terms
from kiosk.search.fold import words
from kiosk.search.highlight import MarkedText, make_excerpt, mark_matches
from kiosk.search.query import QueryWord, correct_words, loosen_words, parse_query
from kiosk.search.synonyms import MONTH_WORDS
from kiosk.search.vocabulary import Vocabulary
from kiosk.store.search_index import SearchIndex


@dataclass(frozen=True, slots=True)
class Hit:
    """An event that was found; `title` is in the visitor's language, with the match marked."""

    ranked: RankedEvent
    title: MarkedText

    @property
    def event(self) -> str:
        """The event's id."""
        return self.ranked.found.event

    @property
    def coming(self) -> bool:
        """Whether it is coming; otherwise it is past."""
        return self.ranked.coming


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What was found, best first. When nothing was: what was probably meant ('' for no idea), and the hits of
    that, of some of the words, or whatever comes next."""

    hits: tuple[Hit, ...]
    did_you_mean: str = ""
    near: tuple[Hit, ...] = ()


class EventSearch:
    """Answers each key stroke, from the `programme` shown and the `index` made of it."""

    def __init__(self, programme: CombinedCatalogue, index: SearchIndex) -> None:
        self._programme = programme
        self._index = index
        self._ranking = Ranking(index)
        self._vocabulary = Vocabulary(*index.vocabulary)

    def search(self, text: str, language: str, now: int | None, limit: int = 20) -> SearchResults:
        """Up to `limit` events for `text`, the same in every `language` though not in the same order.

        `now` is in UTC seconds, None when the clock cannot be trusted: then only what is marked over is past.
        """
        typed = parse_query(text, self._vocabulary)
        if not typed:
            return SearchResults(())
        known = all(word.readings for word in typed)
        if known and (found := self._ranking.rank(self._term_variants(typed), language, now, limit)):
            return SearchResults(_make_hits(found, language))
        meant = () if known else correct_words(typed, self._vocabulary)
        if meant and (found := self._ranking.rank([_terms(meant)], language, now, limit)):
            return SearchResults(
                (), self._correct_spelling(meant, typed, found[0]), _make_hits(found, language)
            )
        fewer = _fewer_terms([word.readings for word in meant or typed if word.readings])
        near = self._ranking.rank(fewer, language, now, limit) or self._ranking.next_events(now, limit)
        return SearchResults((), "", _make_hits(near, language))

    @cached_property
    def facets(self) -> Facets:
        """How many events each filter would leave."""
        return Facets(self._index)

    def excerpt_of(self, hit: Hit, language: str) -> MarkedText:
        """A line that shows the match when the title does not; to be asked for the hits that are seen.

        Empty when the title does, and for what no text spells out, such as a month.
        """
        if any(piece.marked for piece in hit.title):
            return ()
        beginnings = _matched_prefixes(hit.ranked)
        lines = (make_excerpt(text, beginnings) for text in self._texts(hit.ranked, language))
        return next(filter(None, lines), ())

    def _term_variants(self, typed: Sequence[QueryWord]) -> Iterator[Terms]:
        """The words as they were typed, then in other forms."""
        yield _terms(typed)
        yield _terms(loosen_words(typed, self._vocabulary))

    def _texts(self, one: RankedEvent, language: str) -> Iterable[str]:
        """All texts an event can have been found by, the visitor's language first."""
        source = self._programme.catalogues[one.entry.catalogue].index_source
        texts = source.texts(one.found.event)
        yield from texts.pop(language, ())
        yield from source.names(one.found.event)
        yield from chain(*texts.values())

    def _correct_spelling(
        self, meant: Sequence[QueryWord], typed: Sequence[QueryWord], first: RankedEvent
    ) -> str:
        """What was meant, as the first event or a month has it written."""
        texts = (*self._texts(first, ""), *MONTH_WORDS)
        return " ".join(
            one.text if before.readings else _spelling_in(one.readings[0], texts)
            for one, before in zip(meant, typed, strict=True)
        )


def _make_hits(found: Iterable[RankedEvent], language: str) -> tuple[Hit, ...]:
    return tuple(
        Hit(one, mark_matches(pick_translation(one.entry.titles, language)[0], _matched_prefixes(one)))
        for one in found
    )


def _spelling_in(beginning: str, texts: Iterable[str]) -> str:
    """The shortest word of `texts` that begins so, as it is written there."""
    spelt = (
        text[word.start : word.end]
        for text in texts
        for word in words(text)
        if word.term.startswith(beginning)
    )
    return min(spelt, key=len, default=beginning)


def _matched_prefixes(one: RankedEvent) -> frozenset[str]:
    return frozenset(chain.from_iterable(one.words))


def _terms(typed: Iterable[QueryWord]) -> Terms:
    return tuple(word.readings for word in typed)


def _fewer_terms(words: Sequence[tuple[str, ...]]) -> Iterator[Terms]:
    """All words, then all but one of them, then each alone."""
    if words:
        yield tuple(words)
    if len(words) > 2:
        yield from ((*words[:left_out], *words[left_out + 1 :]) for left_out in range(len(words)))
    if len(words) > 1:
        yield from ((word,) for word in words)
