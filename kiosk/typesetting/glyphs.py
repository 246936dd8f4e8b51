"""Which letters the kiosk's fonts can draw, and what is put on paper in the place of others."""

import re
import unicodedata
from functools import cache

from kiosk.base.errors import KioskError
from kiosk.base.paths import resources


def to_drawable(words: str) -> str:
    """`words` as the fonts can draw them.

    A letter that is only another form of ones they have becomes those ('①' is 1), and a symbol they lack is
    left out: an invitation is whole without its balloon. KioskError 'flyers.letters' names the letters and
    digits that are missing, or all there is when nothing would be left.
    """
    if words.isascii():
        return words
    composed = unicodedata.normalize("NFC", words)
    if not (lacking := sorted(set(composed) - _known())):
        return composed
    instead = {letter: _instead(letter) for letter in lacking}
    left = "".join(instead.get(letter, letter) for letter in composed)
    left = re.sub(" {2,}", " ", left).strip(" ")
    if missing := [letter for letter in lacking if not (instead[letter] or _is_symbol(letter)) or not left]:
        raise KioskError("flyers.letters", letters=" ".join(missing))
    return left


def _instead(letter: str) -> str:
    plain = unicodedata.normalize("NFKC", letter)
    return plain if set(plain) <= _known() else ""


def _is_symbol(letter: str) -> bool:
    """Whether words can be read without it: symbols, punctuation, marks and what has no shape."""
    return unicodedata.category(letter)[0] not in "LN"


@cache
def _known() -> frozenset[str]:
    """What every one of the fonts can draw (resources/fonts/letters.txt), and what ends a line."""
    ranges = (resources() / "fonts" / "letters.txt").read_text("ascii").split()
    points = (point for one in ranges for point in _range(one))
    return frozenset(map(chr, points)) | {"\n"}


def _range(written: str) -> range:
    """The code points of '20-7E' or 'A0'."""
    first, _, last = written.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
