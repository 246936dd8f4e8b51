"""Names a character by what it is, and quotes the words around it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import reduce

from kiosk.base.errors import KioskError
from kiosk.base.sentence_ids import FindingsId
from kiosk.base.text import BROKEN, INVISIBLE, MAX_MARKS, RARE, is_mark

_KINDS: tuple[tuple[re.Pattern[str], FindingsId], ...] = (
    (re.compile("\u00ad"), "findings.soft_hyphen"),
    (re.compile("[\u200b-\u200d\u2060-\u2064\ufeff]"), "findings.zero_width"),
    (re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]"), "findings.variation"),
    (re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"), "findings.direction"),
    (re.compile("[\N{OBJECT REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}]"), "findings.lost"),
)
_CATEGORIES: Mapping[str, FindingsId] = {
    "Cc": "findings.control",
    "Cn": "findings.unassigned",
    "Co": "findings.private",
}
"""Kinds of characters by their general category in Unicode."""
WORDS_AROUND = 24
"""Characters that are quoted on either side."""


def name_character(letter: str) -> KioskError | str:
    """What a character is, with its number and name in Unicode; these alone for one of an unusual kind."""
    shown = f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip()
    kind = next((id for pattern, id in _KINDS if pattern.match(letter)), None)
    kind = kind or _CATEGORIES.get(unicodedata.category(letter))
    return KioskError("findings.character", kind=KioskError(kind), name=shown) if kind else shown


def name_characters(letters: Iterable[str]) -> KioskError | str:
    """The names of several characters as a list."""
    names = [name_character(letter) for letter in letters]
    return reduce(lambda first, rest: KioskError("findings.list", first=first, rest=rest), names)


def find_unfit_character(words: str) -> int:
    """The position of the first character for which `check_text` refuses `words`; 0 when there is none."""
    marks = 0
    for position, letter in enumerate(words):
        marks = marks + 1 if is_mark(letter) else 0
        if marks > MAX_MARKS or BROKEN.match(letter) or INVISIBLE.match(letter):
            return position
        if RARE.match(letter) and unicodedata.category(letter) in ("Cn", "Cf"):
            return position
    return 0


def quote_around(words: str, position: int) -> str:
    """The character at `position` with the words on either side of it."""
    before, after = words[:position], words[position + 1 :]
    if len(before) > WORDS_AROUND:
        before = "…" + re.sub(r"^\S*\s", "", before[-WORDS_AROUND:])
    if len(after) > WORDS_AROUND:
        after = re.sub(r"\s\S*$", "", after[:WORDS_AROUND]) + "…"
    return before + words[position] + after
