"""The calendar page: months, days, what has no day, and what is on at this Corner."""

from typing import Any

import pytest

from kiosk.viewmodels.visitor.calendar.agenda import AgendaSection
from kiosk.viewmodels.visitor.calendar.page import PAGE_SIZE, UNDATED_EVENTS, CalendarPage
from tests.unit.store import busy
from tests.unit.store.sample import CODE, NOW, at
from tests.unit.viewmodels.sessions import database_with_events, field_values, make_session

HERE = {"corner": "corner-almaty", "corner_hours": {"en": "10–19"}}


def page(language: str = "en", **changes: Any) -> CalendarPage:
    """The page, opened on today."""
    found = CalendarPage(make_session(language, database=database_with_events(*busy.EVENTS), **changes))
    found.open()
    return found


def sections(shown: CalendarPage) -> list[AgendaSection]:
    return [section for section in (shown.upper, shown.middle, shown.lower) if section.isVisible]


def events(shown: CalendarPage) -> list[str]:
    return [id for section in sections(shown) for id in field_values(section.events.rows, "eventId")]


def test_it_opens_on_today() -> None:
    shown = page()
    assert (shown.title, shown.heading) == ("April 2016", "Sunday, 3 April")
    (today,) = (row for row in shown.days.rows if row.isToday)
    assert (today.date, today.chosen, today.eventCount, today.eventCountText) == (
        "2016-04-03",
        True,
        "3",
        "3 events",
    )
    assert today.colours == ["#0A6C9B", "#B5452C"]
    assert [row.number for row in shown.days.rows if row.isPast] == ["1", "2"]
    assert (shown.todaySelected, events(shown)) == (True, ["elsewhere", "chess", "everywhere"])


def test_a_day_shows_its_times_in_order() -> None:
    shown = page()
    shown.selectDay(busy.CROWDED)
    assert shown.heading == "Saturday, 16 April"
    assert events(shown) == [f"crowd-{number:02}" for number in range(PAGE_SIZE)]
    assert shown.hasMore
    shown.showMore()
    assert (len(events(shown)), shown.hasMore) == (30, False)
    first = sections(shown)[0].events.rows[0]
    assert (first.dateTop, first.dateMain) == ("08:00–\n21:00", "")
    shown.showMore()
    assert len(events(shown)) == 30


def test_the_legend_says_what_the_colours_stand_for_and_how_often() -> None:
    assert field_values(page().legend.rows, "title") == ["Innovation e · 24", "Friendship e · 16"]


def test_what_has_no_day_has_a_place_of_its_own() -> None:
    shown = page()
    shown.shiftMonth(2)
    assert (shown.undatedLabel, shown.undatedSelected) == ("Day not fixed · 3", False)
    shown.selectUndated()
    assert [
        (section.heading, field_values(section.events.rows, "eventId")) for section in sections(shown)
    ] == [
        ("Some time in June", ["june"]),
        ("Perhaps in June", ["summer"]),
        ("In the course of 2016", ["year"]),
    ]
    assert (shown.heading, shown.undatedSelected) == ("The day is not fixed yet", True)


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("kk", ["Маусымда", "Маусымда болуы мүмкін", "2016 жыл ішінде"]),
        ("ru", ["В июне", "Возможно, в июне", "В течение 2016 года"]),
    ],
)
def test_months_stand_in_the_case_of_their_language(language: str, headings: list[str]) -> None:
    shown = page(language)
    shown.shiftMonth(2)
    shown.selectUndated()
    assert [section.heading for section in sections(shown)] == headings


def test_turning_shows_the_first_day_that_has_something() -> None:
    shown = page()
    shown.shiftMonth(1)
    assert (shown.title, shown.heading, shown.previous, shown.next) == (
        "May 2016", "Sunday, 1 May", "Apr", "Jun",
    )  # fmt: skip
    assert not shown.todaySelected
    shown.goToday()
    assert (shown.title, shown.todaySelected) == ("April 2016", True)


def test_a_month_of_undated_things_shows_them_at_once() -> None:
    shown = CalendarPage(make_session(database=database_with_events(busy.JUNE), now=NOW))
    shown.open()
    shown.shiftMonth(2)
    assert (shown.undatedSelected, events(shown)) == (True, ["june"])


def test_a_month_without_events_says_so_and_offers_the_nearest() -> None:
    shown = page()
    shown.shiftMonth(6)
    assert (shown.heading, shown.emptyText) == ("", "Nothing is planned in October yet")
    assert (shown.suggestion, shown.suggestionIsLater, shown.undatedLabel) == (
        "Next: February 2017",
        True,
        "Day not fixed · 1",
    )
    shown.followSuggestion()
    assert (shown.title, events(shown), shown.suggestion) == ("February 2017", ["again"], "")
    shown.shiftMonth(1)
    assert (shown.suggestion, shown.suggestionIsLater) == ("Last: February 2017", False)
    shown.followSuggestion()
    assert events(shown) == ["again"]


