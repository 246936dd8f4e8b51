"""Finds events by what a visitor types: as typed before other forms, titles before the rest (ADR 13)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from kiosk.i18n.translator import pick_translation
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.facets import Facets
from kiosk.programme.ranking import RankedEvent, Ranking, Terms, Variant
from kiosk.search.fold import words
from kiosk.search.highlight import MarkedText, make_excerpt, mark_matches
from kiosk.search.query import QueryWord, correct_words, keep_typed, loosen_words, parse_query, strip_word
from kiosk.search.synonyms import MONTH_WORDS
from kiosk.search.vocabulary import Vocabulary
from kiosk.store.search_index import SearchIndex


@dataclass(frozen=True, slots=True)
class Hit:
    """An event found; `title` is in the visitor's language, with the match marked.

    `marks` are the sets of prefixes that an excerpt marks, each only where those before it mark nothing.
    """

    ranked: RankedEvent
    title: MarkedText
    marks: tuple[frozenset[str], ...]

    @property
    def event(self) -> str:
        """The event's id."""
        return self.ranked.match.event

    @property
    def is_coming(self) -> bool:
        """Whether the event is coming; otherwise it is past."""
        return self.ranked.is_coming


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The events found, best first. When there are none: the probable correction ('' for none), and as
    suggestions the events found by the correction, by some of the words, or the next events."""

    hits: tuple[Hit, ...]
    did_you_mean: str = ""
    suggestions: tuple[Hit, ...] = ()


class EventSearch:
    """Searches the `programme` by its `index`, fast enough for each key stroke."""

    def __init__(self, programme: CombinedCatalogue, index: SearchIndex) -> None:
        self._programme = programme
        self._index = index
        self._ranking = Ranking(index)
        self._vocabulary = Vocabulary(*index.vocabulary)

    def search(self, text: str, language: str, now: int | None, limit: int = 20) -> SearchResults:
        """Up to `limit` events for `text`, the same in every `language` though not in the same order.

        `now` is in UTC seconds, None when the clock cannot be trusted: then only events marked over are past.
        """
        words = parse_query(text, self._vocabulary)
        if not words:
            return SearchResults(())
        known = all(word.readings for word in words)
        if known and (found := self._ranking.rank(self._variant_groups(words), language, now, limit)):
            return SearchResults(_make_hits(found, language, _terms(words)))
        corrected = () if known else correct_words(words, self._vocabulary)
        if corrected and (found := self._ranking.rank([[Variant(_terms(corrected))]], language, now, limit)):
            return SearchResults(
                (), self._correct_spelling(corrected, words, found[0]), _make_hits(found, language)
            )
        fewer = _fewer_terms([word.readings for word in corrected or words if word.readings])
        near = self._ranking.rank(([Variant(one)] for one in fewer), language, now, limit)
        return SearchResults((), "", _make_hits(near or self._ranking.next_events(now, limit), language))

    @cached_property
    def facets(self) -> Facets:
        """The event counts of all filters."""
        return Facets(self._index)

    def excerpt_of(self, hit: Hit, language: str) -> MarkedText:
        """A line of text that shows the match when the title does not; call it for visible hits only.

        Empty when the title shows the match, and when no text contains it, as with a month.
        """
        if any(piece.is_marked for piece in hit.title):
            return ()
        texts = tuple(self._texts(hit.ranked, language))
        lines = (make_excerpt(text, prefixes) for prefixes in hit.marks for text in texts)
        return next(filter(None, lines), ())

    def _variant_groups(self, words: Sequence[QueryWord]) -> Iterator[Sequence[Variant]]:
        """The words as typed, then in any alphabet; in a group of its own, in other forms."""
        yield list(dict.fromkeys((_with_stems(list(map(keep_typed, words))), _with_stems(words))))
        yield [Variant(_terms(loosen_words(words, self._vocabulary)))]

    def _texts(self, one: RankedEvent, language: str) -> Iterable[str]:
        """All texts in which an event can be found, the visitor's language first."""
        source = self._programme.catalogues[one.entry.catalogue].index_source
        texts = source.texts(one.match.event)
        yield from texts.pop(language, ())
        yield from source.names(one.match.event)
        yield from chain(*texts.values())

    def _correct_spelling(
        self, corrected: Sequence[QueryWord], words: Sequence[QueryWord], first: RankedEvent
    ) -> str:
        """The corrected words as they are spelt in the first event or in the name of a month."""
        texts = (*self._texts(first, ""), *MONTH_WORDS)
        return " ".join(
            one.text if before.readings else _spelling_in(one.readings[0], texts)
            for one, before in zip(corrected, words, strict=True)
        )


def _make_hits(found: Iterable[RankedEvent], language: str, typed: Terms = ()) -> tuple[Hit, ...]:
    """The hits of a search; where the `typed` words do not match, what was found is marked as well."""
    hits = []
    for one in found:
        title, marks = pick_translation(one.entry.titles, language)[0], _marks(one.words, typed)
        hits.append(Hit(one, mark_matches(title, marks[-1]), marks))
    return tuple(hits)


def _marks(found: Terms, typed: Terms) -> tuple[frozenset[str], ...]:
    of_typed = frozenset(chain.from_iterable(typed))
    everything = of_typed.union(chain.from_iterable(found))
    return (of_typed, everything) if of_typed and of_typed != everything else (everything,)


def _spelling_in(prefix: str, texts: Iterable[str]) -> str:
    """The shortest word of `texts` whose term has that prefix, as it is spelt there."""
    candidates = (
        text[word.start : word.end] for text in texts for word in words(text) if word.term.startswith(prefix)
    )
    return min(candidates, key=len, default=prefix)


def _terms(words: Iterable[QueryWord]) -> Terms:
    return tuple(word.readings for word in words)


def _with_stems(words: Sequence[QueryWord]) -> Variant:
    return Variant(_terms(words), _terms(map(strip_word, words)))


def _fewer_terms(words: Sequence[tuple[str, ...]]) -> Iterator[Terms]:
    """All words, then all but one of them, then each alone."""
    if words:
        yield tuple(words)
    if len(words) > 2:
        yield from ((*words[:left_out], *words[left_out + 1 :]) for left_out in range(len(words)))
    if len(words) > 1:
        yield from ((word,) for word in words)
