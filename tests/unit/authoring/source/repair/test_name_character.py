"""A character that no text may have is named, with the words around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.source.repair.name_character import (
    find_unfit_character,
    name_character,
    name_characters,
    quote_around,
)
from kiosk.base.errors import KioskError
from kiosk.base.text import check_text
from kiosk.i18n.translator import translator

NAMES = [
    ("\u202e", "mark of writing direction (U+202E RIGHT-TO-LEFT OVERRIDE)"),
    ("\u00ad", "soft hyphen (U+00AD SOFT HYPHEN)"),
    ("\ufe0f", "variant mark of an emoji (U+FE0F VARIATION SELECTOR-16)"),
    ("\ue000", "character of a single font (U+E000)"),
    ("\x07", "control character (U+0007)"),
    ("\u0335", "U+0335 COMBINING SHORT STROKE OVERLAY"),
]


def said(name: KioskError | str, language: str) -> str:
    return name if isinstance(name, str) else translator(language).error(name)


@pytest.mark.parametrize(("letter", "name"), NAMES)
def test_a_character_is_named_by_what_it_is(letter: str, name: str) -> None:
    assert said(name_character(letter), "en") == name


def test_characters_are_named_in_the_readers_language() -> None:
    assert said(name_characters("\u00ad\u0335"), "ru") == (
        "мягкий перенос (U+00AD SOFT HYPHEN), U+0335 COMBINING SHORT STROKE OVERLAY"
    )


def test_the_words_around_it_are_whole() -> None:
    words = "Everybody who is interested may come to the \u202eCorner in Almaty on any day of the week."
    assert quote_around(words, words.index("\u202e")) == "…may come to the \u202eCorner in Almaty on any…"
    assert quote_around("a\ue000b", 1) == "a\ue000b"


@pytest.mark.parametrize("text", ["one \u202etwo", "one \ue000two", "one \u0378two", "oe\u0301\u0301\u0301"])
def test_the_first_unfit_character_is_found(text: str) -> None:
    assert check_text(text[: find_unfit_character(text)], "title") == ""
    assert check_text(text[: find_unfit_character(text) + 1], "title") in ("control", "invisible", "marks")


@given(st.text(max_size=30))
def test_it_is_found_wherever_a_text_is_refused_for_one(text: str) -> None:
    if check_text(text, "body") in ("control", "invisible"):
        assert check_text("a" + text[find_unfit_character(text)], "body") in ("control", "invisible", "marks")
