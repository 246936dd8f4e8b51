"""Recurrence rules: the profile, their days compared with a model that asks every day, and their words."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.model import Series
from kiosk.dates.recurrence import MAX_DATES, WEEKDAYS, Rule, parse_rule, series_days, time_on
from kiosk.dates.recurrence_text import format_from, format_off_days, format_series, format_until
from tests.unit.dates.written_times import parse_table

RULES = {
    "FREQ=DAILY": Rule(),
    "FREQ=WEEKLY;BYDAY=WE": Rule(1, (3,)),
    "FREQ=WEEKLY;BYDAY=MO,WE,SU": Rule(1, (1, 3, 7)),
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA": Rule(2, (6,)),
    "FREQ=MONTHLY;BYDAY=2SA": Rule(weekdays=(6,), nth=2),
    "FREQ=MONTHLY;BYDAY=-1FR": Rule(weekdays=(5,), nth=-1),
    "FREQ=MONTHLY;BYMONTHDAY=31": Rule(month_day=31),
}
OTHERS = (
    "", "WEEKLY", "FREQ=WEEKLY", "FREQ=SECONDLY", "FREQ=WEEKLY;BYDAY=WE;COUNT=3", "FREQ=WEEKLY;BYDAY=WE,MO",
    "FREQ=WEEKLY;BYDAY=WE,WE", "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE", "FREQ=MONTHLY;BYDAY=5SA", "FREQ=DAILY\n",
    "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=٣", "RRULE:FREQ=DAILY", "freq=daily",
)  # fmt: skip


@pytest.mark.parametrize("written", RULES)
def test_rules_of_the_profile(written: str) -> None:
    assert parse_rule(written) == RULES[written]


@pytest.mark.parametrize("written", OTHERS)
def test_other_rules_are_refused(written: str) -> None:
    with pytest.raises(ValueError):
        parse_rule(written)


def is_day_of(rule: Rule, day: date, first: date) -> bool:
    """The model: whether a rule that applies from `first` has that day."""
    if rule.month_day:
        return day.day == rule.month_day
    if not rule.weekdays:
        return True
    if day.isoweekday() not in rule.weekdays:
        return False
    if rule.nth == -1:
        return day.day > monthrange(day.year, day.month)[1] - 7
    if rule.nth:
        return (day.day - 1) // 7 + 1 == rule.nth
    monday, start = (one - timedelta(days=one.weekday()) for one in (day, first))
    return (monday - start).days // 7 % rule.weeks == 0


weekdays = st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(lambda days: sorted(days, key=WEEKDAYS.index))
rules = st.one_of(
    st.just("FREQ=DAILY"),
    weekdays.map(lambda days: f"FREQ=WEEKLY;BYDAY={','.join(days)}"),
    weekdays.map(lambda days: f"FREQ=WEEKLY;INTERVAL=2;BYDAY={','.join(days)}"),
    st.builds("FREQ=MONTHLY;BYDAY={}{}".format, st.sampled_from((1, 2, 3, 4, -1)), st.sampled_from(WEEKDAYS)),
    st.integers(1, 31).map("FREQ=MONTHLY;BYMONTHDAY={}".format),
)


@given(rules, st.dates(date(1990, 1, 1), date(2099, 1, 1)), st.integers(0, 731), st.data())
def test_the_days_are_those_of_the_model(written: str, first: date, length: int, data: st.DataObject) -> None:
    until, rule = first + timedelta(days=length), parse_rule(written)
    every = [first + timedelta(days=n) for n in range(length + 1)]
    wanted = [day for day in every if is_day_of(rule, day, first)]
    left_out = data.draw(st.sets(st.sampled_from(wanted), max_size=3)) if wanted else set()
    series = Series(written, str(first), str(until), left_out=tuple(sorted(map(str, left_out))))
    assert list(series_days(series)) == [day for day in wanted[: MAX_DATES + 1] if day not in left_out]


@pytest.mark.parametrize(
    ("begins", "ends", "edtf"),
    [
        ("", "", "2016-04-06"),
        ("18:00", "", "2016-04-06T18:00"),
        ("18:00", "19:30", "2016-04-06T18:00/2016-04-06T19:30"),
        ("18:00", "24:00", "2016-04-06T18:00/2016-04-06T24:00"),
        ("22:00", "02:00", "2016-04-06T22:00/2016-04-07T02:00"),
    ],
)
def test_the_time_of_a_date(begins: str, ends: str, edtf: str) -> None:
    series = Series("FREQ=DAILY", "2016-04-06", "2016-04-07", begins, ends)
    assert time_on(series, date(2016, 4, 6), "Asia/Almaty").edtf == edtf


WORDS = """
FREQ=WEEKLY;BYDAY=WE | every Wednesday | сәрсенбі сайын | по средам
FREQ=WEEKLY;BYDAY=MO,TH | every Monday and Thursday | дүйсенбі және бейсенбі сайын
    | по понедельникам и четвергам
