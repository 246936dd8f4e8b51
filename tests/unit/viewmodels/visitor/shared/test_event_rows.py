"""An event in a list: its words, its places, its flag and its badge."""

from dataclasses import replace

import pytest

from kiosk.base.model import Occurrence, Reach, Status, Venue, VenueKind
from kiosk.events.venue_line import venue_line
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import EventRow, event_row
from tests.unit.store.sample import ALMATY, ASTANA, CODE, CORNER, NOW, OPEN, TALK, TOUR, at, text, when
from tests.unit.viewmodels.sessions import database_with_events, make_session

CITIES = tuple(Venue(name, VenueKind.CITY, text(name)) for name in ("Aa", "Bb", "Cc", "Dd", "Ee"))


def row(shown: Session, event: str) -> EventRow:
    """The row of an event, whether it is coming or past."""
    assert shown.programme is not None
    catalogue = shown.programme.catalogue
    cards = catalogue.cards(shown.now) + catalogue.cards(shown.now, past=True)
    return next(event_row(card, shown) for card in cards if card.id == event)


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
def test_places_in_one_line(places: tuple[Venue, ...], reach: Reach, short: str, whole: str) -> None:
    assert venue_line(places, reach, make_session()) == short
    assert venue_line(places, reach, make_session(), whole=True) == whole


def test_a_row_in_the_words_of_the_visitor() -> None:
    english, kazakh = row(make_session(), "code"), row(make_session("kk"), "code")
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
def test_a_title_in_another_language_says_so(language: str) -> None:
    found = row(make_session(language), "tour")
    assert found.title == "Тур"
    assert found.titleNote == {"en": "Only in Russian", "kk": "Тек орыс тілінде", "ru": ""}[language]


def test_an_occurrence_in_a_place_of_its_own_is_there() -> None:
    stop = replace(TOUR, occurrences=(Occurrence(TOUR.occurrences[0].when, venue=CORNER),))
    assert row(make_session(database=database_with_events(stop)), "tour").where == "Corner e"


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.OVER])
def test_the_flag_is_the_status_unless_all_is_as_announced(status: Status) -> None:
    day = when("2016-04-20", "2016-04-20", "2016-04-20")
    original = when("2016-04-10", "2016-04-10", "2016-04-10") if status is Status.MOVED else None
    event = replace(TALK, occurrences=(Occurrence(day, status, original=original),), registration=OPEN)
    found = row(make_session(database=database_with_events(event)), "talk")
    said = {"cancelled": "Cancelled", "moved": "Moved", "full": "Full"}
    assert (found.flag, found.flagText) == ((status, said[status]) if status in said else ("", ""))
    assert found.badge == ("Register" if status in ("scheduled", "moved") else "")


@pytest.mark.parametrize(
    ("now", "badge"),
    [
        ("2016-04-07T12:00", "Register"),
        ("2016-04-08T12:00", "Tomorrow"),
        ("2016-04-09T09:00", "Today"),
        ("2016-04-09T12:00", "Now on"),
    ],
)
def test_the_badge_follows_the_clock(now: str, badge: str) -> None:
    assert row(make_session(now=at(now)), "code").badge == badge


def test_a_clock_that_is_wrong_is_not_taken_at_its_word() -> None:
    assert row(make_session(now=at("2016-04-09T12:00"), trusted=False), "code").badge == "Register"


def test_nobody_registers_for_what_is_past() -> None:
    past = replace(TALK, registration=replace(OPEN, closes=None))
    assert row(make_session(database=database_with_events(past, CODE)), "talk").badge == ""


@pytest.mark.parametrize(
    ("day", "badge"), [("2016-04-02", ""), ("2016-04-03", "Register"), ("2016-04-04", "Register")]
)
def test_registration_ends_with_its_last_day(day: str, badge: str) -> None:
    june = when("2016-06", "2016-06-01", "2016-06-30")
    event = replace(
        TALK,
        occurrences=(Occurrence(june),),
        places=(ASTANA, ALMATY),
        registration=replace(OPEN, closes=when(day, day, day)),
    )
    assert row(make_session(now=NOW, database=database_with_events(event)), "talk").badge == badge
