"""Text is converted to characters that the fonts can draw."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.errors import KioskError
from kiosk.typesetting.glyphs import to_drawable


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Әңғүұқөһі ЁЙ – «Love to Code» → №1 ½ ₸", "Әңғүұқөһі ЁЙ – «Love to Code» → №1 ½ ₸"),
        ("и\u0306 е\u0308", "й ё"),
        ("за\u0301мок", "за\u0301мок"),
        ("Party 🎉 tonight 🎈", "Party tonight"),
        ("☕ tea", "tea"),
        ("① ﬁne", "1 fine"),
        ("tea\u3000time", "tea time"),
        ("one\n\ntwo 🎉", "one\n\ntwo"),
        ("", ""),
    ],
)
def test_text_is_converted_to_drawable_characters(text: str, drawn: str) -> None:
    assert to_drawable(text) == drawn


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("שלום", "ו ל ם ש"),
        ("مرحبا Алматы", "ا ب ح ر م"),
        ("日本 2016", "日 本"),
        ("🎉", "🎉"),
        ("ქართული", "ა თ ი ლ რ უ ქ"),
    ],
)
def test_letters_that_no_font_has_are_refused(text: str, missing: str) -> None:
    with pytest.raises(KioskError) as raised:
        to_drawable(text)
    assert (raised.value.code, raised.value.detail["letters"]) == ("flyers.letters", missing)


@given(st.text())
def test_drawable_text_stays_the_same(words: str) -> None:
    try:
        drawn = to_drawable(words)
    except KioskError as error:
        assert error.code == "flyers.letters"
    else:
        assert to_drawable(drawn) == drawn