FREQ=WEEKLY;BYDAY=MO,WE,SU | every Monday, Wednesday and Sunday | дүйсенбі, сәрсенбі және жексенбі сайын
    | по понедельникам, средам и воскресеньям
FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | Monday to Friday | жұмыс күндері | по будням
FREQ=WEEKLY;INTERVAL=2;BYDAY=SA | every other Saturday | екі аптада бір рет, сенбіде
    | раз в две недели по субботам
FREQ=MONTHLY;BYDAY=2WE | on the second Wednesday of every month | әр айдың екінші сәрсенбісінде
    | каждую вторую среду месяца
FREQ=MONTHLY;BYDAY=-1SU | on the last Sunday of every month | әр айдың соңғы жексенбісінде
    | каждое последнее воскресенье месяца
FREQ=MONTHLY;BYDAY=3MO | on the third Monday of every month | әр айдың үшінші дүйсенбісінде
    | каждый третий понедельник месяца
FREQ=MONTHLY;BYMONTHDAY=5 | every month on day 5 | әр айдың 5-күні | 5-го числа каждого месяца
"""


@pytest.mark.parametrize(("rule", "en", "kk", "ru"), parse_table(WORDS))
def test_rules_in_words(rule: str, en: str, kk: str, ru: str) -> None:
    series = Series(rule, "2016-04-06", "2016-05-25", "18:00", "19:30")
    for language, words in (("en", en), ("kk", kk), ("ru", ru)):
        assert format_series(series, language) == f"{words}, 18:00–19:30"


DAILY = """
2016-04-10 | 9–10 April, both days 10:00–16:00 | 9–10 сәуір, екі күнде де 10:00–16:00
    | 9–10 апреля, оба дня 10:00–16:00
2016-04-14 | 9–14 April, every day 10:00–16:00 | 9–14 сәуір, күн сайын 10:00–16:00
    | 9–14 апреля, ежедневно 10:00–16:00
"""


@pytest.mark.parametrize(("until", "en", "kk", "ru"), parse_table(DAILY))
def test_what_is_daily_names_its_days(until: str, en: str, kk: str, ru: str) -> None:
    series = Series("FREQ=DAILY", "2016-04-09", until, "10:00", "16:00")
    for language, words in (("en", en), ("kk", kk), ("ru", ru)):
        assert format_series(series, language, 2016) == words
        assert (format_until(series, language), format_from(series, language)) == ("", "")


BOUNDS = """
en | until 25 May | from 6 April 2016 | not on 9 May and 16 May
kk | 25 мамырға дейін | 2016 жылғы 6 сәуірден бастап | 9 мамырда және 16 мамырда өткізілмейді
ru | по 25 мая | с 6 апреля 2016 года | кроме 9 мая и 16 мая
"""


@pytest.mark.parametrize(("language", "until", "begin", "off"), parse_table(BOUNDS))
def test_the_bounds_of_a_series_in_words(language: str, until: str, begin: str, off: str) -> None:
    series = Series("FREQ=WEEKLY;BYDAY=WE", "2016-04-06", "2016-05-25")
    assert format_until(series, language, 2016) == until
    assert format_from(series, language, 2015) == begin
    assert format_off_days([date(2016, 5, 9), date(2016, 5, 16)], language, 2016) == off
    assert format_off_days([], language) == ""
