"""The endings that Kazakh adds to a time of the day, by the number that is said last."""

import pytest

from kiosk.dates.clock_cases import at_time, until_time


@pytest.mark.parametrize(
    ("time", "until", "at"),
    [
        ("21:00", "21:00-ге", "21:00-де"),
        ("19:30", "19:30-ға", "19:30-да"),
        ("18:00", "18:00-ге", "18:00-де"),
        ("17:45", "17:45-ке", "17:45-те"),
        ("16:00", "16:00-ға", "16:00-да"),
        ("13:00", "13:00-ке", "13:00-те"),
        ("14:40", "14:40-қа", "14:40-та"),
        ("10:00", "10:00-ға", "10:00-да"),
        ("20:00", "20:00-ға", "20:00-да"),
        ("09:00", "09:00-ға", "09:00-да"),
        ("12:50", "12:50-ге", "12:50-де"),
        ("12:10", "12:10-ға", "12:10-да"),
        ("12:05", "12:05-ке", "12:05-те"),
        ("12:07", "12:07-ге", "12:07-де"),
        ("00:00", "00:00-ге", "00:00-де"),
        ("24:00", "24:00-ке", "24:00-те"),
    ],
)
def test_kazakh_endings(time: str, until: str, at: str) -> None:
    assert (until_time(time, "kk"), at_time(time, "kk")) == (until, at)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_other_languages_say_it_as_it_is(language: str) -> None:
    assert until_time("19:30", language) == at_time("19:30", language) == "19:30"


def test_every_minute_of_the_day_has_endings() -> None:
    times = [f"{minute // 60:02}:{minute % 60:02}" for minute in range(24 * 60)]
    assert all(until_time(time, "kk").startswith(f"{time}-") for time in times)
