"""Text that does not fit is refused, never cut: long texts, long words, large codes, on each template."""

import re
from typing import Any

import pytest

from kiosk.base.errors import KioskError
from kiosk.typesetting.paper import Paper
from kiosk.typesetting.typeset import typeset
from tests.flyer_kit import MM, page_texts, word_boxes
from tests.unit.typesetting.sample import sample_code, sample_document, sample_list, sample_row, sample_sheet

LONG_WORD = "Ш" * 120
"""A word with the maximum length of a title."""
LONGEST_TEXT = ("Сөздер " * 300)[:2000]
"""A text of the maximum length."""
TEMPLATES = {"event": Paper.A4, "cards": Paper.CARDS, "tear-off": Paper.A4}


def test_two_thousand_letters_fit_on_a4_at_a_smaller_size() -> None:
    whole, short = (
        typeset(sample_document(sample_sheet(said={"text": words}))) for words in (LONGEST_TEXT, "Аз")
    )
    assert "".join(LONGEST_TEXT.split()) in page_texts(whole)[0]
    heights = [
        {word.bottom - word.top for word in word_boxes(pdf)[0][2] if word.text in ("Сөздер", "Аз")}
        for pdf in (whole, short)
    ]
    assert max(heights[0]) < 0.7 * min(heights[1])


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    "changes",
    [
        {"said": {"text": LONGEST_TEXT * 3}},
        {"said": {"text": LONG_WORD}},
        {"said": {"title": LONG_WORD}},
        {"said": {"title": "Өте ұзын атау " * 90}},
        {"said": {"take": LONG_WORD}},
        {"said": {"flag": LONG_WORD}},
        {"said": {"note": LONG_WORD}},
        {"corner": LONG_WORD},
        {"hours": LONG_WORD},
        {"theme": LONG_WORD},
        {"said": {"title": "Код"}, "languages": 3, "corner": LONG_WORD},
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(template: str, changes: dict[str, Any]) -> None:
    with pytest.raises(KioskError, match=r"flyers\.too_long"):
        typeset(sample_document(sample_sheet(**changes), template=template, paper=TEMPLATES[template]))


@pytest.mark.parametrize("field", ["titles", "flags", "times", "places"])
def test_a_word_too_wide_for_a_list_is_refused(field: str) -> None:
    with pytest.raises(KioskError, match=r"flyers\.too_long"):
        typeset(sample_document(sample_list(sample_row(**{field: (LONG_WORD,)})), template="list"))


@pytest.mark.parametrize(
    "changes", [{"titles": (LONG_WORD,)}, {"subtitles": (LONG_WORD,)}, {"corner": LONG_WORD}], ids=str
)
def test_a_word_too_wide_for_the_head_of_a_list_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(KioskError, match=r"flyers\.too_long"):
        typeset(sample_document(sample_list(sample_row(), **changes), template="list"))


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    "title", ["Электрэнергетикашыларға", "Ultramarathon-Wettbewerbe", "Өңірлік ынтымақтастық ультрамарафоны"]
)
def test_a_wide_word_reduces_the_font_size_and_stays_whole(template: str, title: str) -> None:
    pdf = typeset(
        sample_document(sample_sheet(said={"title": title}), template=template, paper=TEMPLATES[template])
    )
    width, height, words = word_boxes(pdf)[0]
    assert "".join(title.split()) in page_texts(pdf)[0]
    edge = {"event": 0.67, "tear-off": 0.42, "cards": 0.5}[template] * width
    cover = [word for word in words if word.text in title.split() and word.top < height * 0.65]
    cover = [word for word in cover if word.left < edge]
    assert cover and all(word.right < edge - 3 * MM for word in cover)


def test_a_strip_has_its_date_where_there_is_no_room_for_the_title() -> None:
    for title, times in (("Код", 8), ("Ш" * 18, 1), ("Өте ұзын атау " * 20, 1)):
        (page,) = page_texts(
            typeset(sample_document(sample_sheet(said={"title": title}), template="tear-off"))
        )
        assert (page.count("".join(title.split())), page.count("2016жылғы9сәуір")) == (times, 8)


def test_a_long_list_continues_on_numbered_pages() -> None:
    rows = [sample_row(titles=(f"Оқиға {number}",)) for number in range(20)]
    read = page_texts(
        typeset(
            sample_document(
                sample_list(*rows), sample_list(sample_row()), sample_list(*rows), template="list"
            )
        )
    )
    ends = [re.findall(r"564d8e6(./.)?№1", page) for page in read]
    long = [["1/3"], ["2/3"], ["3/3"]]
    assert ends == [*long, [""], *long]
    assert all(any(f"Оқиға{number}" in page for page in read) for number in range(20))


def test_a_code_too_large_for_a_strip_is_refused() -> None:
    fine = sample_sheet(code=sample_code("https://kz.usembassy.gov/" + "a" * 400))
    typeset(sample_document(fine))
    with pytest.raises(KioskError, match=r"flyers\.too_long"):
        typeset(sample_document(fine, template="tear-off"))


def test_a_long_address_is_broken_into_lines() -> None:
    words = "docs.google.com/forms/d/e/1FAIpQLSc" + "x1" * 40 + "/viewform"
    pdf = typeset(sample_document(sample_sheet(code=sample_code(words=words)), paper=Paper.A5))
    assert words in page_texts(pdf)[0]
