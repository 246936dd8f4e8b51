"""Filters of one day: parts of the day, cities and places, and what each choice would leave."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.model import Card, Occurrence, Reach, Venue, VenueKind
from kiosk.programme.day_filters import (
    DAY_FILTER_KINDS,
    DayFilters,
    DayPart,
    FilterValues,
    count_values,
    filter_values,
    passes,
)
from tests.unit.store.busy import timed, whole
from tests.unit.store.sample import ALMATY, ASTANA, CENTRE, CORNER, ZONE, text

DAY = date(2016, 4, 3)


def card(occurrence: Occurrence, *places: Venue) -> Card:
    return Card("one", "friendship", "star", text("One"), text("One"), Reach.PLACES, places, occurrence)


@pytest.mark.parametrize(
    ("begins", "ends", "parts"),
    [
        ("09:00", "12:00", {"morning"}),
        ("11:59", "12:01", {"morning", "afternoon"}),
        ("12:00", "17:00", {"afternoon"}),
        ("16:00", "18:00", {"afternoon", "evening"}),
        ("17:00", "20:00", {"evening"}),
        ("08:00", "21:00", set(DayPart)),
    ],
)
def test_an_occurrence_is_in_the_parts_of_the_day_in_which_it_is_on(
    begins: str, ends: str, parts: set[str]
) -> None:
    values = filter_values(card(Occurrence(timed("2016-04-03", begins, ends))), DAY, ZONE)
    assert values["part"] == parts


def test_without_hours_it_is_in_all_parts() -> None:
    for days in ("2016-04-03", "2016-04-02/2016-04-05"):
        first, last = days[:10], days[-10:]
        assert filter_values(card(whole(days, first, last)), DAY, ZONE)["part"] == set(DayPart)


def test_places_are_those_of_the_occurrence_else_of_the_event() -> None:
    occurrence = whole("2016-04-03", "2016-04-03")
    values = filter_values(card(occurrence, CORNER, ASTANA), DAY, ZONE)
    assert (values["city"], values["venue"]) == ({"almaty", "astana"}, {"corner-almaty"})
    values = filter_values(card(replace(occurrence, venue=CENTRE), ALMATY), DAY, ZONE)
    assert (values["city"], values["venue"]) == ({"louisville"}, {"centre"})
    country = Venue("kazakhstan", VenueKind.COUNTRY, text("Kazakhstan"))
    values = filter_values(card(occurrence, country), DAY, ZONE)
    assert (values["city"], values["venue"]) == (set(), set())


some = st.frozensets(st.sampled_from("abc"), max_size=3)
day_values = st.fixed_dictionaries({"part": some, "city": some, "venue": some})
choices = st.builds(DayFilters, *[st.sampled_from(["", "a", "b", "c"])] * 3)


@given(st.lists(day_values, max_size=8), choices)
def test_the_counts_are_what_a_choice_leaves(occurrences: list[FilterValues], filters: DayFilters) -> None:
    counts = count_values(occurrences, filters)
    for kind in DAY_FILTER_KINDS:
        for value in "abc":
            chosen = filters._replace(**{kind: value})
            assert counts[kind][value] == sum(passes(one, chosen) for one in occurrences)
