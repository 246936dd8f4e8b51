"""Rules for text that visitors read."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.text import BROKEN, INVISIBLE, MAX_MARKS, RARE, TEXT_LIMITS, check_text, is_mark

VALID_TEXTS = [
    "Love to Code",
    "«Әріптестік»: 25 жыл — бірге!",
    "Ёлка, ещё, Йошкар-Ола",
    "1 500,00 ₸ · 3–5 қыркүйек → №7 ✓",
    "<img src=x onerror=alert(1)> & [link](https://example.org)",
    "café, naïve, Zürich, Škoda",
    "narrow no-break\u202fspace and\u00a0no-break space",
]

INVALID_TEXTS = [
    *[(f"a{mark}b", "invisible") for mark in "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f"],
    *[(f"a{mark}b", "invisible") for mark in "\u2028\u2029\u202a\u202b\u202c\u202d\u202e"],
    *[(f"a{mark}b", "invisible") for mark in "\u2060\u2066\u2067\u2068\u2069\ufeff\ufe0f\u3164\U000e0041"],
    *[(f"a{mark}b", "control") for mark in "\x00\x07\x09\x0b\x1b\x7f\x85\r\ufffd\uffff\ue000\ud800"],
    *[(f"a{mark}b", "invisible") for mark in "\u2800\u115f\uffa0\U0001bca0\U0001d159\u0600"],
    *[(f"a{mark}b", "control") for mark in "\u0378\ufff3\U0001ffff\U000e1000"],
    ("\u0301", "blank"),
    ("e\u0301\u0302\u0303", "marks"),
    ("\u1ec7\u0301", "marks"),
    ("", "blank"),
    (" \u00a0 ", "blank"),
    ("one\ntwo", "lines"),
    ("x" * 121, "long"),
]


@pytest.mark.parametrize("words", VALID_TEXTS)
def test_ordinary_text_passes(words: str) -> None:
    assert check_text(words, "title") == ""


@pytest.mark.parametrize(("words", "reason"), INVALID_TEXTS)
def test_e4_invisible_or_broken_text_is_refused(words: str, reason: str) -> None:
    assert check_text(words, "title") == reason


def test_only_a_body_may_have_line_breaks() -> None:
    lines = {kind for kind in TEXT_LIMITS if check_text("a\n\nb", kind) == ""}
    assert lines == {"body"}


@pytest.mark.parametrize("kind", TEXT_LIMITS)
def test_every_kind_of_text_has_its_limit(kind: str) -> None:
    assert check_text("x" * TEXT_LIMITS[kind], kind) == ""
    assert check_text("x" * (TEXT_LIMITS[kind] + 1), kind) == "long"


def test_the_letters_that_are_not_examined_are_all_allowed() -> None:
    common = [chr(code) for code in range(sys.maxunicode + 1) if not RARE.match(chr(code))]
    assert 500 < len(common) < 1500
    for letter in common:
        assert unicodedata.category(letter) not in ("Cf", "Cn", "Co", "Cs") and not is_mark(letter)
        assert not BROKEN.match(letter) and not INVISIBLE.match(letter)
        assert sum(map(is_mark, unicodedata.normalize("NFD", letter))) <= MAX_MARKS


@given(st.text(max_size=40))
def test_e4_text_that_passes_has_no_control_or_direction_characters(words: str) -> None:
    if check_text(words, "body") == "":
        kinds = {unicodedata.category(letter) for letter in words.replace("\n", "")}
        assert not kinds & {"Cc", "Cf", "Cn", "Cs", "Co", "Zl", "Zp"}
        directions = {unicodedata.bidirectional(letter) for letter in words}
        assert not directions & {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
