"""A month has its weeks, occurrences by day, and undated occurrences."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.authoring.building.write_database import write_database
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.month_calendar import add_months, add_months_in_range, build_month
from kiosk.store.calendar_queries import DatePrecision
from kiosk.store.catalogue import Catalogue
from tests.unit.store import busy
from tests.unit.store.sample import PROGRAMME


def make_catalogue(*events: busy.Event) -> Catalogue:
    with tempfile.TemporaryDirectory() as folder:
        write_database(replace(PROGRAMME, events=events), Path(folder) / "events.sqlite")
        return Catalogue((Path(folder) / "events.sqlite").read_bytes())


@pytest.fixture(scope="module")
def programme() -> Iterator[CombinedCatalogue]:
    """The events of a full calendar, from two packs."""
    yield CombinedCatalogue((make_catalogue(*busy.EVENTS[:3]), make_catalogue(*busy.EVENTS[2:])))


def test_weeks_begin_with_monday_and_omit_other_months_days(programme: CombinedCatalogue) -> None:
    april = build_month(programme, date(2016, 4, 1))
    assert [len(week) for week in april.weeks] == [7] * 5
    assert april.weeks[0][:4] == (None,) * 4
    assert [day.date.day for day in april.days] == list(range(1, 31))
    assert all(
        day is None or day.date.weekday() == place for week in april.weeks for place, day in enumerate(week)
    )
    assert len(build_month(programme, date(2021, 2, 1)).weeks) == 4
    assert len(build_month(programme, date(2016, 10, 1)).weeks) == 6


def test_each_day_counts_occurrences_by_theme(programme: CombinedCatalogue) -> None:
    days = {day.date.day: day for day in build_month(programme, date(2016, 4, 1)).days}
    assert days[3].themes == {"innovation": 1, "friendship": 2}
    assert list(days[16].themes.items()) == [("innovation", 20), ("friendship", 10)]
    assert (days[16].times, days[5].times) == (30, 0)
    assert [days[day].times for day in (19, 20, 21, 30)] == [0, 1, 1, 1]


def test_a_month_counts_each_occurrence_once_and_undated_ones_separately(
    programme: CombinedCatalogue,
) -> None:
    april, june = build_month(programme, date(2016, 4, 1)), build_month(programme, date(2016, 6, 1))
    assert april.themes == {"innovation": 20 + 4, "friendship": 10 + 3 + 3}
    assert april.undated == {DatePrecision.WITHIN: 0, DatePrecision.PERHAPS: 1, DatePrecision.YEAR: 1}
    assert june.themes == {"friendship": 1}
    assert june.undated == {DatePrecision.WITHIN: 1, DatePrecision.PERHAPS: 1, DatePrecision.YEAR: 1}


def test_a_month_with_only_year_occurrences_is_empty(programme: CombinedCatalogue) -> None:
    assert build_month(programme, date(2016, 12, 1)).is_empty
    assert not build_month(programme, date(2016, 9, 1)).is_empty
    assert not build_month(programme, date(2016, 7, 1)).is_empty


def test_months_follow_each_other_within_the_calendars_years() -> None:
    assert add_months(date(2016, 12, 1), 1) == date(2017, 1, 1)
    assert add_months(date(2016, 1, 1), -1) == date(2015, 12, 1)
    assert add_months_in_range(date(2016, 6, 1), 2) == date(2016, 8, 1)
    assert add_months_in_range(date(2100, 12, 1), 1) == date(2100, 12, 1)
    assert add_months_in_range(date(1900, 1, 1), -1) == date(1900, 1, 1)
