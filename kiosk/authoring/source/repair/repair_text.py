"""Mends one text."""

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from kiosk.authoring.source.repair.characters import CHARACTERS, SPACES
from kiosk.base.sentence_ids import ProblemCode

_ODD = "".join(map(re.escape, CHARACTERS))
_ODD_CHARACTER = re.compile(f"\r\n|[{_ODD}]")
_LOW = "".join(re.escape(letter) for letter in CHARACTERS if letter <= "\uffff")
_SUSPECT = re.compile(f"[{_LOW}{SPACES}\U000e0000-\U000e0fff]")
"""Wider than CHARACTERS: a set with single characters beyond U+FFFF takes fifty times as long."""
_NO_BREAK_RUNS = ("\u00a0\u00a0", " \u00a0", "\u00a0 ")
_SPACE_RUN = re.compile(f"[ \u00a0{SPACES}]+")


class Repaired(NamedTuple):
    """A mended text, and its repairs, each with the characters that were mended ('' for none of its own)."""

    words: str
    repairs: dict[ProblemCode, Counter[str]]


def repair_text(words: str, kind: str) -> Repaired | None:
    """`words` as they were meant; None when nothing has to be mended.

    `kind` is a key of TEXT_LIMITS, or '' for a value that is no text: an id, an address, a time. Only a body
    keeps its line breaks. Characters that reverse a text, are private, unassigned or broken stay: nobody
    knows what was meant.
    """
    if not may_need_repair(words, kind):
        return None
    repairs: dict[ProblemCode, Counter[str]] = {}

    def replace(code: ProblemCode, found: str, instead: str) -> str:
        repairs.setdefault(code, Counter())[found] += 1
        return instead

    def replace_character(match: re.Match[str]) -> str:
        code, instead = CHARACTERS[match[0][0]]
        return replace(code, match[0][0], instead)

    def replace_spaces(match: re.Match[str]) -> str:
        run = match[0]
        return run if run == "\u00a0" or not run.strip(" ") else replace("repaired_spaces", "", " ")

    mended = _ODD_CHARACTER.sub(replace_character, words)
    mended = _SPACE_RUN.sub(replace_spaces, mended)
    if kind != "body":
        stripped = mended.strip()
        if not kind and stripped != mended:
            replace("repaired_spaces", "", "")
        mended = stripped
    if kind != "body" and "\n" in mended:
        lines = (line.strip() for line in mended.split("\n"))
        mended = replace("repaired_one_line", "", " ").join(filter(None, lines))
    composed = unicodedata.normalize("NFC", mended)
    if composed != mended:
        replace("repaired_marks", "", "")
    return Repaired(composed, repairs) if repairs else None


def may_need_repair(words: str, kind: str) -> bool:
    """Whether `repair_text` has to look closer; False is certain."""
    if kind != "body" and "\n" in words:
        return True
    if not kind and words != words.strip():
        return True
    if "\u00a0" in words and any(run in words for run in _NO_BREAK_RUNS):
        return True
    return bool(_SUSPECT.search(words)) or not unicodedata.is_normalized("NFC", words)
