"""Sets a text that is in pieces, such as one with marked matches, as a whole."""

from collections.abc import Iterable, Iterator

from kiosk.typography.rules import JOINER, THIN
from kiosk.typography.typeset import typeset


def typeset_pieces(pieces: Iterable[str], language: str) -> Iterator[str]:
    """The pieces of `typeset` of the whole text, each with the letters that it had."""
    pieces = tuple(pieces)
    whole = typeset("".join(pieces), language)
    start = 0
    for piece in pieces:
        end = start
        for letter in piece:
            while whole[end] == JOINER or (letter.isdigit() and whole[end] in f"{THIN},"):
                end += 1  # `typeset` has added this; all else it only replaces
            end += 1
        yield whole[start:end]
        start = end
