"""Short labels of times: date blocks, relative days, the clock, dates of edition and chips."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import dates
from kiosk.base.clock import parse_local_time
from kiosk.base.model import When
from kiosk.base.time_zones import zone
from kiosk.i18n.translator import LANGUAGES
from tests.unit.dates.written_times import parse_table, times

ALMATY = zone("Asia/Almaty")
NOW = parse_local_time("2016-04-03T14:20", ALMATY)

BLOCKS = """
2016 | 2016 |
2016/2017 | 2016–2017 |
2016/2016-06 | 2016 |
2016-06 | JUN |
2016-06/2016-08 | JUN–AUG |
2016-12/2017-01 | DEC–JAN |
2016-06/2017-09 | 2016–2017 |
2016-21 | SPRING |
2016-21/2016-22 | MAR–AUG |
2016-24 | WINTER |
2016-23/2016-24 | SEP–FEB |
2016-04-09 | APR | 9
2016-04-09T11:00 | APR | 9
2016-04-09T11:00/2016-04-09T14:00 | APR | 9
2016-04-09T22:00/2016-04-10T02:00 | APR | 9
2016-04-09T18:00/2016-04-10T00:00 | APR | 9
2016-04-09T11:00/2016-04-10T10:00 | APR | 9–10
2016-09-03/2016-09-05 | SEP | 3–5
2016-09-30/2016-10-02 | SEP–OCT |
2016-04-05~ | APR |
2016-03-25~/2016-04-05~ | MAR–APR |
"""

RELATIVE_DAYS = """
2016-04-03 | 2016-04-03T00:00 | 2016-04-03T23:59 | 2016-04-03T14:20 | today
2016-04-03 | 2016-04-03T00:00 | 2016-04-03T23:59 | 2016-04-02T23:59 | tomorrow
2016-04-03 | 2016-04-03T00:00 | 2016-04-03T23:59 | 2016-04-01T23:59 |
2016-04-03 | 2016-04-03T00:00 | 2016-04-03T23:59 | 2016-04-04T00:00 |
2016-04-03T18:00 | 2016-04-03T18:00 | 2016-04-03T23:59 | 2016-04-03T14:20 | today
2016-04-03T18:00 | 2016-04-03T18:00 | 2016-04-03T23:59 | 2016-04-03T19:00 | today
2016-04-03T14:00/2016-04-03T16:00 | 2016-04-03T14:00 | 2016-04-03T16:00 | 2016-04-03T14:20 | now
2016-04-03T14:00/2016-04-03T16:00 | 2016-04-03T14:00 | 2016-04-03T16:00 | 2016-04-03T09:00 | today
2016-04-02/2016-04-05 | 2016-04-02T00:00 | 2016-04-05T23:59 | 2016-04-03T14:20 | today
2016-04-04/2016-04-05 | 2016-04-04T00:00 | 2016-04-05T23:59 | 2016-04-03T14:20 | tomorrow
2016-04 | 2016-04-01T00:00 | 2016-04-30T23:59 | 2016-04-03T14:20 |
2016-04-01~ | 2016-04-01T00:00 | 2016-04-10T23:59 | 2016-04-03T14:20 |
"""


def make_when(edtf: str, earliest: int = 0, latest: int = 0) -> When:
    return When(edtf, "Asia/Almaty", earliest, latest)


@pytest.mark.parametrize(("edtf", "top", "big"), parse_table(BLOCKS))
def test_a_date_block_has_a_month_and_perhaps_a_day(edtf: str, top: str, big: str) -> None:
    assert dates.date_block(make_when(edtf), "en") == (top, big)


def test_date_blocks_in_every_language() -> None:
    when = make_when("2016-04-09")
    assert [dates.date_block(when, code)[0] for code in LANGUAGES] == ["СӘУ", "АПР", "APR"]


@pytest.mark.parametrize(("edtf", "start", "end", "now", "said"), parse_table(RELATIVE_DAYS))
def test_relative_days(edtf: str, start: str, end: str, now: str, said: str) -> None:
    when = make_when(edtf, parse_local_time(start, ALMATY), parse_local_time(end, ALMATY))
    assert dates.relative_day(when, parse_local_time(now, ALMATY)) == said


def test_the_clock_shows_the_local_day_and_minute() -> None:
    assert [dates.clock_line(NOW, "Asia/Almaty", code) for code in ("en", "kk", "ru")] == [
        "Sunday, 3 April 2016 · 14:20",
        "2016 жылғы 3 сәуір, жексенбі · 14:20",
        "Воскресенье, 3 апреля 2016 года · 14:20",
    ]


def test_a_date_of_edition_always_has_its_year() -> None:
    assert [dates.format_day("2016-04-01", code) for code in ("en", "kk", "ru")] == [
        "1 April 2016",
        "2016 жылғы 1 сәуір",
        "1 апреля 2016 года",
    ]


SPOKEN = ("en", "kk", "ru")


def test_a_month_has_its_year_unless_it_is_the_present_one() -> None:
    def said(month: str) -> list[str]:
        return [dates.format_month(month, code, NOW, "Asia/Almaty") for code in SPOKEN]

    assert said("2016-06") == ["June", "маусым", "июнь"]
    assert said("2017-06") == ["June 2017", "2017 жылғы маусым", "июнь 2017"]
    assert dates.format_month("2016-06", "en") == "June 2016"


def test_in_month_uses_the_right_grammatical_case() -> None:
    def said(month: str) -> list[str]:
        return [dates.format_in_month(month, code, NOW, "Asia/Almaty") for code in SPOKEN]

    assert said("2016-06") == ["in June", "маусымда", "в июне"]
    assert said("2017-03") == ["in March 2017", "2017 жылғы наурызда", "в марте 2017 года"]


def test_months_and_days_of_the_week_have_short_names() -> None:
    assert [dates.short_month("2016-06", code) for code in SPOKEN] == ["Jun", "Мау", "Июн"]
    assert [dates.weekday_names(code)[0] for code in SPOKEN] == ["Mon", "Дс", "Пн"]
    assert [dates.weekday_names(code)[6] for code in SPOKEN] == ["Sun", "Жк", "Вс"]


def test_a_weekday_omits_the_present_year() -> None:
    def said(day: str) -> list[str]:
        return [dates.format_weekday(day, code, NOW, "Asia/Almaty") for code in SPOKEN]

    assert said("2016-04-09") == ["Saturday, 9 April", "9 сәуір, сенбі", "суббота, 9 апреля"]
    assert said("2017-04-09")[2] == "воскресенье, 9 апреля 2017 года"
    assert dates.format_weekday("2016-04-09", "en") == "Saturday, 9 April 2016"


@pytest.mark.parametrize(
    ("edtf", "hours"),
    [
        ("2016-04-09T11:00/2016-04-09T14:00", "11:00–14:00"),
        ("2016-04-09T11:00", "11:00"),
        ("2016-04-09T22:00/2016-04-10T02:00", "22:00–02:00"),
        ("2016-04-09T18:00/2016-04-10T00:00", "18:00–24:00"),
        ("2016-04-09T22:00/2016-04-10T07:00", ""),
        ("2016-04-09T22:00/2016-04-11T02:00", ""),
        ("2016-04-09", ""),
        ("2016-06", ""),
    ],
)
def test_hours_within_one_day(edtf: str, hours: str) -> None:
    assert dates.format_hours(make_when(edtf)) == hours


@given(times, st.sampled_from(LANGUAGES))
def test_date_block_lines_are_short(edtf: str, language: str) -> None:
    top, big = dates.date_block(make_when(edtf), language)
    assert 1 <= len(top) <= 9
    assert re.fullmatch(r"(\d{1,2}(–\d{1,2})?)?", big)


@given(times, st.integers(0, 4_000_000_000))
def test_only_exact_days_are_relative(edtf: str, now: int) -> None:
    assert dates.relative_day(make_when(edtf, now - 60, now + 60), now) in {"", "today", "now"}
    assert not (re.search(r"~", edtf) and dates.relative_day(make_when(edtf, now, now), now))
