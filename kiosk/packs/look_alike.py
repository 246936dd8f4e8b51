"""Finds names that look alike, by the skeletons of Unicode Technical Standard 39, made coarser."""

import unicodedata
from functools import cache

from kiosk.base.paths import resources

_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0"
"""The letters that are drawn as nothing; all other characters without a picture are no letters."""
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""The scripts that share shapes of letters, as the first word in the names of their letters."""


def look_alike(one: str, other: str) -> bool:
    """Whether two names look alike as they are written, in small letters or in capitals.

    Only letters and digits count, neither accents nor space nor punctuation.
    """
    return bool(_skeletons(one) & _skeletons(other))


def is_blank(name: str) -> bool:
    """Whether nothing of a name can be read: it has no visible letter or digit."""
    return not any(map(_is_visible_letter, unicodedata.normalize("NFKC", name)))


def mixed_word(name: str) -> str:
    """The first word of `name` whose letters are of several scripts; '' when there is none."""
    word, scripts = "", set[str]()
    for letter in f"{name} ":
        if not letter.isalpha():
            if len(scripts) > 1:
                return word
            word, scripts = "", set()
            continue
        word += letter
        scripts |= {unicodedata.name(letter, "").partition(" ")[0]} & set(_SCRIPTS)
    return ""


def _skeletons(name: str) -> set[str]:
    return {_skeleton(name), _skeleton(name.casefold()), _skeleton(name.upper())}


def _skeleton(name: str) -> str:
    # some punctuation looks like letters
    plain = (
        sign for sign in unicodedata.normalize("NFKC", name) if unicodedata.category(sign)[0] not in "PZC"
    )
    shapes = _replace_look_alikes(_replace_look_alikes("".join(plain)).casefold())
    # a capital I looks like a small L, and its own small letter is another one
    return "".join(filter(_is_visible_letter, shapes)).replace("i", "l")


def _is_visible_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LN" and sign not in _BLANK_LETTERS


def _replace_look_alikes(text: str) -> str:
    table = _prototypes()
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFD", "".join(table.get(letter, letter) for letter in decomposed))


@cache
def _prototypes() -> dict[str, str]:
    """The prototype of each character that looks like another one, from resources/unicode/confusables.txt."""
    table: dict[str, str] = {}
    for line in (resources() / "unicode/confusables.txt").read_text("ascii").splitlines():
        if not line.startswith("#"):
            prototype, *characters = line.split()
            text = "".join(chr(int(code, 16)) for code in prototype.split("+"))
            table |= {chr(int(code, 16)): text for code in characters}
    return table
