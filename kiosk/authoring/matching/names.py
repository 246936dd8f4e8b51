"""Compares the names of files with ids and titles, whatever their alphabet, hyphens, numbers and capitals."""

import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.search.fold import fold
from kiosk.search.transliteration import TO_LATIN

_SPELLINGS = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("sh", "s"), ("ch", "c"), ("zh", "j"),
    ("kh", "h"), ("gh", "g"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("ph", "f"), ("ya", "ia"), ("ja", "ia"),
    ("yu", "u"), ("iu", "u"), ("ju", "u"), ("ye", "e"), ("je", "e"), ("y", "i"), ("x", "h"), ("q", "k"),
    ("w", "v"), ("ee", "i"), ("oo", "u"), ("aj", "ai"), ("ej", "ei"), ("ij", "i"), ("oj", "oi"), ("uj", "ui"),
)  # fmt: skip
"""Latin spellings of one sound, the longer ones first: 'Otkrytykh' and 'otkritih' become equal."""
_NUMBER = re.compile(r"[\s_.-]*\(?(\d{1,3})\)?$")
_PREFIX = re.compile(r"^(?:\d{4}[-_.]?\d\d[-_.]?\d\d|\d{1,3})[\s_.-]+")
"""A date, or a number for the order of the files."""


def name_key(text: str) -> str:
    """`text` as it is compared: Latin letters and digits of one spelling; '' when it has neither."""
    latin = "".join(_to_latin(letter) for letter in fold(text))
    key = re.sub("[^a-z0-9]", "", latin)
    for spelling, sound in _SPELLINGS:
        key = key.replace(spelling, sound)
    return re.sub(r"([a-z])\1", r"\1", key)


def file_keys(file: Path) -> Iterator[tuple[str, int]]:
    """The keys that the name of `file` may stand for, the most exact first, each with its number or 0.

    'love-to-code-2', '02 Love to code', '2016-04-03_love-to-code' and 'love-to-code/IMG_7' are the event
    'love-to-code'.
    """
    for name in (file.stem, file.parent.name):
        bare = _PREFIX.sub("", name)
        for text in dict.fromkeys((name, bare)):
            yield name_key(text), 0
            if number := _NUMBER.search(text):
                yield name_key(text[: number.start()]), int(number[1])


def _to_latin(letter: str) -> str:
    """The first of the usual Latin spellings of a Cyrillic letter."""
    return TO_LATIN[letter].partition(" ")[0] if letter in TO_LATIN else letter
