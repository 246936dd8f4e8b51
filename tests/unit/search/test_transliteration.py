"""Words in another alphabet keep what has no alphabet: their digits."""

import pytest

from kiosk.search.transliteration import to_cyrillic


@pytest.mark.parametrize("word", ["25", "2016", "a5"])
def test_no_digit_is_lost(word: str) -> None:
    readings = to_cyrillic(word, lambda term: True)
    assert readings and all(reading.rstrip("ьъ").endswith(word[-1]) for reading in readings)
