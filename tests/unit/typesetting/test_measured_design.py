"""What a designer asks of a flyer, measured on its pages: sizes in millimetres, shares of the area."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy
import pytest
from PIL import Image, ImageFilter

from kiosk.typesetting.paper import Ink, Paper
from kiosk.typesetting.proofread import render_grey_page
from kiosk.typesetting.sheet import Section, SheetFact
from kiosk.typesetting.typeset import typeset
from tests.flyer_kit import MM, Word, count_pages, page_texts, word_boxes
from tests.unit.typesetting.sample import (
    SAMPLE_TEXT,
    sample_code,
    sample_document,
    sample_list,
    sample_row,
    sample_sheet,
)

CANCELLED = "Өткізілмейді"
TEMPLATES = {"event": Paper.A4, "cards": Paper.CARDS, "tear-off": Paper.A4}
DPI = 300
LINE_HEIGHT = 1.275
"""Of Onest, relative to the font size: the height of the boxes that poppler reports."""
MIN_HEIGHT = 3.26
"""Millimetres of a figure that appears 16 minutes of arc high from 70 cm (ISO 9241-303)."""
WIDEST_STROKE = 6
"""Millimetres: areas that are wider each way are flooded with ink, narrower ones are letters and lines."""
MAX_FLOODED = 0.05


def event_page(said: Mapping[str, Any] | None = None, template: str = "event", **chosen: Any) -> bytes:
    """The PDF of the sample sheet with changes to its text."""
    options = {"ink": chosen.pop("ink", Ink.COLOUR), "paper": chosen.pop("paper", TEMPLATES[template])}
    return typeset(sample_document(sample_sheet(said=said, **chosen), template=template, **options))


def line_height(pdf: bytes, text: str) -> float:
    """The height of the largest such word, in points: in proportion to its font size."""
    return max(word.bottom - word.top for word in word_boxes(pdf)[0][2] if word.text == text)


def ink_height(pdf: bytes, word: Word) -> float:
    """The height of the ink in a word's box, in millimetres."""
    page = numpy.asarray(render_grey_page(pdf, 0, DPI))
    left, top, right, bottom = (round(side / 72 * DPI) for side in word[:4])
    rows = numpy.flatnonzero((page[top:bottom, left:right] < 128).any(axis=1))
    return float(rows[-1] + 1 - rows[0]) / DPI * 25.4


@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize(
    ("template", "languages"), [("event", 1), ("event", 3), ("tear-off", 1), ("tear-off", 3), ("cards", 1)]
)
def test_a_status_is_as_large_as_the_title(template: str, languages: int, ink: Ink) -> None:
    pdf = event_page({"title": "Код", "flag": CANCELLED}, template, ink=ink, languages=languages)
    assert line_height(pdf, CANCELLED) >= 0.99 * line_height(pdf, "Код") > 18


def test_a_status_in_a_list_is_as_large_as_the_title() -> None:
    for code in (sample_code(), None):
        row = sample_row(flags=(CANCELLED,), code=code)
        pdf = typeset(sample_document(sample_list(row), template="list"))
        assert line_height(pdf, CANCELLED) >= 0.99 * line_height(pdf, "Код")


@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize(("template", "paper"), [*TEMPLATES.items(), ("list", Paper.A5), ("event", Paper.A5)])
def test_the_number_can_be_read_at_arms_length(template: str, paper: Paper, ink: Ink) -> None:
    sheet = sample_sheet(number=4806) if template != "list" else sample_list(sample_row(), number=4806)
    pdf = typeset(sample_document(sheet, template=template, paper=paper, ink=ink))
    numbers = [word for word in word_boxes(pdf)[0][2] if word.text == "4806"]
    assert numbers and min(ink_height(pdf, number) for number in numbers) >= MIN_HEIGHT


@pytest.mark.parametrize("flag", ["", CANCELLED])
@pytest.mark.parametrize("template", [*TEMPLATES, "list", "days"])
def test_sparing_ink_floods_no_area(template: str, flag: str) -> None:
    if template in TEMPLATES:
        sparing, colour = (event_page({"flag": flag}, template, ink=ink) for ink in (Ink.SPARING, Ink.COLOUR))
    else:
        row = sample_row(flags=(flag,), code=None if template == "days" else sample_code())
        sparing, colour = (
            typeset(sample_document(sample_list(*[row] * 4), template="list", ink=ink))
            for ink in (Ink.SPARING, Ink.COLOUR)
        )
    assert flooded_share(sparing) <= MAX_FLOODED < flooded_share(colour)


