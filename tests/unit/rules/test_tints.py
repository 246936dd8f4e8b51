"""Tints of theme colours are light, and letters on them can be read from two metres."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.rules.contrast import contrast_with_white, luminance
from kiosk.rules.tints import MIN_CONTRAST, letters_on_tint, tint_of


@given(st.integers(0, 0xFFFFFF).map("#{:06X}".format))
def test_letters_on_every_tint_have_enough_contrast(colour: str) -> None:
    tint, letters = luminance(tint_of(colour)) + 0.05, luminance(letters_on_tint(colour)) + 0.05
    assert tint / letters >= MIN_CONTRAST
    assert contrast_with_white(tint_of(colour)) < 1.6


def test_a_colour_that_is_dark_enough_is_kept() -> None:
    assert letters_on_tint("#0B1F3A") == "#0B1F3A"
    assert tint_of("#000000") == "#D6D6D6"
