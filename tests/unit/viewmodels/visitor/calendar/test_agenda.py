"""The agenda: a big day from now on, its filters, and what stands on a day without events."""

from typing import Any

import pytest

from kiosk.viewmodels.visitor.calendar.agenda import PAGE_SIZE
from kiosk.viewmodels.visitor.calendar.page import CalendarPage
from tests.unit.store import busy, fair
from tests.unit.store.sample import at
from tests.unit.viewmodels.sessions import (
    database_with_events,
    database_with_venues,
    field_values,
    make_session,
)


def open_fair(language: str = "en", now: str = "14:20", **changes: Any) -> CalendarPage:
    """The calendar on the day of the fair."""
    database = database_with_venues(fair.VENUES, *fair.EVENTS)
    page = CalendarPage(make_session(language, database=database, now=at(f"{fair.DAY}T{now}"), **changes))
    page.open()
    return page


def open_day(day: str, *, now: str = "2016-04-03T14:20") -> CalendarPage:
    page = CalendarPage(make_session(database=database_with_events(*busy.EVENTS), now=at(now)))
    page.open()
    page.selectDay(day)
    return page


def labels(page: CalendarPage) -> list[str]:
    """The labels of all filters, from the first on."""
    bar = page.agenda.filter_bar
    return [row.label for rows in (bar.part_rows, bar.kind_rows, bar.choice_rows) for row in rows.rows]


def test_a_big_day_starts_at_now_and_what_is_over_is_behind_a_button() -> None:
    page = open_fair()
    agenda = page.agenda
    assert (len(agenda.upper.events.rows), agenda.hasMore) == (PAGE_SIZE, True)
    assert (agenda.upper.events.rows[0].eventId, agenda.upper.events.rows[0].badge) == ("fair-150", "Now on")
    assert (agenda.earlierLabel, agenda.earlier.isVisible) == ("Earlier · 150", False)
    agenda.toggleEarlier()
    first = agenda.earlier.events.rows[0]
    assert (agenda.earlier.heading, first.eventId, first.badge) == ("Earlier today", "fair-000", "Over")
    assert agenda.upper.events.rows[0].eventId == "fair-150"
    agenda.toggleEarlier()
    assert not agenda.earlier.isVisible


def test_in_the_evening_what_was_is_shown_with_what_comes_next() -> None:
    page = open_fair(now="22:30")
    agenda = page.agenda
    assert (agenda.emptyText, agenda.earlierLabel) == ("Nothing more today", "")
    assert len(agenda.earlier.events.rows) == PAGE_SIZE
    assert agenda.offer == ""
    page = open_day(busy.CROWDED, now=f"{busy.CROWDED}T22:00")
    agenda = page.agenda
    assert agenda.offer == "Next: Sunday, 17 April"
    assert len(agenda.earlier.events.rows) == PAGE_SIZE


def test_yesterday_and_tomorrow_are_listed_whole() -> None:
    page = open_day(busy.CROWDED, now="2016-04-17T10:00")
    agenda = page.agenda
    assert (len(agenda.upper.events.rows), agenda.earlierLabel) == (PAGE_SIZE, "")
    assert agenda.upper.events.rows[0].badge == "Over"


def test_a_big_day_has_filters_with_their_numbers() -> None:
    page = open_fair()
    assert labels(page) == ["Afternoon · 117", "Evening · 158", "City", "Where"]
    page.agenda.filter_bar.togglePart("evening")
    shown = page.agenda.upper.events.rows
    assert shown[0].dateTop == "16:15–\n17:15" and labels(page)[:2] == ["Afternoon · 117", "Evening · 158"]
    page.agenda.filter_bar.toggleKind("city")
    assert labels(page)[4:] == ["Almaty e · 127", "Astana e · 31"]
    page.agenda.filter_bar.choose("astana")
    assert labels(page)[2:] == ["Astana e", "Where"]
    page.agenda.filter_bar.toggleKind("venue")
    assert labels(page)[4:6] == ["Room 81 e · 1", "Room 82 e · 1"]
    assert labels(page)[-1] == "Room 100 e · 1"
    page.agenda.filter_bar.choose("room-100")
    assert {row.where for row in page.agenda.upper.events.rows} == {"Room 100 e"}
    page.agenda.filter_bar.toggleKind("venue")
    assert "Where" in labels(page) and page.agenda.filter_bar.isFiltered


def test_another_day_has_no_filters_and_a_language_keeps_them() -> None:
    page = open_fair()
    page.agenda.filter_bar.togglePart("evening")
    page._session.language = "ru"
    page.refresh()
    assert labels(page) == ["Днём · 117", "Вечером · 158", "Город", "Где"]
    assert page.agenda.filter_bar.part_rows.rows[1].chosen
    page.selectDay("2016-04-04")
    assert (labels(page), page.agenda.filter_bar.isFiltered) == ([], False)
    page.selectDay(fair.DAY)
    assert not page.agenda.filter_bar.isFiltered


def test_a_small_day_has_no_filters() -> None:
    assert labels(open_day("2016-04-10")) == []
    assert labels(open_day(busy.CROWDED)) == ["Morning · 16", "City"]


@pytest.mark.parametrize("corner", ["corner-almaty", ""])
def test_with_a_filter_a_corner_has_one_list_like_others(corner: str) -> None:
    page = open_fair(corner=corner)
    agenda = page.agenda
    agenda.filter_bar.togglePart("evening")
    assert (agenda.upper.heading, agenda.middle.isVisible) == ("", False)
    assert len(agenda.upper.events.rows) == PAGE_SIZE


def test_a_day_without_events_shows_what_may_fall_into_its_month() -> None:
    page = open_day("2016-06-15", now="2016-06-15T10:00")
    agenda = page.agenda
    assert field_values(agenda.upper.events.rows, "eventId") == ["show"]
    page = open_day("2016-04-12")
    agenda = page.agenda
    assert (agenda.emptyText, agenda.offer) == ("Nothing on this day", "Next: Saturday, 16 April")
    assert [
        (one.heading, field_values(one.events.rows, "eventId")) for one in (agenda.perhaps, agenda.year)
    ] == [
        ("Perhaps in April", ["late"]),
        ("In the course of 2016", ["year"]),
    ]


def test_without_a_dated_day_the_next_month_is_offered() -> None:
    page = CalendarPage(make_session(database=database_with_events(busy.LATE, busy.JUNE)))
    page.open()
    assert (page.agenda.emptyText, page.agenda.offer) == ("Nothing on this day", "Next: June")
    page.followSuggestion()
    assert (page.title, page.undatedSelected) == ("June 2016", True)