def flooded_share(pdf: bytes) -> float:
    """The share of the first page in areas of ink that are wider than WIDEST_STROKE each way."""
    dpi = 50
    side = round(WIDEST_STROKE / 25.4 * dpi) // 2 * 2 + 1
    page = render_grey_page(pdf, 0, dpi).point(lambda grey: 255 if grey < 240 else 0)
    opened = page.filter(ImageFilter.MinFilter(side)).filter(ImageFilter.MaxFilter(side))
    return float(numpy.asarray(opened).mean()) / 255


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5, Paper.A3, Paper.LETTER])
@pytest.mark.parametrize("with_code", [True, False])
@pytest.mark.parametrize("languages", [1, 3])
def test_a_short_event_fills_its_sheet(paper: Paper, with_code: bool, languages: int) -> None:
    said = {"text": "Келіңіз.", "facts": SAMPLE_TEXT.facts[:1]}
    if not with_code:
        said |= {"take": "", "take_note": "", "scan": ""}
    code = sample_code() if with_code else None
    pdf = event_page(said, paper=paper, code=code, languages=languages)
    assert empty_share(render_grey_page(pdf, 0, 50)) < 1 / 3


def empty_share(page: Image.Image) -> float:
    """The share of a page's height in rows without any ink."""
    return float((numpy.asarray(page) > 250).all(axis=1).mean())


def test_a_strip_has_title_date_place_address_and_corner() -> None:
    pdf = event_page(template="tear-off")
    height = word_boxes(pdf)[0][1]
    on_strips = [word.text for word in word_boxes(pdf)[0][2] if word.top > height - 72 * MM]
    for words in ("Код", "2016", "Алматы", "Байсейітов", "Алматыдағы"):
        assert on_strips.count(words) == 7, words


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3, Paper.LETTER])
@pytest.mark.parametrize("title", ["Код", "Жас бағдарламашыларға арналған ашық сабақ"])
def test_the_lower_part_of_a_strip_is_not_blank(paper: Paper, title: str) -> None:
    pdf = event_page({"title": title}, "tear-off", paper=paper)
    width, height, words = word_boxes(pdf)[0]
    strip = [word for word in words if word.top > height * 0.7 and word.right < width / 7]
    first, last = min(word.top for word in strip), max(word.bottom for word in strip)
    assert height - last < (last - first) / 3


def test_what_is_the_same_in_three_languages_is_said_once() -> None:
    asked = SheetFact("phone", "Кітапханашы", "+7 727 000 00 00")
    pdf = event_page({"title": "TechForum", "facts": (*SAMPLE_TEXT.facts, asked)}, languages=3)
    (page,) = page_texts(pdf)
    assert [page.count(words) for words in ("TechForum", "Кітапханашы", "+77270000000")] == [1, 1, 1]


def test_a_title_that_differs_is_said_in_each_language() -> None:
    kazakh, russian = SAMPLE_TEXT, SAMPLE_TEXT._replace(language="ru", title="Программируй")
    sheet = replace(sample_sheet(languages=2), said=(kazakh, russian))
    (page,) = page_texts(typeset(sample_document(sheet)))
    assert "Коджазудыүйрен" in page and "Программируй" in page


TITLES = (
    "Ағылшын тілі клубы",
    "TOEFL емтиханына дайындық",
    "Робот құрастыру: демалыс күндері",
    "Балаларға арналған қолөнер",
    "Кітап клубы: Марк Твен",
)


@pytest.mark.parametrize("ink", Ink)
def test_sixty_dates_of_a_month_fit_on_one_a4_page_with_their_hours(ink: Ink) -> None:
    rows = [
        sample_row(
            titles=(TITLES[number % 5],),
            times=(f"{9 + number % 10}:{number:02}–20:{number:02}",),
            places=("Алматыдағы Американ бұрышы",),
            code=None,
        )
        for number in range(60)
    ]
    days = tuple(
        Section((f"2016 жылғы {day} сәуір",), tuple(rows[2 * day - 2 : 2 * day]), str(day), ("Бс",))
        for day in range(1, 31)
    )
    sheet = sample_list(sections=days)
    pdf = typeset(sample_document(sheet, template="list", ink=ink))
    (page,) = page_texts(pdf)
    assert count_pages(pdf) == 1
    assert all(row.times[0] in page for row in rows) and "30Бс" in page
    smallest = min(word.bottom - word.top for word in word_boxes(pdf)[0][2] if word.text == "клубы")
    assert smallest > 8.9 * LINE_HEIGHT
