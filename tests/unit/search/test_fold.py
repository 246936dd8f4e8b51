"""Folding drops what people leave out and keeps the positions in the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.search.fold import find_prefix_matches, fold, terms, words, written_length

LETTERS = "аәбiceyxpіёйғқңөұүһ aIC\u0306\u0308\u0304Åßﬁ-'’1.#ЯŞıŋ\n"
TEXTS = st.text(alphabet=LETTERS, max_size=30) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("китап", "Кітап"), ("ГЫЛЫМ", "ғылым"), ("волонтер", "волонтёр"), ("кiтап", "кітап"),
        ("Cауле", "Сәуле"), ("сəуле", "Сәуле"), ("омир", "өмір"), ("улкен", "Үлкен"), ("code", "CODE"),
        ("и\u0306", "й"), ("strasse", "Straße"), ("Qazaqstan", "QAZAQSTAN"), ("oskemen", "Öskemen"),
        ("tan", "taŋ"), ("qyzyl", "QYZYL"), ("cafe", "café"),
    ],
)  # fmt: skip
def test_interchangeable_spellings_fold_alike(typed: str, written: str) -> None:
    assert fold(typed) == fold(written)


def test_latin_words_stay_latin() -> None:
    assert fold("Piece of code") == "piece of code"


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_words_have_positions_and_are_folded(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.term.isalnum() and fold(word.term) == word.term
        assert word.term == "".join(filter(str.isalnum, fold(text[word.start : word.end])))
        end = word.end


def test_parts_of_a_compound_are_found_alone_and_together() -> None:
    assert terms("Усть-Каменогорск, U.S.") == {"усть", "каменогорск", "устькаменогорск", "u", "s", "us"}


@given(TEXTS, st.integers(1, 4))
def test_matches_begin_with_the_prefix(text: str, length: int) -> None:
    beginnings = {term[:length] for term in terms(text)}
    spans = list(find_prefix_matches(text, beginnings))
    assert bool(spans) == bool(beginnings)
    for (_, before), (after, _) in pairwise(spans):
        assert before <= after
    starts = {word.start: word.term for word in words(text)}
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert any(one.startswith(starts[start][:length]) for one in beginnings)


def test_matches_are_as_long_as_the_prefix() -> None:
    assert written_length("Кітап", 3) == 3
    assert written_length("и\u0306од", 1) == 2
    assert written_length("Straße", 6) == 5
    assert [*find_prefix_matches("Қазақ тілі", {"каз"})] == [(0, 3)]
    assert [*find_prefix_matches("в Усть-Каменогорске", {"устькам"})] == [(2, 10)]
    assert [*find_prefix_matches("в Усть-Каменогорске", {"каменогорск"})] == [(7, 18)]
