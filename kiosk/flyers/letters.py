"""Which letters the kiosk's fonts can draw, and what is put on paper in the place of others."""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache

from kiosk.errors import KioskError
from kiosk.folders import resources


def drawable(words: str) -> str:
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
    """What every one of the fonts has a drawing of, and what ends a line."""
    fonts = [font.read_bytes() for font in (resources() / "fonts").glob("*.ttf")]
    return frozenset.intersection(*(frozenset(map(chr, _letters(font))) for font in fonts)) | {"\n"}


def _letters(font: bytes) -> Iterator[int]:
    """The code points a TrueType font maps to a drawing (OpenType 1.9, 'cmap', format 4)."""
    tables = struct.iter_unpack(">4s4xLL", font[12 : 12 + 16 * _short(font, 4)])
    start = next(offset for tag, offset, _ in tables if tag == b"cmap")
    maps = struct.iter_unpack(">HHL", font[start + 4 : start + 4 + 8 * _short(font, start + 2)])
    table = start + next(offset for platform, encoding, offset in maps if (platform, encoding) == (3, 1))
    count = _short(font, table + 6) // 2
    ends, starts = table + 14, table + 16 + 2 * count
    for place in range(count):
        first, last = _short(font, starts + 2 * place), _short(font, ends + 2 * place)
        delta = _short(font, starts + 2 * (count + place))
        at = starts + 2 * (2 * count + place)
        offset = _short(font, at)
        for point in range(first, min(last, 0xFFFE) + 1):
            glyph = _short(font, at + offset + 2 * (point - first)) if offset else point
            if glyph and (glyph + delta) & 0xFFFF:
                yield point


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2])
