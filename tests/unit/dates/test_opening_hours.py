"""Until when the Corner is open, in words."""

import pytest

from kiosk.dates.opening_hours import open_now
from tests.unit.store.sample import ZONE, at

WEEK = "Mo-Fr 10:00-21:00; Sa 10:00-16:30"


@pytest.mark.parametrize(
    ("local_time", "said"),
    [
        ("2016-04-06T09:59", ("opens at 10:00", "10:00-да ашылады", "откроется в 10:00")),
        ("2016-04-06T10:00", ("open until 21:00", "21:00-ге дейін ашық", "открыто до 21:00")),
        ("2016-04-06T20:59", ("open until 21:00", "21:00-ге дейін ашық", "открыто до 21:00")),
        ("2016-04-06T21:00", ("closed now", "қазір жабық", "сейчас закрыто")),
        ("2016-04-09T12:00", ("open until 16:30", "16:30-ға дейін ашық", "открыто до 16:30")),
        ("2016-04-10T12:00", ("closed today", "бүгін жабық", "сегодня закрыто")),
    ],
)
def test_until_when_the_corner_is_open(local_time: str, said: tuple[str, str, str]) -> None:
    assert tuple(open_now(WEEK, at(local_time), ZONE, language) for language in ("en", "kk", "ru")) == said


def test_without_opening_hours_nothing_is_said() -> None:
    assert open_now("", at("2016-04-06T12:00"), ZONE, "en") == ""
