"""The calendar page: months, days, undated events, and the events at this Corner."""

from typing import Any

import pytest

from kiosk.viewmodels.visitor.calendar.agenda import PAGE_SIZE
from kiosk.viewmodels.visitor.calendar.agenda_section import AgendaSection
from kiosk.viewmodels.visitor.calendar.page import UNDATED_EVENTS, CalendarPage
from tests.unit.store import busy
from tests.unit.store.sample import CODE, NOW, at
from tests.unit.viewmodels.sessions import database_with_events, field_values, make_session

CORNER_SETTINGS = {"corner": "corner-almaty", "corner_hours": {"en": "10–19"}}


def open_page(language: str = "en", **changes: Any) -> CalendarPage:
    """The page, opened on today."""
    page = CalendarPage(make_session(language, database=database_with_events(*busy.EVENTS), **changes))
    page.open()
    return page


def sections(page: CalendarPage) -> list[AgendaSection]:
    agenda = page.agenda
    places = (
        agenda.earlier, agenda.upper, agenda.middle, agenda.lower, agenda.within, agenda.perhaps, agenda.year,
    )  # fmt: skip
    return [section for section in places if section.isVisible]


def event_ids(page: CalendarPage) -> list[str]:
    return [id for section in sections(page) for id in field_values(section.events.rows, "eventId")]


def test_it_opens_on_today() -> None:
    page = open_page()
    assert (page.title, page.heading) == ("April 2016", "Sunday, 3 April")
    (today,) = (row for row in page.days.rows if row.isToday)
    assert (today.date, today.chosen, today.eventCount, today.eventCountText) == (
        "2016-04-03",
        True,
        "3",
        "3 events",
    )
    assert today.colours == ["#0A6C9B", "#B5452C"]
    assert [row.number for row in page.days.rows if row.isPast] == ["1", "2"]
    assert (page.todaySelected, event_ids(page)) == (True, ["chess", "everywhere"])


def test_a_day_lists_its_events_by_time() -> None:
    page = open_page()
    page.selectDay(busy.CROWDED)
    assert page.heading == "Saturday, 16 April"
    assert event_ids(page) == [f"crowd-{number:02}" for number in range(PAGE_SIZE)]
    assert page.agenda.hasMore
    while page.agenda.hasMore:
        page.agenda.showMore()
    assert (len(event_ids(page)), page.agenda.hasMore) == (30, False)
    first = sections(page)[0].events.rows[0]
    assert (first.dateTop, first.dateMain) == ("08:00–\n21:00", "")
    page.agenda.showMore()
    assert len(event_ids(page)) == 30


def test_the_legend_has_each_theme_and_its_number_of_events() -> None:
    assert field_values(open_page().legend.rows, "title") == ["Innovation e · 24", "Friendship e · 16"]


def test_undated_events_have_sections_of_their_own() -> None:
    page = open_page()
    page.shiftMonth(2)
    assert (page.undatedLabel, page.undatedSelected) == ("Day not fixed · 3", False)
    page.selectUndated()
    assert [
        (section.heading, field_values(section.events.rows, "eventId")) for section in sections(page)
    ] == [
        ("Some time in June", ["june"]),
        ("Perhaps in June", ["summer"]),
        ("In the course of 2016", ["year"]),
    ]
    assert (page.heading, page.undatedSelected) == ("The day is not fixed yet", True)


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("kk", ["Маусымда", "Маусымда болуы мүмкін", "2016 жыл ішінде"]),
        ("ru", ["В июне", "Возможно, в июне", "В течение 2016 года"]),
    ],
)
def test_month_names_have_the_right_grammatical_case(language: str, headings: list[str]) -> None:
    page = open_page(language)
    page.shiftMonth(2)
    page.selectUndated()
    assert [section.heading for section in sections(page)] == headings


def test_another_month_opens_on_its_first_day_with_events() -> None:
    page = open_page()
    page.shiftMonth(1)
    assert (page.title, page.heading, page.previous, page.next) == (
        "May 2016", "Sunday, 1 May", "Apr", "Jun",
    )  # fmt: skip
    assert not page.todaySelected
    page.goToday()
    assert (page.title, page.todaySelected) == ("April 2016", True)


def test_a_month_with_only_undated_events_shows_them_at_once() -> None:
    page = CalendarPage(make_session(database=database_with_events(busy.JUNE), now=NOW))
    page.open()
    page.shiftMonth(2)
    assert (page.undatedSelected, event_ids(page)) == (True, ["june"])


def test_a_month_without_events_offers_the_nearest_events() -> None:
    page = open_page()
    page.shiftMonth(6)
    assert (page.heading, page.agenda.emptyText) == ("", "Nothing is planned in October yet")
    assert (page.agenda.offer, page.agenda.offerIsLater, page.undatedLabel) == (
        "Next: February 2017",
        True,
        "Day not fixed · 1",
    )
    page.followSuggestion()
    assert (page.title, event_ids(page), page.agenda.offer) == ("February 2017", ["again"], "")
    page.shiftMonth(1)
    assert (page.agenda.offer, page.agenda.offerIsLater) == ("Last: February 2017", False)
    page.followSuggestion()
    assert event_ids(page) == ["again"]


