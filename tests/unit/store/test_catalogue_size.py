"""Tests that lists of ten thousand events use indexes and no correlated subqueries."""

from dataclasses import replace

import pytest

from kiosk.store.catalogue import Catalogue
from kiosk.store.event_selection import MONTHS, PLACES, QueryFilters, query_parameters, select_events
from tests.unit.store import sample
from tests.unit.store.sample import NOW, insert_rows, query_plan

EVENTS, OCCURRENCES = 10_000, 3_000
FILTERS = (
    QueryFilters(),
    QueryFilters(theme="innovation"),
    QueryFilters(city="almaty"),
    QueryFilters(month=(NOW, NOW + sample.DAY)),
    QueryFilters(registration_open=True),
    QueryFilters(audience="students"),
    QueryFilters(spoken="kk"),
    QueryFilters(events=("code", "event-00001")),
)


@pytest.fixture(scope="module")
def large() -> bytes:
    """The sample with ten thousand more events, and thousands more occurrences of one of them."""
    times = "occurrence (event, edtf, zone, earliest, latest, status, visible_until)"
    fixed = "'2016', 'Asia/Almaty'"
    return sample.changed_database(
        insert_rows(EVENTS, "event SELECT printf('event-%05d', i), 'innovation', 'code', 'places', NULL, ''"),
        insert_rows(
            EVENTS, "event_text SELECT printf('event-%05d', i), 'en', 'Title', 'Summary', 'Body', '', ''"
        ),
        insert_rows(EVENTS, "place SELECT printf('event-%05d', i), 0, 'almaty'"),
        insert_rows(
            EVENTS,
            f"""{times} SELECT printf('event-%05d', i), {fixed}, {NOW} - 100 + i * 60, {NOW} + i * 60,
            'scheduled', {NOW} + i * 60""",
        ),
        insert_rows(
            OCCURRENCES,
            f"""{times} SELECT 'code', {fixed}, {NOW} + i * 3600, {NOW} + i * 3600 + 60,
            'scheduled', {NOW} + i * 3600 + 60""",
        ),
    )


def test_lists_of_a_large_programme_are_complete(large: bytes) -> None:
    catalogue = Catalogue(large)
    assert catalogue.count_events(NOW) == EVENTS + 4
    assert catalogue.count_events(NOW, city="almaty") == EVENTS + 3
    assert [card.id for card in catalogue.cards(NOW, limit=2)] == ["event-00002", "event-00001"]
    assert len(catalogue.event("code").occurrences) == OCCURRENCES + 2
    assert len(catalogue.cards(NOW)) == EVENTS + 4


@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize("filters", FILTERS, ids=repr)
def test_lists_use_an_index_and_no_correlated_subquery(
    large: bytes, filters: QueryFilters, past: bool
) -> None:
    first, *rest = query_plan(large, *select_events(NOW, replace(filters, past=past)))
    assert "occurrence USING INDEX" in first
    assert not any("CORRELATED" in step for step in rest)


@pytest.mark.parametrize("past", [False, True])
def test_a_few_events_are_queried_without_scanning_the_others(large: bytes, past: bool) -> None:
    steps = query_plan(large, *select_events(NOW, QueryFilters(past=past, events=("code",))))
    assert not any("visible_until" in step or step.startswith("SCAN occurrence") for step in steps)


@pytest.mark.parametrize("sql", [MONTHS, PLACES])
def test_counts_use_an_index_and_no_correlated_subquery(large: bytes, sql: str) -> None:
    steps = query_plan(large, sql, query_parameters(NOW, "friendship") | {"cities_only": True})
    assert any("idx_occurrence_visible_until" in step for step in steps)
    assert not any("CORRELATED" in step for step in steps)
