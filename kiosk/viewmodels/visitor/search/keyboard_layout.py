"""The rows of the kiosk's own keyboard: a key is a letter, or a name with how many letters it is wide."""

from collections.abc import Mapping
from typing import NamedTuple


class Rows(NamedTuple):
    """The same keys from the top row down: up to twelve letters in a row, or ten where the screen is tall."""

    wide: tuple[str, ...]
    tall: tuple[str, ...]


_RUSSIAN_WIDE = (
    "й ц у к е н г ш щ з х ъ",
    "ф ы в а п р о л д ж э ё",
)
_RUSSIAN_TALL = (
    "й ц у к е н г ш щ з",
    "ф ы в а п р о л д ж",
    "shift:1 я ч с м и т ь б ю",
)
_ENGLISH = (
    "q w e r t y u i o p",
    "a s d f g h j k l",
    "shift:1 z x c v b n m erase:2",
    "symbols:2 language:2 - ' space:4",
)
_SYMBOLS = (
    "1 2 3 4 5 6 7 8 9 0",
    "- – . , : ; ! ? « »",
    "\" ' ( ) / & + № erase:2",
    "symbols:2 language:2 # @ % space:3",
)

KEYS: Mapping[str, Rows] = {
    "kk": Rows(
        (
            "ә і ң ғ ү ұ қ ө һ symbols:1 language:1 erase:1",
            *_RUSSIAN_WIDE,
            "shift:1 я ч с м и т ь б ю space:2",
        ),
        (
            "ә і ң ғ ү ұ қ ө һ erase:1",
            *_RUSSIAN_TALL,
            "symbols:1 language:1 х э ъ ё space:4",
        ),
    ),
    "ru": Rows(
        (
            *_RUSSIAN_WIDE,
            "shift:1 я ч с м и т ь б ю erase:2",
            "symbols:2 language:2 space:8",
        ),
        (*_RUSSIAN_TALL, "symbols:1 language:1 х э ъ ё space:2 erase:2"),
    ),
    "en": Rows(_ENGLISH, _ENGLISH),
}
"""By language. ADR 13 tells why a letter that is missing here can still be found."""

SYMBOLS = Rows(_SYMBOLS, _SYMBOLS)
"""The page of digits and signs, of every language."""
