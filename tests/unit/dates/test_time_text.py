"""Times as text, in every precision of ADR 3 and every language, with nothing invented."""

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.clock import parse_local_time
from kiosk.base.model import When
from kiosk.base.time_zones import zone
from kiosk.dates import format_time
from kiosk.dates.date_parts import DatePoint, parse_interval
from kiosk.i18n.translator import LANGUAGES
from tests.unit.dates.written_times import parse_table, times

NOW = parse_local_time("2016-04-03T14:20", zone("Asia/Almaty"))

FORMATTED = """
2016 | 2016 | 2016 жыл | 2016 год
2016~ | around 2016 | шамамен 2016 жыл | ориентировочно 2016 год
2016/2017 | 2016–2017 | 2016–2017 жылдар | 2016–2017 годы
2016-06 | June 2016 | 2016 жылғы маусым | июнь 2016
2016-06~ | around June 2016 | шамамен 2016 жылғы маусым | ориентировочно июнь 2016
2016-06/2016-08 | June–August 2016 | 2016 жылғы маусым — тамыз | июнь — август 2016
2016-06~/2016-08~ | around June–August 2016
    | шамамен 2016 жылғы маусым — тамыз | ориентировочно июнь — август 2016
2016-06~/2016-08 | around June 2016 – August 2016
    | шамамен 2016 жылғы маусым — 2016 жылғы тамыз | ориентировочно июнь 2016 — август 2016
2016-12/2017-01 | December 2016 – January 2017
    | 2016 жылғы желтоқсан — 2017 жылғы қаңтар | декабрь 2016 — январь 2017
2016-21 | spring 2016 | 2016 жылғы көктем | весна 2016
2016-21/2016-22 | spring–summer 2016 | 2016 жылғы көктем — жаз | весна — лето 2016
2016-24 | winter 2016–2017 | 2016–2017 жылғы қыс | зима 2016–2017
2016-23/2016-24 | autumn 2016 – winter 2016–2017
    | 2016 жылғы күз — 2016–2017 жылғы қыс | осень 2016 — зима 2016–2017
2016-04-09 | 9 April | 9 сәуір | 9 апреля
2017-04-09 | 9 April 2017 | 2017 жылғы 9 сәуір | 9 апреля 2017 года
2016-09-03/2016-09-05 | 3–5 September | 3–5 қыркүйек | 3–5 сентября
2017-09-03/2017-09-05 | 3–5 September 2017 | 2017 жылғы 3–5 қыркүйек | 3–5 сентября 2017 года
2016-09-30/2016-10-02 | 30 September – 2 October | 30 қыркүйек — 2 қазан | 30 сентября — 2 октября
2017-09-30/2017-10-02 | 30 September – 2 October 2017
    | 2017 жылғы 30 қыркүйек — 2 қазан | 30 сентября — 2 октября 2017 года
2016-12-30/2017-01-02 | 30 December 2016 – 2 January 2017
    | 2016 жылғы 30 желтоқсан — 2017 жылғы 2 қаңтар | 30 декабря 2016 года — 2 января 2017 года
2016-04-10~ | early April | сәуірдің басы | начало апреля
2016-04-11~ | mid-April | сәуірдің ортасы | середина апреля
2017-04-30~ | late April 2017 | 2017 жылғы сәуірдің соңы | конец апреля 2017 года
2016-03-25~/2016-04-05~ | late March – early April
    | наурыздың соңы — сәуірдің басы | конец марта — начало апреля
2016-04-21~/2016-04-25~ | late April | сәуірдің соңы | конец апреля
2016-06/2016-09-03 | June – 3 September 2016 | 2016 жылғы маусым — 3 қыркүйек | июнь — 3 сентября 2016
2016-04-09T11:00 | 9 April, 11:00 | 9 сәуір, 11:00 | 9 апреля, 11:00
2016-04-09T11:00/2016-04-09T14:00 | 9 April, 11:00–14:00 | 9 сәуір, 11:00–14:00 | 9 апреля, 11:00–14:00
2016-04-09T22:00/2016-04-10T02:00 | 9 April, 22:00–02:00 | 9 сәуір, 22:00–02:00 | 9 апреля, 22:00–02:00
2016-04-09T18:00/2016-04-10T00:00 | 9 April, 18:00–24:00 | 9 сәуір, 18:00–24:00 | 9 апреля, 18:00–24:00
2016-04-09T22:00/2016-04-10T08:00 | 9 April, 22:00 – 10 April, 08:00
    | 9 сәуір, 22:00 — 10 сәуір, 08:00 | 9 апреля, 22:00 — 10 апреля, 08:00
"""


def make_when(edtf: str) -> When:
    return When(edtf, "Asia/Almaty", 0, 0)


@pytest.mark.parametrize(("edtf", "english", "kazakh", "russian"), parse_table(FORMATTED))
def test_a_time_is_formatted_as_precisely_as_it_is_known(
    edtf: str, english: str, kazakh: str, russian: str
) -> None:
    said = [format_time(make_when(edtf), code, NOW) for code in ("en", "kk", "ru")]
    assert said == [english, kazakh, russian]


def test_the_year_is_shown_when_the_present_one_is_unknown() -> None:
    assert format_time(make_when("2016-04-09"), "en", None) == "9 April 2016"


def test_the_present_year_is_taken_in_the_programmes_zone() -> None:
    new_year = parse_local_time("2017-01-01T00:30", zone("Asia/Almaty"))
    assert datetime.fromtimestamp(new_year, zone("UTC")).year == 2016
    assert format_time(make_when("2017-04-09"), "en", new_year) == "9 April"


DATES = (
    "/ 2016/ 16 2016? 2016-00 2016-13 2016-20 2016-25 2016-21-01 2016-04-00 2016-04-32 2016/2017/2018 ٢٠١٦"
)
TIMES = "24:00 11:60 11:00~ 11 11:00:00 11:00+06:00 11:00Z"


@pytest.mark.parametrize(
    "written", ["", " 2016", "2016-04-09 11:00", *DATES.split(), *map("2016-04-09T{}".format, TIMES.split())]
)
def test_other_forms_are_refused(written: str) -> None:
    with pytest.raises(ValueError):
        parse_interval(written)


def test_an_approximate_day_becomes_a_third_of_the_month() -> None:
    assert parse_interval("2016-03-25~/2016-04-05") == (
        DatePoint(2016, month=3, third=3),
        DatePoint(2016, month=4, day=5),
    )


@given(times, st.sampled_from(LANGUAGES), st.none() | st.integers(0, 4_000_000_000))
def test_formatted_times_contain_only_written_numbers(edtf: str, language: str, now: int | None) -> None:
    said = format_time(make_when(edtf), language, now)
    clocks = set(re.findall(r"\d\d:\d\d", said))
    assert clocks == set(re.findall(r"(?<=T)\d\d:\d\d", edtf))
    winters = {str(int(year) + 1) for year in re.findall(r"(\d{4})-24", edtf)}
    written = {str(int(number)) for number in re.findall(r"\d+", edtf)}
    assert {str(int(number)) for number in re.findall(r"\d+", said)} <= written | winters
    assert said == said.strip() and "  " not in said
