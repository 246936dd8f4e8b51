"""The home page: headline, poster, board and doors."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.base.model import Event, Occurrence, Status
from kiosk.viewmodels.visitor.home.page import HomePage
from tests.unit.store import busy
from tests.unit.store.busy import event, timed, whole
from tests.unit.store.sample import ALMATY, ASTANA, CODE, CORNER, NOW
from tests.unit.viewmodels.sessions import database_with_events, field_values, make_session

TODAY = "2016-04-03"
LONG = "2016-04-01/2016-04-30"


def open_page(language: str = "en", *events: Event, **changes: Any) -> HomePage:
    """The page after one refresh, of a Corner in Almaty."""
    database = database_with_events(*events) if events else b""
    page = HomePage(make_session(language, **{"corner": "corner-almaty", "database": database} | changes))
    page.refresh()
    return page


def now_at(hour: str, day: str = TODAY) -> Occurrence:
    """An occurrence of two hours."""
    return Occurrence(timed(day, f"{hour}:00", f"{int(hour) + 2:02}:00"))


@pytest.mark.parametrize(
    ("occurrence", "time", "pill", "aside"),
    [
        (now_at("14"), "14:00", "Now on", "until 16:00"),
        (now_at("15"), "15:00", "In 40 minutes", "until 17:00"),
        (now_at("16"), "16:00", "Today", "until 18:00"),
        (now_at("18"), "18:00", "This evening", "until 20:00"),
        (Occurrence(replace(now_at("14").when, edtf="2016-04-03T14:00")), "14:00", "Began at 14:00", ""),
        (whole(TODAY, TODAY), "Today", "3 April", ""),
        (whole(LONG, "2016-04-01", "2016-04-30"), "Today", "1–30 April", ""),
        (now_at("11", "2016-04-04"), "Tomorrow", "4 April, 11:00–13:00", ""),
        (now_at("11", "2016-04-08"), "Friday", "8 April, 11:00–13:00", ""),
        (whole("2016-04-08", "2016-04-08"), "Friday", "8 April", ""),
        (now_at("11", "2016-05-12"), "12 May", "Thursday, 11:00–13:00", ""),
        (whole("2016-05-12/2016-05-14", "2016-05-12", "2016-05-14"), "12 May", "12–14 May", ""),
        (busy.JUNE.occurrences[0], "June", "Day not fixed yet", ""),
        (busy.LATE.occurrences[0], "April", "Day not fixed yet", "Late March – early April"),
        (busy.SUMMER.occurrences[0], "Summer", "Day not fixed yet", ""),
        (replace(now_at("15"), status=Status.FULL), "15:00", "In 40 minutes", "Full · until 17:00"),
    ],
)
def test_the_poster_says_when(occurrence: Occurrence, time: str, pill: str, aside: str) -> None:
    page = open_page("en", event("club", occurrence))
    poster = page.poster
    assert (poster.time, poster.pill, poster.aside) == (time, pill, aside)
    assert poster.isHour == (":" in time)


@pytest.mark.parametrize(
    ("occurrence", "place", "headline"),
    [
        (now_at("15"), CORNER, "Today at our Corner"),
        (now_at("15"), ALMATY, "Today in the programme"),
        (now_at("11", "2016-04-04"), CORNER, "Coming up at our Corner"),
        (now_at("11", "2016-04-20"), CORNER, "This month at our Corner"),
        (now_at("11", "2016-05-20"), CORNER, "Coming up at our Corner"),
        (busy.LATE.occurrences[0], CORNER, "This month at our Corner"),
        (busy.LATE.occurrences[0], ASTANA, "This month in the programme"),
        (busy.JUNE.occurrences[0], ASTANA, "Coming up"),
        (busy.YEAR.occurrences[0], CORNER, "Coming up at our Corner"),
    ],
)
def test_the_headline_names_the_span(occurrence: Occurrence, place: busy.Venue, headline: str) -> None:
    assert open_page("en", event("club", occurrence, place=place)).title == headline


def test_this_week_is_the_week_of_the_calendar() -> None:
    saturday = event("club", now_at("11", "2016-04-09"), place=CORNER)
    assert open_page("en", saturday, now=NOW + 86400).title == "This week at our Corner"


def test_a_kiosk_that_is_at_no_corner_speaks_of_the_programme() -> None:
    assert (
        open_page("en", event("club", now_at("15"), place=CORNER), corner="").title
        == "Today in the programme"
    )


def test_the_facts_are_those_that_are_known() -> None:
    page = open_page("en", replace(CODE, occurrences=(now_at("15"),)))
    assert field_values(page.poster.facts.rows, "text") == [
        "Almaty e",
        "Free",
        "Registration is open",
        "English, Kazakh",
        "Students, teachers",
    ]
    bare = open_page("en", event("club", now_at("15"), place=CORNER))
    assert bare.poster.facts.rows == []


def test_the_rows_have_headings_tiles_and_states() -> None:
    page = open_page(
        "en",
        event("lead", now_at("14"), place=CORNER),
        event("on", now_at("13"), place=CORNER),
        event("off", replace(now_at("16"), status=Status.CANCELLED), place=CORNER),
        event("full", replace(now_at("18"), status=Status.FULL)),
        event("tomorrow", now_at("11", "2016-04-04"), place=CORNER),
    )
    rows = [
        (row.eventId, row.heading, row.tileTop, row.tileMain, row.flag, row.flagText)
        for row in page.rows.rows
    ]
    assert rows == [
        ("on", "Also today", "", "13:00", "now", "Now on"),
        ("off", "", "", "16:00", "cancelled", "Cancelled"),
        ("full", "", "", "18:00", "full", "Full"),
        ("tomorrow", "Tomorrow, Monday", "", "11:00", "", ""),
    ]
    assert field_values(page.rows.rows, "line") == ["until 15:00", "", "Almaty e", ""]
    assert field_values(page.rows.rows, "tint")[:2] == ["#F3E1DD", ""]


def test_later_rows_have_their_dates() -> None:
    page = open_page(
        "en",
        event("lead", now_at("11", "2016-04-04"), place=CORNER),
        event("next", now_at("12", "2016-04-04"), place=CORNER),
        event("dated", whole("2016-05-12", "2016-05-12"), place=CORNER),
        busy.JUNE,
    )
    rows = [(row.eventId, row.heading, row.tileTop, row.tileMain) for row in page.rows.rows]
    assert rows == [
        ("next", "No more events today. Coming up:", "Tomorrow", "12:00"),
        ("dated", "", "", "12 May"),
        ("june", "", "", "June"),
    ]


def test_what_was_moved_away_is_told_on_its_first_day() -> None:
    later = timed("2016-04-12", "18:00", "19:00")
    moved = Occurrence(later, Status.MOVED, original=timed(TODAY, "18:00", "19:00"))
    page = open_page("en", event("moved", moved, place=CORNER), event("lead", now_at("15"), place=CORNER))
    (row,) = [one for one in page.rows.rows if one.heading == "Also today"]
    assert (row.eventId, row.tileMain, row.flag, row.flagText) == (
        "moved",
        "18:00",
        "moved",
        "New date: 12 April, 18:00–19:00",
    )


def test_with_more_of_today_than_rows_a_button_leads_to_all() -> None:
    events = [event(f"club-{n}", now_at(f"{13 + n}"), place=CORNER) for n in range(8)]
    page = open_page("en", *events)
    assert page.allToday == "All of today · 8"
    assert page.poster.eventId == "club-1"
    assert field_values(page.rows.rows, "eventId") == ["club-0", "club-2", "club-3"]
    assert page.rows.rows[0].heading == "Now on: 2 · this evening: 4"


def test_nothing_else_and_nothing_at_all_are_said() -> None:
    assert open_page("en", event("club", now_at("15"))).note == "Nothing else is announced yet"
    page = open_page(now=NOW + 400 * 86400)
    assert page.poster.title == "Nothing is announced at the moment. Do look in again!"
    assert (page.poster.eventId, page.title, page.note, page.rows.rows) == ("", "25 Years e", "", [])
    assert field_values(page.doors.rows, "events") == ["0 events", "0 events"]


def test_themes_take_the_colour_when_nothing_has_a_day() -> None:
    page = open_page("en", busy.JUNE)
    assert page.hasStrongDoors and page.poster.colour == "#14325C"
    assert field_values(page.doors.rows, "target") == ["innovation", "friendship"]
    assert not open_page("en", event("club", now_at("15"))).hasStrongDoors


def test_a_door_has_the_number_of_its_events() -> None:
    doors = open_page().doors.rows
    assert [(door.kind, door.target, door.events) for door in doors] == [
        ("theme", "innovation", "2 events"),
        ("theme", "friendship", "2 events"),
        ("choice", "free", "1 event"),
    ]


def test_choices_are_only_offered_where_there_is_room() -> None:
    page = open_page()
    page.fitDoors(3)
    assert field_values(page.doors.rows, "target") == ["innovation", "friendship", "free"]
    page.fitDoors(2)
    assert field_values(page.doors.rows, "target") == ["innovation", "friendship"]


def test_an_untrusted_clock_is_mentioned() -> None:
    page = open_page(trusted=False)
    assert page.dateText == "The clock may be wrong, so past events are shown too"
    assert (page.clock, page.openingText, page.title) == ("", "", "25 Years e")
    assert [page.poster.eventId, *field_values(page.rows.rows, "eventId")] == [
        "clubs",
        "talk",
        "code",
        "full",
        "tour",
    ]
    assert (page.poster.time, page.poster.pill) == ("2016", "Day not fixed yet")


@pytest.mark.parametrize(
    ("language", "date", "opening"),
    [
        ("en", "Sunday, 3 April", "open until 19:00"),
        ("kk", "3 сәуір, жексенбі", "19:00-ға дейін ашық"),
        ("ru", "Воскресенье, 3 апреля", "открыто до 19:00"),
    ],
)
def test_the_line_has_date_hours_and_clock(language: str, date: str, opening: str) -> None:
    page = open_page(language, opening_hours="Mo-Su 10:00-19:00")
    assert (page.dateText, page.openingText, page.clock) == (date, opening, "14:20")
