"""Replaces characters that the kiosk's fonts cannot draw."""

import re
import unicodedata
from functools import cache

from kiosk.base.errors import KioskError
from kiosk.base.paths import resources


def to_drawable(text: str) -> str:
    """`text` as the fonts can draw it.

    A character that the fonts lack is replaced by its compatibility form ('①' by 1), and a symbol without
    one is left out, as an invitation can be read without its balloon. KioskError 'flyers.letters' names the
    letters and digits that are missing, or every missing character when no text would be left.
    """
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    if not (undrawable := sorted(set(composed) - _drawable_characters())):
        return composed
    replacements = {character: _replacement(character) for character in undrawable}
    drawable = "".join(replacements.get(character, character) for character in composed)
    drawable = re.sub(" {2,}", " ", drawable).strip(" ")
    if missing := [
        character
        for character in undrawable
        if not (replacements[character] or _is_symbol(character)) or not drawable
    ]:
        raise KioskError("flyers.letters", title=text, letters=" ".join(missing))
    return drawable


def find_undrawable(text: str) -> list[str]:
    """The characters of `text` that the fonts lack, each once, in the order of the text."""
    return [] if text.isascii() else list(dict.fromkeys(_undrawable().findall(text)))


def replace_undrawable(text: str) -> str:
    """`text` with its characters that the fonts lack by their numbers in Unicode, such as U+2764."""
    return text if text.isascii() else _undrawable().sub(lambda found: f"U+{ord(found[0]):04X}", text)


@cache
def _undrawable() -> re.Pattern[str]:
    known = "".join(map(re.escape, sorted(_drawable_characters())))
    return re.compile(f"[^{known}]")


def _replacement(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return plain if set(plain) <= _drawable_characters() else ""


def _is_symbol(character: str) -> bool:
    """Whether text can be read without it: symbols, punctuation, marks and characters without a shape."""
    return unicodedata.category(character)[0] not in "LN"


@cache
def _drawable_characters() -> frozenset[str]:
    """The characters that every font can draw (resources/fonts/letters.txt), and the end of a line."""
    ranges = (resources() / "fonts" / "letters.txt").read_text("ascii").split()
    points = (point for one in ranges for point in _parse_range(one))
    return frozenset(map(chr, points)) | {"\n"}


def _parse_range(text: str) -> range:
    """The code points of '20-7E' or 'A0'."""
    first, _, last = text.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
