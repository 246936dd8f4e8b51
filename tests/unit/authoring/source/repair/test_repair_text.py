"""What other programs leave in a text is mended, and nothing else is changed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.source.repair.characters import CHARACTERS, SPACES
from kiosk.authoring.source.repair.repair_text import repair_text
from kiosk.base.text import TEXT_LIMITS, check_text

PASTED = [
    ("Love \u2764\ufe0f", "title", "Love \u2764",
     {"repaired_invisible": {"\ufe0f": 1}}),
    ("Col\u00adour and fla\u00advour", "title", "Colour and flavour",
     {"repaired_invisible": {"\u00ad": 2}}),
    ("A\ttalk", "title", "A talk", {"repaired_spaces": {"": 1}}),
    ("One\u2028Two\r\nThree\x0bFour", "body", "One\nTwo\nThree\nFour",
     {"repaired_lines": {"\u2028": 1, "\r": 1, "\x0b": 1}}),
    ("One\nTwo", "title", "One Two", {"repaired_one_line": {"": 1}}),
    ("One\u2029Two", "summary", "One Two",
     {"repaired_lines": {"\u2029": 1}, "repaired_one_line": {"": 1}}),
    ("9\u00a0\u00a0 April", "title", "9 April", {"repaired_spaces": {"": 1}}),
    ("Жаңы и\u0306од", "title", "Жаңы йод", {"repaired_marks": {"": 1}}),
    ("\x93Talk\x94", "title", "“Talk”", {"repaired_control": {"\x93": 1, "\x94": 1}}),
    ("\uf0b7 tea", "body", "• tea", {"repaired_control": {"\uf0b7": 1}}),
    ("\u202a+7 727 250 76 12\u202c", "", "+7 727 250 76 12",
     {"repaired_invisible":
      {"\u202a": 1, "\u202c": 1}}),
    (" https://kz.usembassy.gov/ ", "", "https://kz.usembassy.gov/", {"repaired_spaces": {"": 1}}),
]  # fmt: skip


@pytest.mark.parametrize(("pasted", "kind", "mended", "repairs"), PASTED)
def test_a_pasted_text_is_mended(
    pasted: str, kind: str, mended: str, repairs: dict[str, dict[str, int]]
) -> None:
    assert repair_text(pasted, kind) == (mended, repairs)


@pytest.mark.parametrize("kind", ["title", "body"])
@pytest.mark.parametrize(
    "text", ["", "9\u00a0April", " A talk \n", "«Әңгіме» – 10\u202f000", "A\u202etalk", "\ue000"]
)
def test_other_texts_stay(text: str, kind: str) -> None:
    assert repair_text(text, kind) is None


def test_a_body_keeps_its_lines() -> None:
    assert repair_text("One\n\nTwo", "body") is None


ODD = st.sampled_from(sorted(CHARACTERS) + list(SPACES))
TEXTS = st.text(st.one_of(ODD, st.characters(), st.sampled_from("aә \u00a0\n\u0306\u0301")), max_size=40)


@given(TEXTS, st.sampled_from(["", *TEXT_LIMITS]))
def test_what_is_mended_needs_no_second_repair(text: str, kind: str) -> None:
    repaired = repair_text(text, kind)
    if repaired:
        assert repaired.words != text
        assert repair_text(repaired.words, kind) is None
        assert unicodedata.is_normalized("NFC", repaired.words)


@given(st.text(st.one_of(ODD, st.sampled_from("abc әқ"))))
def test_a_text_with_nothing_worse_is_sound(text: str) -> None:
    repaired = repair_text(f"a{text}", "body")
    assert check_text(repaired.words if repaired else f"a{text}", "body") == ""
