"""Marks the search matches in a text, however they are spelt there."""

from collections.abc import Collection
from typing import NamedTuple

from kiosk.search.fold import find_prefix_matches

EXCERPT_LENGTH = 100
"""The approximate length of an excerpt in code points."""


class Piece(NamedTuple):
    """A part of a text, and whether it is marked."""

    text: str
    is_marked: bool


MarkedText = tuple[Piece, ...]
"""A text in pieces, alternately marked and unmarked."""


def mark_matches(text: str, prefixes: Collection[str]) -> MarkedText:
    """`text` with each word marked as far as it matches the longest of the folded `prefixes`."""
    pieces, end = [], 0
    for first, last in find_prefix_matches(text, prefixes):
        pieces += [Piece(text[end:first], False), Piece(text[first:last], True)]
        end = last
    pieces.append(Piece(text[end:], False))
    return tuple(piece for piece in pieces if piece.text)


def make_excerpt(text: str, prefixes: Collection[str]) -> MarkedText:
    """A line of `text` around its first match, marked; empty when there is no match."""
    span = next(find_prefix_matches(text, prefixes), None)
    if span is None:
        return ()
    start = max(0, span[0] - EXCERPT_LENGTH // 3)
    start = text.find(" ", start) + 1 if start and " " in text[start : span[0]] else start
    end = text.find(" ", min(start + EXCERPT_LENGTH, len(text)))
    end = len(text) if end < 0 else end
    line = " ".join(text[start:end].split())
    return mark_matches(f"{'… ' if start else ''}{line}{' …' if end < len(text) else ''}", prefixes)