def test_a_past_month_without_events_does_not_say_yet() -> None:
    page = open_page("ru")
    page.shiftMonth(-3)
    assert (page.agenda.emptyText, page.agenda.offer) == ("В январе мероприятий не было", "Ближайшее: март")


def test_a_day_without_events_offers_the_next_day_with_events() -> None:
    page = open_page("kk")
    page.selectDay("2016-04-12")
    assert (page.agenda.emptyText, page.agenda.offer) == ("Бұл күні іс-шара жоқ", "Келесі: 16 сәуір, сенбі")
    page.followSuggestion()
    assert (page.heading, page.agenda.emptyText) == ("16 сәуір, сенбі", "")


def test_the_last_day_offers_nothing() -> None:
    page = open_page(now=at("2017-02-20T10:00"))
    assert (page.agenda.emptyText, page.agenda.offer) == ("Nothing on this day", "")
    page.followSuggestion()
    assert page.todaySelected


def test_today_has_sections_for_this_corner() -> None:
    page = open_page(**CORNER_SETTINGS)
    assert [
        (section.heading, field_values(section.events.rows, "eventId")) for section in sections(page)
    ] == [
        ("Today at our Corner", ["chess", "everywhere"]),
        ("Coming here again", ["talking"]),
    ]
    assert page.agenda.earlierLabel == "Earlier · 1"
    assert page.agenda.upper.note == "Opening hours: 10–19"
    (meeting,) = page.agenda.middle.events.rows
    assert (meeting.dateTop, meeting.dateMain, meeting.where) == (
        "APR",
        "11",
        "18:00–19:00 · Corner e",
    )
    assert page.agenda.upper.events.rows[0].badge == ""
    page.selectDay("2016-04-10")
    assert [section.heading for section in sections(page)] == [""]


def test_a_corner_without_events_today_shows_its_hours_and_the_next_meetings() -> None:
    page = open_page(now=at("2016-04-06T12:00"), **CORNER_SETTINGS)
    assert (page.agenda.upper.heading, page.agenda.upper.note) == (
        "Today at our Corner",
        "Opening hours: 10–19\nNothing is planned here today.",
    )
    assert field_values(page.agenda.middle.events.rows, "eventId") == ["chess", "talking"]
    assert (page.agenda.lower.isVisible, page.agenda.emptyText) == (False, "")
    assert page.agenda.offer == "Next: Sunday, 10 April"
    assert field_values(page.agenda.perhaps.events.rows, "eventId") == ["late"]


def test_without_events_anywhere_the_next_month_with_events_is_offered() -> None:
    page = open_page(now=at("2016-07-06T12:00"), corner="corner-almaty")
    assert page.agenda.upper.note == "Nothing is planned here today."
    assert field_values(page.agenda.lower.events.rows, "eventId") == ["show"]
    page = open_page(now=at("2016-11-06T12:00"), corner="corner-almaty")
    assert (page.agenda.emptyText, page.agenda.offer) == (
        "Nothing is planned in November yet",
        "Next: February 2017",
    )


def test_a_corner_that_is_not_in_the_programme_has_no_section() -> None:
    page = open_page(corner="corner-nowhere")
    assert [section.heading for section in sections(page)] == [""]


def test_the_badges_of_today_follow_the_clock() -> None:
    page = open_page(now=at("2016-04-03T16:30"))
    assert [row.badge for row in page.agenda.upper.events.rows] == ["Now on", ""]
    page.agenda.toggleEarlier()
    assert [row.badge for row in page.agenda.earlier.events.rows] == ["Over"]


def test_without_a_trusted_clock_there_is_no_today() -> None:
    page = open_page(trusted=False, **CORNER_SETTINGS)
    assert (page.hasToday, page.todaySelected) == (False, False)
    assert not any(row.isToday or row.isPast for row in page.days.rows)
    assert (page.title, page.heading) == ("April 2016", "Saturday, 2 April")
    assert [section.heading for section in sections(page)] == [""]


def test_going_back_restores_month_and_day() -> None:
    page = open_page()
    assert CalendarPage(make_session()).view_state is None
    page.shiftMonth(1)
    view_state = page.view_state
    page.shiftMonth(1)
    page.selectUndated()
    page.restore(view_state)
    assert (page.title, page.heading) == ("May 2016", "Sunday, 1 May")
    page.restore((view_state[0], UNDATED_EVENTS))
    assert page.undatedSelected


def test_after_a_reset_the_page_is_empty_until_it_is_opened() -> None:
    page = open_page()
    page.shiftMonth(1)
    page.reset()
    assert (page.view_state, page.title) == (None, "")
    page.refresh()
    page.shiftMonth(1)
    page.selectDay("2016-04-09")
    assert page.view_state is None
    page.open()
    assert page.todaySelected


def test_a_change_of_language_keeps_the_day() -> None:
    session = make_session(database=database_with_events(*busy.EVENTS))
    page = CalendarPage(session)
    page.open()
    page.selectDay(busy.CROWDED)
    session.language = "ru"
    page.refresh()
    assert (page.title, page.heading, page.weekdays[0]) == ("Апрель 2016", "Суббота, 16 апреля", "Пн")


def test_without_undated_events_they_cannot_be_selected() -> None:
    page = CalendarPage(make_session(database=database_with_events(CODE)))
    page.open()
    page.selectUndated()
    assert page.view_state is not None
    assert page.view_state[1] != UNDATED_EVENTS
