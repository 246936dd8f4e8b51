"""Converts words typed in the wrong keyboard layout: 'rbnfg' for 'китап'."""

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_KAZAKH = {"2": "ә", "3": "і", "4": "ң", "5": "ғ", "8": "ү", "9": "ұ", "0": "қ", "-": "ө", "=": "һ"}
"""The keys on which the Kazakh layout has its own letters."""
_TO_CYRILLIC = str.maketrans(dict(zip(_LATIN, _RUSSIAN, strict=True)) | _KAZAKH)
_TO_LATIN = str.maketrans(_RUSSIAN + "қ", _LATIN + "0")


def switch_layout(typed: str) -> str:
    """The text that the same keys give in the other layout, in lower case."""
    small = typed.casefold()
    cyrillic = any("\u0400" <= letter <= "\u04ff" for letter in small)
    return small.translate(_TO_LATIN if cyrillic else _TO_CYRILLIC)


def readings_in_other_layout(typed: str) -> tuple[str, ...]:
    """`typed` in the other layout: its hyphens as the Kazakh letter ө, and as hyphens."""
    return tuple(dict.fromkeys((switch_layout(typed), "-".join(map(switch_layout, typed.split("-"))))))
