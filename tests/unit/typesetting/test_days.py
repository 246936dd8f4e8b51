"""A list without codes shows days and hours, in one column or two."""

from collections.abc import Sequence

import pytest

from kiosk.base.errors import KioskError
from kiosk.typesetting.paper import Paper
from kiosk.typesetting.sheet import Row, Section
from kiosk.typesetting.typeset import typeset
from tests.flyer_kit import count_pages, page_texts, word_boxes
from tests.unit.typesetting.sample import sample_document, sample_list, sample_row

CORNER = "Алматыдағы Американ бұрышы"
"""Of the sample sheet."""
JOINER = "\N{WORD JOINER}"
"""Between the hours of a span, so that no line ends there."""


def typeset_days(rows: Sequence[Row], per_day: int = 1, paper: Paper = Paper.A4) -> bytes:
    """The PDF of a list with so many of the rows on each day."""
    days = tuple(
        Section((f"{place + 1} сәуір",), tuple(rows[start : start + per_day]), str(place + 1), ("Сн",))
        for place, start in enumerate(range(0, len(rows), per_day))
    )
    return typeset(sample_document(sample_list(sections=days), template="list", paper=paper))


def plain_row(title: str, time: str = "18:00–19:30", place: str = CORNER) -> Row:
    return sample_row(titles=(title,), times=(time,), places=(place,), code=None)


def test_the_place_is_printed_only_where_it_is_not_this_corner() -> None:
    (page,) = page_texts(typeset_days([plain_row("Код"), plain_row("Шахмат", place="Қалалық кітапхана")]))
    assert page.count("".join(CORNER.split())) == 2  # in the head and in the footer
    assert "Шахмат·Қалалықкітапхана" in page


def test_hours_stand_beside_the_title_and_a_date_in_words_above_it() -> None:
    pdf = typeset_days([plain_row("Код"), plain_row("Көрме", time="20 сәуір – 30 қыркүйек")])
    boxes = {word.text.replace(JOINER, ""): word for word in word_boxes(pdf)[0][2]}
    assert boxes["18:00–19:30"].top == pytest.approx(boxes["Код"].top, abs=1)
    assert boxes["қыркүйек"].bottom < boxes["Көрме"].bottom
    assert boxes["қыркүйек"].top < boxes["Көрме"].top - 5


def test_few_days_have_one_column_and_many_have_two() -> None:
    for number, columns in ((8, 1), (40, 2)):
        pdf = typeset_days([plain_row("Код")] * number, per_day=2)
        lefts = {round(word.left) for word in word_boxes(pdf)[0][2] if word.text == "Код"}
        assert (len(lefts), count_pages(pdf)) == (columns, 1)


def test_what_does_not_fit_on_one_page_continues() -> None:
    titles = [f"Оқиға{number}" for number in range(150)]
    read = page_texts(typeset_days([plain_row(title) for title in titles], per_day=5))
    assert len(read) > 1
    assert all(any(title in page for page in read) for title in titles)


def test_a_long_word_makes_one_column_of_two_and_a_longer_one_is_refused() -> None:
    rows = [plain_row("Код")] * 60
    (first, *_) = page_texts(typeset_days([plain_row("Ш" * 40), *rows]))
    assert "Ш" * 40 in first
    with pytest.raises(KioskError, match=r"flyers\.too_long"):
        typeset_days([plain_row("Ш" * 120), *rows])


def test_events_without_a_day_have_a_heading() -> None:
    undated = Section(("Күні әлі белгісіз",), (plain_row("Көктем", time="2016 жылғы сәуір"),))
    dated = Section(("9 сәуір",), (plain_row("Код"),), "9", ("Сн",))
    pdf = typeset(sample_document(sample_list(sections=(dated, undated)), template="list"))
    assert "Күніәлібелгісіз2016жылғысәуірКөктем" in page_texts(pdf)[0]
