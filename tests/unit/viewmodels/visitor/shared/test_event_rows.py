"""event_row: the texts, venues, flag and badge of an event in a list."""

from dataclasses import replace

import pytest

from kiosk.base.model import Occurrence, Reach, Status, Venue, VenueKind
from kiosk.events.venue_line import venue_line
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import EventRow, event_row
from tests.unit.store.sample import ALMATY, ASTANA, CODE, CORNER, NOW, OPEN, TALK, TOUR, at, text, when
from tests.unit.viewmodels.sessions import database_with_events, make_session

CITIES = tuple(Venue(name, VenueKind.CITY, text(name)) for name in ("Aa", "Bb", "Cc", "Dd", "Ee"))


def find_row(session: Session, event: str) -> EventRow:
    """The row of an upcoming or past event."""
    assert session.programme is not None
    catalogue = session.programme.catalogue
    cards = catalogue.cards(session.now) + catalogue.cards(session.now, past=True)
    return next(event_row(card, session) for card in cards if card.id == event)


@pytest.mark.parametrize(
    ("places", "reach", "short", "whole"),
    [
        ((), Reach.PLACES, "", ""),
        ((), Reach.EVERYWHERE, "In all American Corners", "In all American Corners"),
        (CITIES[:1], Reach.PLACES, "Aa e", "Aa e"),
        (CITIES[:3], Reach.PLACES, "Aa e · Bb e · Cc e", "Aa e · Bb e · Cc e"),
        (CITIES, Reach.PLACES, "Aa e · Bb e · Cc e · and 2 more", "Aa e · Bb e · Cc e · Dd e · Ee e"),
        (CITIES, Reach.ROUTE, "Aa e → Ee e", "Aa e → Bb e → Cc e → Dd e → Ee e"),
        (CITIES[:1], Reach.ROUTE, "Aa e", "Aa e"),
        ((), Reach.ROUTE, "", ""),
    ],
)
def test_venues_in_one_line(places: tuple[Venue, ...], reach: Reach, short: str, whole: str) -> None:
    assert venue_line(places, reach, make_session()) == short
    assert venue_line(places, reach, make_session(), whole=True) == whole


def test_a_row_is_in_the_language_of_the_session() -> None:
    english, kazakh = find_row(make_session(), "code"), find_row(make_session("kk"), "code")
    assert (english.title, english.when, english.where) == (
        "Love to Code e",
        "9 April, 11:00–14:00",
        "Almaty e",
    )
    assert (english.dateTop, english.dateMain, english.picture) == (
        "APR",
        "9",
        "1/local/media/run.jpg",
    )
    assert (kazakh.title, kazakh.where) == ("Love to Code k", "Almaty k")
    assert kazakh.when != english.when


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_a_title_in_another_language_has_a_note(language: str) -> None:
    row = find_row(make_session(language), "tour")
    assert row.title == "Тур"
    assert row.titleNote == {"en": "Only in Russian", "kk": "Тек орыс тілінде", "ru": ""}[language]


def test_the_venue_of_an_occurrence_replaces_those_of_the_event() -> None:
    event = replace(TOUR, occurrences=(Occurrence(TOUR.occurrences[0].when, venue=CORNER),))
    assert find_row(make_session(database=database_with_events(event)), "tour").where == "Corner e"


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.OVER])
def test_a_status_other_than_scheduled_is_the_flag(status: Status) -> None:
    day = when("2016-04-20", "2016-04-20", "2016-04-20")
    original = when("2016-04-10", "2016-04-10", "2016-04-10") if status is Status.MOVED else None
    event = replace(TALK, occurrences=(Occurrence(day, status, original=original),), registration=OPEN)
    row = find_row(make_session(database=database_with_events(event)), "talk")
    flag_texts = {"cancelled": "Cancelled", "moved": "Moved", "full": "Full"}
    assert (row.flag, row.flagText) == ((status, flag_texts[status]) if status in flag_texts else ("", ""))
    assert row.badge == ("Registration open" if status in ("scheduled", "moved") else "")


@pytest.mark.parametrize(
    ("now", "badge"),
    [
        ("2016-04-07T12:00", "Registration open"),
        ("2016-04-08T12:00", "Tomorrow"),
        ("2016-04-09T09:00", "Today"),
        ("2016-04-09T12:00", "Now on"),
    ],
)
def test_the_badge_follows_the_clock(now: str, badge: str) -> None:
    assert find_row(make_session(now=at(now)), "code").badge == badge


def test_with_an_untrusted_clock_no_badge_depends_on_the_time() -> None:
    assert (
        find_row(make_session(now=at("2016-04-09T12:00"), trusted=False), "code").badge == "Registration open"
    )


def test_a_past_event_has_no_badge() -> None:
    event = replace(TALK, registration=replace(OPEN, closes=None))
    assert find_row(make_session(database=database_with_events(event, CODE)), "talk").badge == ""


@pytest.mark.parametrize(
    ("day", "badge"),
    [("2016-04-02", ""), ("2016-04-03", "Registration open"), ("2016-04-04", "Registration open")],
)
def test_the_badge_register_ends_after_the_last_day_of_registration(day: str, badge: str) -> None:
    june = when("2016-06", "2016-06-01", "2016-06-30")
    event = replace(
        TALK,
        occurrences=(Occurrence(june),),
        places=(ASTANA, ALMATY),
        registration=replace(OPEN, closes=when(day, day, day)),
    )
    assert find_row(make_session(now=NOW, database=database_with_events(event)), "talk").badge == badge