def test_a_past_month_without_events_does_not_say_yet() -> None:
    shown = page("ru")
    shown.shiftMonth(-3)
    assert (shown.emptyText, shown.suggestion) == ("В январе событий не было", "Ближайшее: март")


def test_a_day_without_events_offers_the_next_that_has_some() -> None:
    shown = page("kk")
    shown.selectDay("2016-04-12")
    assert (shown.emptyText, shown.suggestion) == ("Бұл күні іс-шара жоқ", "Келесі: 16 сәуір, сенбі")
    shown.followSuggestion()
    assert (shown.heading, shown.emptyText) == ("16 сәуір, сенбі", "")


def test_the_last_day_offers_nothing() -> None:
    shown = page(now=at("2017-02-20T10:00"))
    assert (shown.emptyText, shown.suggestion) == ("Nothing on this day", "")
    shown.followSuggestion()
    assert shown.todaySelected


def test_now_at_this_corner() -> None:
    shown = page(**HERE)
    assert [
        (section.heading, field_values(section.events.rows, "eventId")) for section in sections(shown)
    ] == [
        ("Now at this Corner", ["chess", "everywhere"]),
        ("Next meetings of the clubs", ["talking"]),
        ("Elsewhere today", ["elsewhere"]),
    ]
    assert shown.upper.note == "Opening hours: 10–19"
    (meeting,) = shown.middle.events.rows
    assert (meeting.dateTop, meeting.dateMain, meeting.where) == (
        "APR",
        "11",
        "18:00–19:00 · Corner e",
    )
    assert shown.upper.events.rows[0].badge == ""
    shown.selectDay("2016-04-10")
    assert [section.heading for section in sections(shown)] == [""]


def test_a_corner_with_nothing_today_still_tells_its_hours_and_the_next_meetings() -> None:
    shown = page(now=at("2016-04-06T12:00"), **HERE)
    assert (shown.upper.heading, shown.upper.note) == (
        "Now at this Corner",
        "Opening hours: 10–19\nNothing is planned here today.",
    )
    assert field_values(shown.middle.events.rows, "eventId") == ["chess", "talking"]
    assert (shown.lower.isVisible, shown.emptyText, shown.suggestion) == (False, "", "")


def test_where_nothing_at_all_is_on_here_the_next_day_is_offered() -> None:
    shown = page(now=at("2016-07-06T12:00"), corner="corner-almaty")
    assert shown.upper.note == "Nothing is planned here today."
    assert field_values(shown.lower.events.rows, "eventId") == ["show"]
    shown = page(now=at("2016-11-06T12:00"), corner="corner-almaty")
    assert (shown.emptyText, shown.suggestion) == (
        "Nothing is planned in November yet",
        "Next: February 2017",
    )


def test_a_corner_the_programme_does_not_know_has_no_place() -> None:
    shown = page(corner="corner-nowhere")
    assert [section.heading for section in sections(shown)] == [""]


def test_what_is_over_says_so() -> None:
    shown = page()
    assert [row.badge for row in shown.upper.events.rows] == ["Over", "", "Now on"]


def test_without_a_trusted_clock_there_is_no_today() -> None:
    shown = page(trusted=False, **HERE)
    assert (shown.hasToday, shown.todaySelected) == (False, False)
    assert not any(row.isToday or row.isPast for row in shown.days.rows)
    assert (shown.title, shown.heading) == ("April 2016", "Saturday, 2 April")
    assert [section.heading for section in sections(shown)] == [""]


def test_it_is_come_back_to_as_it_was() -> None:
    shown = page()
    assert CalendarPage(make_session()).view_state is None
    shown.shiftMonth(1)
    place = shown.view_state
    shown.shiftMonth(1)
    shown.selectUndated()
    shown.restore(place)
    assert (shown.title, shown.heading) == ("May 2016", "Sunday, 1 May")
    shown.restore((place[0], UNDATED_EVENTS))
    assert shown.undatedSelected


def test_another_programme_begins_anew() -> None:
    shown = page()
    shown.shiftMonth(1)
    shown.reset()
    assert (shown.view_state, shown.title) == (None, "")
    shown.refresh()
    shown.shiftMonth(1)
    shown.selectDay("2016-04-09")
    assert shown.view_state is None
    shown.open()
    assert shown.todaySelected


def test_another_language_keeps_the_place() -> None:
    visitor = make_session(database=database_with_events(*busy.EVENTS))
    shown = CalendarPage(visitor)
    shown.open()
    shown.selectDay(busy.CROWDED)
    visitor.language = "ru"
    shown.refresh()
    assert (shown.title, shown.heading, shown.weekdays[0]) == ("Апрель 2016", "Суббота, 16 апреля", "Пн")


def test_what_has_no_day_any_more_is_not_asked_for() -> None:
    page = CalendarPage(make_session(database=database_with_events(CODE)))
    page.open()
    page.selectUndated()
    assert page.view_state is not None
    assert page.view_state[1] != UNDATED_EVENTS
