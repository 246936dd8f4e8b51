"""Marks in a text what a visitor has typed, whatever way it is written there."""

from collections.abc import Collection
from typing import NamedTuple

from kiosk.search.fold import find_prefix_matches

EXCERPT_LENGTH = 100
"""The code points that an excerpt has, about."""


class Piece(NamedTuple):
    """A part of a text, and whether it is marked."""

    text: str
    marked: bool


MarkedText = tuple[Piece, ...]
"""A text in pieces, marked and unmarked in turn."""


def mark_matches(text: str, beginnings: Collection[str]) -> MarkedText:
    """`text` with every word marked as far as it is the longest of these folded `beginnings`."""
    pieces, end = [], 0
    for first, last in find_prefix_matches(text, beginnings):
        pieces += [Piece(text[end:first], False), Piece(text[first:last], True)]
        end = last
    pieces.append(Piece(text[end:], False))
    return tuple(piece for piece in pieces if piece.text)


def make_excerpt(text: str, beginnings: Collection[str]) -> MarkedText:
    """Likewise a line of `text` with the first mark in it; empty when there is none."""
    span = next(find_prefix_matches(text, beginnings), None)
    if span is None:
        return ()
    start = max(0, span[0] - EXCERPT_LENGTH // 3)
    start = text.find(" ", start) + 1 if start and " " in text[start : span[0]] else start
    end = text.find(" ", min(start + EXCERPT_LENGTH, len(text)))
    end = len(text) if end < 0 else end
    line = " ".join(text[start:end].split())
    return mark_matches(f"{'… ' if start else ''}{line}{' …' if end < len(text) else ''}", beginnings)
