"""Repetitions as people say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.repeats import Repeat, read_days, read_repeat
from kiosk.authoring.source.every import parse_every
from kiosk.base.model import Series
from kiosk.dates.recurrence_text import format_repetition
from kiosk.i18n.translator import LANGUAGES

NEAR = date(2026, 4, 1)
SAID = {
    "every Wednesday": "Wednesday",
    "Wednesdays at 6 pm": "Wednesday 18:00",
    "каждую среду в 18:00": "Wednesday 18:00",
    "по средам 18:00-19:30": "Wednesday 18:00-19:30",
    "сәрсенбі сайын": "Wednesday",
    "әр сәрсенбі, 18:00": "Wednesday 18:00",
    "пн, ср 18:00": "Monday and Wednesday 18:00",
    "вторник и четверг": "Tuesday and Thursday",
    "пн-пт 10:00": "Monday to Friday 10:00",
    "с понедельника по пятницу": "Monday to Friday",
    "по будням": "Monday to Friday",
    "жұмыс күндері": "Monday to Friday",
    "every other Saturday 22:00-02:00": "other Saturday 22:00-02:00",
    "раз в две недели по субботам": "other Saturday",
    "екі аптада бір рет, сенбі": "other Saturday",
    "second Saturday of the month": "second Saturday",
    "каждый четвёртый четверг месяца": "fourth Thursday",
    "соңғы жұма": "last Friday",
    "month on the 5th": "month on the 5",
    "5-го числа каждого месяца": "month on the 5",
    "әр айдың 5-күні": "month on the 5",
    "every day 10:00-16:00": "day 10:00-16:00",
    "ежедневно": "day",
    "күн сайын": "day",
}


@pytest.mark.parametrize("text", SAID)
def test_it_is_read(text: str) -> None:
    assert read_repeat(text) == Reading(Repeat(SAID[text]))
    parse_every(SAID[text])


@pytest.mark.parametrize(
    "text", ["", "weekly", "every full moon", "5th", "18:00", "Wednesday and Wednesday", "by Monday"]
)
def test_it_is_no_repetition(text: str) -> None:
    assert read_repeat(text) is None


def test_the_last_day_and_the_days_left_out_may_stand_beside_it() -> None:
    until, left_out = date(2026, 5, 25), (date(2026, 5, 11),)
    whole = Repeat("Wednesday 18:00", until, left_out)
    assert read_repeat("every Wednesday 18:00 until 25 May 2026 except 11 May 2026") == Reading(whole)
    assert read_repeat("по средам 18:00 до 25 мая, кроме 11 мая", NEAR) == Reading(whole, False)
    assert read_repeat("сәрсенбі сайын 18:00, 25 мамырға дейін", NEAR) == Reading(
        whole._replace(left_out=()), False
    )


def test_what_has_two_meanings_is_uncertain() -> None:
    assert read_repeat("every second Saturday") == Reading(Repeat("second Saturday"), False)


def test_days_are_listed_in_many_ways() -> None:
    days = read_days("11.05.2026; 18.05.2026, 25 мая 2026 и 01.06.2026")
    assert days and [one.value.day for one in days] == [11, 18, 25, 1]
    for text in (
        "5, 12 и 19 июня 2026",
        "5, 12, 19.06.2026",
        "June 5, 12 and 19",
        "2026-06-05; 2026-06-12; 2026-06-19",
    ):
        found = read_days(text, NEAR)
        assert found and [one.value for one in found] == [date(2026, 6, day) for day in (5, 12, 19)]
    assert read_days("11.05.2026, soon") is None


RULES = st.one_of(
    st.just("FREQ=DAILY"),
    st.builds("FREQ=MONTHLY;BYMONTHDAY={}".format, st.integers(1, 31)),
    st.builds(
        "FREQ=MONTHLY;BYDAY={}{}".format,
        st.sampled_from([1, 2, 3, 4, -1]),
        st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]),
    ),
    st.builds(
        lambda days, weeks: (
            f"FREQ=WEEKLY;{weeks}BYDAY={','.join(sorted(days, key='MO TU WE TH FR SA SU'.index))}"
        ),
        st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=6),
        st.sampled_from(["", "INTERVAL=2;"]),
    ),
)


@given(RULES, st.sampled_from(LANGUAGES))
def test_what_the_kiosk_says_is_read(rule: str, language: str) -> None:
    said = format_repetition(Series(rule, "2026-01-01", "2026-12-31"), language)
    if said:
        found = read_repeat(said)
        assert found and parse_every(found.value.every).rule == rule, said


@pytest.mark.parametrize(
    "text",
    [
        "every Wednesday from 3 to 24 June",
        "каждую среду с 3 по 24 июня",
        "по средам (с 3 июня по 24 июня)",
        "с 3.06.2026 по 24.06.2026 по средам",
    ],
)
def test_the_first_and_the_last_day_may_stand_beside_it(text: str) -> None:
    found = read_repeat(text, NEAR)
    assert found and found.value == Repeat("Wednesday", date(2026, 6, 24), (), date(2026, 6, 3))
