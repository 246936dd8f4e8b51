"""The gate for words of others."""

import re
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.base.display_text import (
    LINE_LENGTH,
    SENTENCE_LENGTH,
    SENTENCE_LINES,
    DisplayText,
    display_line,
    display_sentence,
)
from kiosk.base.text import INVISIBLE, MAX_MARKS
from tests.unit.base.test_text import VALID_TEXTS

WORST = "a Ққ\n\r\t\x1b\x00\x7f\x85\u0301\u0336\u202e\u2066\u200b\ufeff\ud800\udcff\U000e0041\u05d0"
ANY_TEXT = st.text(st.characters(), max_size=60) | st.text(st.sampled_from(WORST), max_size=60)
"""Text of any code point, lone surrogates too, and text of the worst of them."""

HOSTILE = {
    "\x1b[2J": r"\x1b[2J",
    "two\nlines\r": r"two\nlines\r",
    "a\u202ecod.kpack": r"a\u202ecod.kpack",
    "\u2068isolated\u2069": r"\u2068isolated\u2069",
    "zero\u200bwidth\ufeff": r"zero\u200bwidth\ufeff",
    "\udcff\udcfe.kpack": r"\udcff\udcfe.kpack",
    "\U000e0041tag": r"\U000e0041tag",
    "e\u0301\u0302\u0303\u0304": "e\u0301\u0302\\u0303\u0304",
    "\u0338overlay": r"\u0338overlay",
    "\x85\x9b": r"\x85\x9b",
}


def is_safe(text: str) -> bool:
    """Whether no character of the text is a control, invisible, or one mark too many."""
    kinds = [unicodedata.category(letter) for letter in text]
    stacks = re.findall("M+", "".join("M" if kind in ("Mn", "Me") else "." for kind in kinds))
    return (
        not {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} & set(kinds)
        and not INVISIBLE.search(text)
        and all(len(stack) <= MAX_MARKS for stack in stacks)
    )


@pytest.mark.parametrize("words", VALID_TEXTS)
def test_ordinary_text_is_shown_as_it_is(words: str) -> None:
    assert display_line(words) == words


@pytest.mark.parametrize("words", HOSTILE)
def test_j04_what_could_break_a_line_is_shown_as_an_escape(words: str) -> None:
    assert display_line(words) == HOSTILE[words]


@given(ANY_TEXT, st.integers(4, 40))
@example("\u0301" * 50, 20)
@example("a\u0301\u0301" + "x" * 30 + "\u0301\u0301\u0301", 9)
def test_j04_any_text_becomes_one_safe_line_of_its_length(words: str, most: int) -> None:
    shown = display_line(words, most)
    assert is_safe(shown) and len(shown) <= most
    assert display_line(shown, most) == shown
    shown.encode("utf-8")


@given(st.lists(ANY_TEXT, max_size=80).map("\n".join))
@example("\n" * 10_000)
@example("\x1b" * 10_000)
def test_j04_a_sentence_is_bounded_as_a_whole(words: str) -> None:
    shown = display_sentence(words)
    assert all(map(is_safe, shown.split("\n")))
    assert len(shown) <= SENTENCE_LENGTH and shown.count("\n") <= SENTENCE_LINES
    assert display_sentence(shown) == shown


def test_the_middle_of_a_long_text_is_left_out() -> None:
    shown = display_line("/media/" + "x" * 1000 + "/name.kpack", 40)
    assert shown.startswith("/media/xxx") and shown.endswith("ame.kpack") and "…" in shown


def test_what_has_passed_is_known_by_its_type() -> None:
    assert isinstance(display_line("x"), DisplayText) and isinstance(display_sentence("x"), DisplayText)


@pytest.mark.parametrize("letter", ["\x1b", "x", "\n", "\u0301", "\ud800", "Қ"])
def test_j04_a_million_letters_take_no_time(letter: str) -> None:
    start = time.process_time()
    assert len(display_line(letter * 1_000_000)) == LINE_LENGTH
    assert len(display_sentence(letter * 1_000_000)) <= SENTENCE_LENGTH
    assert time.process_time() - start < 0.2
