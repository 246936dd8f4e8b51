"""The layouts of the on-screen keyboard: a key is a letter, or a name and its width in letters."""

from collections.abc import Mapping
from typing import NamedTuple


class KeyLayout(NamedTuple):
    """The rows from the top down: at most twelve letters wide in landscape, ten in portrait."""

    landscape: tuple[str, ...]
    portrait: tuple[str, ...]


_RUSSIAN_LANDSCAPE = (
    "й ц у к е н г ш щ з х ъ",
    "ф ы в а п р о л д ж э ё",
)
_RUSSIAN_PORTRAIT = (
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

LAYOUTS: Mapping[str, KeyLayout] = {
    "kk": KeyLayout(
        (
            "ә і ң ғ ү ұ қ ө һ symbols:1 language:1 erase:1",
            *_RUSSIAN_LANDSCAPE,
            "shift:1 я ч с м и т ь б ю space:2",
        ),
        (
            "ә і ң ғ ү ұ қ ө һ erase:1",
            *_RUSSIAN_PORTRAIT,
            "symbols:1 language:1 х э ъ ё space:4",
        ),
    ),
    "ru": KeyLayout(
        (
            *_RUSSIAN_LANDSCAPE,
            "shift:1 я ч с м и т ь б ю erase:2",
            "symbols:2 language:2 space:8",
        ),
        (*_RUSSIAN_PORTRAIT, "symbols:1 language:1 х э ъ ё space:2 erase:2"),
    ),
    "en": KeyLayout(_ENGLISH, _ENGLISH),
}
"""By language. ADR 13 explains why text with letters that are missing here can still be found."""

SYMBOL_LAYOUT = KeyLayout(_SYMBOLS, _SYMBOLS)
"""Digits and symbols, for every language."""
