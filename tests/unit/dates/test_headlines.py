"""Times as large words, and the hours of an event."""

from datetime import date

import pytest

from kiosk.dates import headlines
from kiosk.dates.bounds import parse_when
from tests.unit.store.sample import ZONE

TODAY = date(2016, 4, 3)


@pytest.mark.parametrize(
    ("edtf", "word"),
    [
        ("2016-06", "Маусым"),
        ("2016-21", "Көктем"),
        ("2016", "2016"),
        ("2015/2017", "2016"),
        ("2017/2018", "2017"),
        ("2016-03-25~/2016-04-05~", "Сәуір"),
        ("2016-04-25~/2016-05-05~", "Сәуір"),
        ("2016-02/2016-09", "Сәуір"),
        ("2016-06/2016-09", "Маусым"),
        ("2016-01/2016-02", "Қаңтар"),
    ],
)
def test_the_word_of_a_period(edtf: str, word: str) -> None:
    assert headlines.period_word(parse_when(edtf, ZONE), TODAY, "kk") == word


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Sunday", "3 April", "3 Apr")),
        ("kk", ("жексенбі", "3 сәуір", "3 сәу")),
        ("ru", ("воскресенье", "3 апреля", "3 апр")),
    ],
)
def test_the_words_of_a_day(language: str, words: tuple[str, str, str]) -> None:
    said = (headlines.weekday_word, headlines.day_word, headlines.short_day)
    assert tuple(say(TODAY, language) for say in said) == words


@pytest.mark.parametrize(
    ("edtf", "hours"),
    [
        ("2016-04-03T18:00/2016-04-03T19:30", ("18:00", "19:30")),
        ("2016-04-03T22:00/2016-04-04T01:30", ("22:00", "01:30")),
        ("2016-04-03T18:00/2016-04-05T19:30", ("18:00", "")),
        ("2016-04-03T18:00", ("18:00", "")),
        ("2016-04-03", ("", "")),
    ],
)
def test_the_hours_of_a_time(edtf: str, hours: tuple[str, str]) -> None:
    when = parse_when(edtf, ZONE)
    assert (headlines.start_hour(when), headlines.end_hour(when)) == hours
