"""Days as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.loose.days import PAST, read_day
from kiosk.authoring.loose.reading import Reading
from kiosk.dates.date_parts import DatePoint
from kiosk.dates.time_text import DateFormatter
from kiosk.i18n.translator import LANGUAGES, translator

NEAR = date(2026, 4, 1)
APRIL = date(2026, 4, 3)
CERTAIN = (
    "2026-04-03",
    "03.04.2026",
    "3.4.2026 г.",
    "3 April 2026",
    "3rd of April, 2026",
    "April 3, 2026",
    "Fri, 3 April 2026",
    "3 апреля 2026 года",
    "3 апр. 2026",
    "пятница, 3 апреля 2026 г.",
    "3 апреля 2026 (пт)",
    "2026 жылғы 3 сәуір",
    "2026 ж. 3 сәуірде",
    "3 сәуір 2026, жұма",
    "3 сауир 2026",
    "\u00a03\u00ad\u00a0апреля 2026",
)
LOOSE = (
    "3/4/26",
    "3.4.26",
    "03/04/2026",
    "3-4-2026",
    "3-Apr-26",
    "3 апреля",
    "3 сәуірде",
    "April 3",
    "2026-4-3",
    "3.04",
)
NO_DAY = (
    "",
    "Wednesday",
    "среда",
    "Freitag",
    "April",
    "2026",
    "31.02.2026",
    "Thu, 3 April 2026",
    "3-5 April 2026",
    "40 April",
    "3 April in the evening",
    "3 April 1026",
    "29 февраля",
    "18:00",
    "3 April 5 May",
    "0.4.2026",
)


@pytest.mark.parametrize("text", CERTAIN)
def test_it_is_read(text: str) -> None:
    assert read_day(text, NEAR) == Reading(APRIL)


@pytest.mark.parametrize("text", LOOSE)
def test_it_is_read_and_uncertain(text: str) -> None:
    assert read_day(text, NEAR) == Reading(APRIL, False)


@pytest.mark.parametrize("text", NO_DAY)
def test_it_is_no_day(text: str) -> None:
    assert read_day(text, NEAR) is None


def test_the_first_number_is_the_day_unless_it_can_only_be_the_second() -> None:
    assert read_day("5/12/2026") == Reading(date(2026, 12, 5), False)
    assert read_day("5/13/2026") == Reading(date(2026, 5, 13), False)
    assert read_day("13/5/2026") == Reading(date(2026, 5, 13))


def test_a_day_of_one_digit_after_the_month_is_that_day() -> None:
    assert read_day("2022-02-1") == Reading(date(2022, 2, 1), False)


def test_without_a_year_a_day_is_near_or_it_is_none() -> None:
    assert read_day("28 декабря", NEAR) == Reading(date(2026, 12, 28), False)
    assert read_day("5 января", date(2026, 12, 20)) == Reading(date(2027, 1, 5), False)
    assert read_day("28 декабря", date(2027, 1, 9)) == Reading(date(2026, 12, 28), False)
    assert read_day("5 января") is None


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from(LANGUAGES))
def test_what_the_kiosk_writes_is_read(day: date, language: str) -> None:
    point = DatePoint(day.year, month=day.month, day=day.day)
    written = DateFormatter(translator(language), 0).format_point(point)
    assert read_day(written) == Reading(day)


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%a %d %b %Y"]))
def test_what_a_spreadsheet_writes_is_read(day: date, form: str) -> None:
    assert read_day(f"{day:{form}}") == Reading(day)


@given(DAYS, st.integers(-90, 200))
def test_a_day_without_its_year_is_read_near_that_day(day: date, later: int) -> None:
    near = day - timedelta(later)
    if (day.month, day.day) != (2, 29):
        found = read_day(f"{day:%d.%m}", near)
        assert found == Reading(day, False)
        assert found.value >= near - PAST


@given(st.text())
def test_any_text_is_a_day_or_none(text: str) -> None:
    found = read_day(text, NEAR)
    assert found is None or 1900 <= found.value.year <= 2100
