"""Finds events by what a visitor types: coming ones before past ones, titles before the rest (ADR 13)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from kiosk.library.programme import Programme
from kiosk.library.ranking import Ranked, Ranking
from kiosk.search.fold import words
from kiosk.search.marks import Marked, excerpt, marked
from kiosk.search.meanings import MONTHS
from kiosk.search.query import Typed, looser, mended, read
from kiosk.search.vocabulary import Vocabulary
from kiosk.store.index import Expression, Index
from kiosk.words import pick


@dataclass(frozen=True, slots=True)
class Hit:
    """An event that was found; `title` is in the visitor's language, with the match marked.

    `beginnings` are those of the terms it was found by.
    """

    ranked: Ranked
    title: Marked
    beginnings: frozenset[str]

    @property
    def event(self) -> str:
        """The event's id."""
        return self.ranked.found.event

    @property
    def coming(self) -> bool:
        """Whether it is coming; otherwise it is past."""
        return self.ranked.coming


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, best first. When nothing was: what was probably meant ('' for no idea), and the hits of
    that, of some of the words, or whatever comes next."""

    hits: tuple[Hit, ...]
    did_you_mean: str = ""
    near: tuple[Hit, ...] = ()


class Search:
    """Answers each key stroke, from the `programme` shown and the `index` made of it."""

    def __init__(self, programme: Programme, index: Index) -> None:
        self._programme = programme
        self._ranking = Ranking(programme, index)
        self._vocabulary = Vocabulary(*index.vocabulary())

    def search(self, text: str, language: str, now: int | None, limit: int = 20) -> Results:
        """Up to `limit` events for `text`, the same in every `language` though not in the same order.

        `now` is in UTC seconds, None when the clock cannot be trusted: then only what is marked over is past.
        """
        typed = read(text, self._vocabulary)
        if not typed:
            return Results(())
        if all(word.readings for word in typed):
            variants = [_readings(typed), _readings(looser(typed, self._vocabulary))]
            if found := self._ranking.best(variants, language, now, limit):
                return Results(self._hits(found, variants, language))
        meant = mended(typed, self._vocabulary)
        if meant and meant != typed:
            variants = [_readings(meant)]
            if found := self._ranking.best(variants, language, now, limit):
                return Results((), self._spelt(meant, typed, found), self._hits(found, variants, language))
        variants = list(_with_fewer([word.readings for word in meant or typed if word.readings]))
        near = self._ranking.best(variants, language, now, limit) or self._ranking.next(now, limit)
        return Results((), "", self._hits(near, variants, language))

    def where(self, hit: Hit, language: str) -> Marked:
        """A line that shows the match when the title does not; to be asked for the hits that are seen.

        Empty when the title does, and for what no text spells out, such as a month.
        """
        if any(piece.marked for piece in hit.title):
            return ()
        lines = (excerpt(text, hit.beginnings) for text in self._texts(hit.ranked, language))
        return next(filter(None, lines), ())

    def _hits(self, found: list[Ranked], variants: list[Expression], language: str) -> tuple[Hit, ...]:
        beginnings = frozenset(one for variant in variants for readings in variant for one in readings)
        return tuple(
            Hit(one, marked(pick(one.entry.titles, language)[0], beginnings), beginnings) for one in found
        )

    def _texts(self, one: Ranked, language: str) -> Iterable[str]:
        """All texts an event can have been found by, the visitor's language first."""
        source = self._programme.catalogues[one.entry.place].source
        texts = source.texts(one.found.event)
        yield from texts.pop(language, ())
        yield from source.names(one.found.event)
        yield from chain(*texts.values())

    def _spelt(self, meant: Sequence[Typed], typed: Sequence[Typed], found: list[Ranked]) -> str:
        """What was meant, as the first event or a month has it written."""
        said = []
        for one, before in zip(meant, typed, strict=True):
            texts = (*self._texts(found[0], ""), *MONTHS)
            spelt = (text[word.start : word.end] for text in texts for word in words(text)
                if not before.readings and word.term.startswith(one.readings))  # fmt: skip
            said.append(min(spelt, key=len, default=one.text if before.readings else one.readings[0]))
        return " ".join(said)


def _readings(typed: Iterable[Typed]) -> Expression:
    return [word.readings for word in typed]


def _with_fewer(words: Expression) -> Iterable[Expression]:
    """All words, then all but one of them, then each alone."""
    if words:
        yield words
    if len(words) > 2:
        yield from ([*words[:left_out], *words[left_out + 1 :]] for left_out in range(len(words)))
    if len(words) > 1:
        yield from ([word] for word in words)
