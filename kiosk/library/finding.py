"""Finds events by what a visitor types: coming ones before past ones, titles before the rest (ADR 13)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.library.programme import Programme
from kiosk.library.ranking import Ranked, Ranking
from kiosk.search.fold import words
from kiosk.search.marks import Marked, excerpt, marked
from kiosk.search.meanings import MONTHS
from kiosk.search.query import Typed, looser, mended, read
from kiosk.search.vocabulary import Vocabulary
from kiosk.store.index import Expression, Index
from kiosk.store.selection import Found
from kiosk.words import pick


@dataclass(frozen=True, slots=True)
class Hit:
    """An event that was found, with the occurrence that stands for it, and whether that is coming.

    `title` is in the visitor's language with the match marked. `where` is a line from elsewhere that shows
    the match when the title does not; empty for what no text spells out, such as a month.
    """

    found: Found
    coming: bool
    title: Marked
    where: Marked


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

    def _hits(self, found: list[Ranked], variants: list[Expression], language: str) -> tuple[Hit, ...]:
        beginnings = {one for variant in variants for readings in variant for one in readings}
        titles = self._ranking.titles(found)
        hits = []
        for one in found:
            title = marked(pick(titles[one.found.event], language)[0], beginnings)
            shown = any(piece.marked for piece in title)
            where = () if shown else self._where(one, beginnings, language)
            hits.append(Hit(one.found, one.coming, title, where))
        return tuple(hits)

    def _where(self, one: Ranked, beginnings: set[str], language: str) -> Marked:
        lines = (excerpt(text, beginnings) for text in self._texts(one, language))
        return next(filter(None, lines), ())

    def _texts(self, one: Ranked, language: str) -> Iterable[str]:
        """All texts an event can have been found by, the visitor's language first."""
        event, catalogue = one.found.event, self._programme.catalogues[one.place]
        texts = catalogue.texts([event], ("summary", "title", "body"))[event].values()
        yield from (text[language] for text in texts if language in text)
        yield from catalogue.source.names(event)
        yield from (words for text in texts for code, words in text.items() if code != language)
        yield from catalogue.source.notes(event)

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
