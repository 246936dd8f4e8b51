"""Tests the calendar queries: occurrences by day, precision and venue, and their query plans."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.authoring.building.write_database import write_database
from kiosk.store.calendar_queries import (
    COUNTS,
    LAST_DAY,
    MATCHES,
    MEETINGS,
    NEXT_DAY,
    DatePrecision,
    OccurrenceCount,
)
from kiosk.store.catalogue import Catalogue
from kiosk.store.schema import TIME_INDEXES
from tests.unit.store import busy, sample
from tests.unit.store.sample import NOW, PROGRAMME, at, insert_rows, query_plan

APRIL = (date(2016, 4, 1), date(2016, 4, 30))
JUNE = (date(2016, 6, 1), date(2016, 6, 30))
ALL_PRECISIONS = tuple(DatePrecision)


@pytest.fixture(scope="module")
def catalogue() -> Iterator[Catalogue]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "events.sqlite"
        write_database(replace(PROGRAMME, events=busy.EVENTS), file)
        catalogue = Catalogue(file.read_bytes())
    yield catalogue
    catalogue.close()


def on(catalogue: Catalogue, first: date, last: date, *known: DatePrecision, venue: str = "") -> list[str]:
    return [found.event for found in catalogue.calendar.find_occurrences(first, last, known, venue=venue)]


def test_a_day_lists_its_occurrences_by_start_or_by_end_once_begun(catalogue: Catalogue) -> None:
    day = date(2016, 4, 3)
    assert on(catalogue, day, day, DatePrecision.DAY) == ["elsewhere", "chess", "everywhere"]
    assert on(catalogue, date(2016, 4, 2), date(2016, 4, 2), DatePrecision.DAY) == ["everywhere"]
    assert on(catalogue, date(2016, 4, 5), date(2016, 4, 5), DatePrecision.DAY) == []


def test_each_occurrence_of_an_event_is_listed(catalogue: Catalogue) -> None:
    assert on(catalogue, *APRIL, DatePrecision.DAY).count("chess") == 4
    found = [
        one for one in catalogue.calendar.find_occurrences(*APRIL, ALL_PRECISIONS) if one.event == "chess"
    ]
    cards = catalogue.cards_of(found)
    assert [card.occurrence for card in cards] == list(busy.CHESS.occurrences[:4])


def test_occurrences_without_a_day_are_listed_by_precision(catalogue: Catalogue) -> None:
    assert on(catalogue, *JUNE, DatePrecision.WITHIN) == ["june"]
    assert on(catalogue, *JUNE, DatePrecision.PERHAPS) == ["summer"]
    assert on(catalogue, *APRIL, DatePrecision.PERHAPS) == ["late"]
    assert on(catalogue, *JUNE, DatePrecision.YEAR) == ["year"]
    assert on(catalogue, *JUNE, DatePrecision.DAY) == ["show"]
    assert on(catalogue, date(2017, 2, 1), date(2017, 2, 28), *ALL_PRECISIONS) == ["again"]


def test_a_limit_truncates_the_list(catalogue: Catalogue) -> None:
    day = date.fromisoformat(busy.CROWDED)
    whole = catalogue.calendar.find_occurrences(day, day, (DatePrecision.DAY,))
    assert len(whole) == 30
    assert catalogue.calendar.find_occurrences(day, day, (DatePrecision.DAY,), limit=7) == whole[:7]


def test_a_venue_lists_its_own_occurrences_and_those_everywhere(catalogue: Catalogue) -> None:
    day = date(2016, 4, 3)
    assert on(catalogue, day, day, DatePrecision.DAY, venue="corner-almaty") == ["chess", "everywhere"]
    assert on(catalogue, day, day, DatePrecision.DAY, venue="astana") == ["elsewhere", "everywhere"]


def test_an_occurrence_with_its_own_venue_is_not_at_the_venues_of_its_event() -> None:
    catalogue = Catalogue(sample.sample_database())
    calendar = catalogue.calendar
    may = (date(2016, 5, 2), date(2016, 5, 2), (DatePrecision.DAY,))
    assert [one.event for one in calendar.find_occurrences(*may, venue="corner-almaty")] == ["code"]
    assert calendar.find_occurrences(*may, venue="almaty") == []


def test_occurrences_are_counted_by_theme_and_day(catalogue: Catalogue) -> None:
    counts = catalogue.calendar.count_occurrences(*APRIL)
    assert OccurrenceCount("innovation", DatePrecision.DAY, "2016-04-10", "2016-04-10", 1) in counts
    assert OccurrenceCount("friendship", DatePrecision.DAY, "2016-04-02", "2016-04-03", 1) in counts
    crowded = {one.theme: one.occurrences for one in counts if one.first == busy.CROWDED}
    assert crowded == {"innovation": 20, "friendship": 10}
    assert [one for one in counts if one.precision is not DatePrecision.DAY] == [
        OccurrenceCount("friendship", DatePrecision.PERHAPS, "", "", 1),
        OccurrenceCount("friendship", DatePrecision.YEAR, "", "", 1),
    ]


def test_the_next_meeting_is_not_over_or_cancelled(catalogue: Catalogue) -> None:
    def meetings(now: int) -> dict[str, str]:
        found = catalogue.calendar.next_meetings(now, "corner-almaty")
        return {card.id: card.occurrence.when.edtf[:10] for card in catalogue.cards_of(found)}

    assert meetings(NOW) == {"chess": "2016-04-03", "talking": "2016-04-11"}
    assert list(meetings(at("2016-04-03T17:31"))) == ["chess", "talking"]
    assert meetings(at("2016-04-18T18:30")) == {"talking": "2016-04-18", "chess": "2016-04-24"}
    assert meetings(at("2016-06-01T00:00")) == {}
    assert catalogue.calendar.next_meetings(NOW, "astana") == []


def test_the_next_and_the_last_day_are_found(catalogue: Catalogue) -> None:
    calendar = catalogue.calendar
    assert calendar.next_day(date(2016, 4, 4), dated=True) == date(2016, 4, 10)
    assert calendar.next_day(date(2016, 5, 1), dated=False) == date(2016, 6, 1)
    assert calendar.next_day(date(2016, 5, 1), dated=True) == date(2017, 2, 11)
    assert calendar.next_day(date(2017, 2, 11), dated=False) is None
    assert calendar.last_day(date(2016, 3, 1)) is None
    assert calendar.last_day(date(2018, 1, 1)) == date(2017, 2, 11)


OCCURRENCES = 100_000


@pytest.fixture(scope="module")
def large() -> bytes:
    """The sample with a hundred thousand more times, one every four minutes."""
    return sample.changed_database(
        insert_rows(
            OCCURRENCES,
            f"""occurrence (event, edtf, zone, earliest, latest, status, visible_until)
            SELECT CASE i % 2 WHEN 0 THEN 'code' ELSE 'tour' END,
            strftime('%Y-%m-%dT%H:%M', {NOW} + i * 240 + 21600, 'unixepoch'), 'Asia/Almaty',
            {NOW} + i * 240, {NOW} + i * 240 + 60, 'scheduled', {NOW} + i * 240 + 60""",
        )
    )


BOUNDS = {"first": at("2016-06-01T00:00"), "last": at("2016-07-01T00:00") - 1, "now": NOW}
QUERY_INDEXES = [
    pytest.param(COUNTS, "idx_occurrence_time (earliest", id="counts"),
    pytest.param(MATCHES, "idx_occurrence_time (earliest", id="on"),
    pytest.param(NEXT_DAY.format(condition="1"), "idx_occurrence_time (earliest", id="next"),
    pytest.param(LAST_DAY, "idx_occurrence_time (earliest", id="last"),
    pytest.param(MEETINGS, "idx_occurrence_event (event=", id="meetings"),
]


@pytest.mark.parametrize(("sql", "index"), QUERY_INDEXES)
def test_queries_use_an_index_and_no_correlated_subquery(large: bytes, sql: str, index: str) -> None:
    values = BOUNDS | {"precisions": '["day"]', "venue": "corner-almaty", "limit": -1}
    steps = query_plan(large, sql, values, TIME_INDEXES[0])
    first = next(step for step in steps if "occurrence" in step)
    assert first.startswith("SEARCH occurrence USING") and index in first, steps
    assert not any("CORRELATED" in step or step == "SCAN occurrence" for step in steps), steps


def test_a_month_of_a_large_programme_is_complete(large: bytes) -> None:
    catalogue = Catalogue(large)
    calendar = catalogue.calendar
    counts = calendar.count_occurrences(*JUNE)
    assert sum(one.occurrences for one in counts if one.first == "2016-06-15") == 360
    assert len(calendar.find_occurrences(date(2016, 6, 15), date(2016, 6, 15), (DatePrecision.DAY,))) == 360
