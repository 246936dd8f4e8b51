"""Marks in a text what a visitor has typed, whatever way it is written there."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from kiosk.search.fold import compounds, terms, words, written

AROUND = 100
"""The code points that an excerpt has, about."""


class Piece(NamedTuple):
    """A part of a text, and whether it is marked."""

    text: str
    marked: bool


Marked = tuple[Piece, ...]
"""A text in pieces, marked and unmarked in turn."""


def marked(text: str, beginnings: Collection[str]) -> Marked:
    """`text` with every word marked as far as it is the longest of these folded `beginnings`."""
    pieces, end = [], 0
    for first, last in _spans(text, beginnings):
        pieces += [Piece(text[end:first], False), Piece(text[first:last], True)]
        end = last
    pieces.append(Piece(text[end:], False))
    return tuple(piece for piece in pieces if piece.text)


def excerpt(text: str, beginnings: Collection[str]) -> Marked:
    """Likewise a line of `text` with the first mark in it; empty when there is none."""
    if not any(term.startswith(tuple(beginnings)) for term in terms(text)):
        return ()  # the quick answer, for most texts are asked in vain
    span = next(_spans(text, beginnings), None)
    if span is None:
        return ()
    start = max(0, span[0] - AROUND // 3)
    start = text.find(" ", start) + 1 if start and " " in text[start : span[0]] else start
    end = text.find(" ", min(start + AROUND, len(text)))
    end = len(text) if end < 0 else end
    line = " ".join(text[start:end].split())
    return marked(f"{'… ' if start else ''}{line}{' …' if end < len(text) else ''}", beginnings)


def _spans(text: str, beginnings: Collection[str]) -> Iterator[tuple[int, int]]:
    """From where to where `text` is to be marked, in order."""
    for whole in compounds(text):
        parts = [word for word in words(text[whole.start : whole.end])]
        if letters := _longest(whole.term, beginnings, len(parts[0].term)):
            yield whole.start, whole.start + written(text[whole.start : whole.end], letters)
            continue
        for part in parts:
            if letters := _longest(part.term, beginnings):
                start = whole.start + part.start
                yield start, start + written(text[start : whole.start + part.end], letters)


def _longest(term: str, beginnings: Collection[str], beyond: int = 0) -> int:
    """The length of the longest of `beginnings` that `term` has, if it is longer than `beyond`; else 0."""
    lengths = (len(one) for one in beginnings if len(one) > beyond and term.startswith(one))
    return max(lengths, default=0)
