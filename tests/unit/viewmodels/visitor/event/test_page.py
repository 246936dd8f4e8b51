"""One event: the occurrence that matters, its facts, its words, its flag."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.app import run
from kiosk.base.model import Event, Occurrence, Price, Status, When
from kiosk.events.event_facts import event_facts as facts_of
from kiosk.events.timing import current_occurrence
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.event.page import EventPage, event_texts
from tests.screen_kit import AT
from tests.unit.store.sample import (
    CENTRE,
    CLUBS,
    CODE,
    CORNER,
    LATER,
    NOW,
    PROGRAMME,
    TALK,
    TOUR,
    text,
    when,
)
from tests.unit.viewmodels.sessions import database_with_events, field_values, make_session

APRIL = [when(f"2016-04-{day:02}", f"2016-04-{day:02}", f"2016-04-{day:02}") for day in range(1, 31)]
SEVERAL = replace(
    TALK,
    occurrences=(
        Occurrence(APRIL[0]),
        Occurrence(APRIL[9], Status.OVER),
        Occurrence(when("2016-04", "2016-04-01", "2016-04-30")),
        Occurrence(APRIL[19], Status.MOVED, original=APRIL[1]),
        Occurrence(APRIL[14], venue=CORNER),
    ),
)
LATE = replace(TALK, id="late", occurrences=(Occurrence(APRIL[0], Status.MOVED, original=APRIL[24]),))


def facts(event: Event, shown: Session) -> dict[str, tuple[str, str]]:
    """Icon -> what the fact says, and its note."""
    return {
        row.icon: (row.text, row.note) for row in facts_of(event, current_occurrence(event, shown.now), shown)
    }


@pytest.mark.parametrize("trusted", [True, False])
@pytest.mark.parametrize("day", [-400, -5, 0, 7, 12, 17, 21, 40, 400])
def test_the_page_shows_the_occurrence_the_list_shows(day: int, trusted: bool) -> None:
    shown = make_session(
        now=NOW + day * 86400,
        trusted=trusted,
        database=database_with_events(SEVERAL, LATE, *PROGRAMME.events[:3]),
    )
    assert shown.programme is not None
    catalogue = shown.programme.catalogue
    cards = catalogue.cards(shown.now) + catalogue.cards(shown.now, past=True)
    assert len(cards) == 5
    for card in cards:
        assert current_occurrence(catalogue.event(card.id), shown.now) == card.occurrence, card.id


def test_the_facts_of_an_event() -> None:
    assert facts(CODE, make_session()) == {
        "calendar-blank": ("9 April, 11:00–14:00", "and 1 other date"),
        "map-pin": ("Almaty e", ""),
        "users-three": ("Students, teachers", "From 14 e · Free · Free of charge e · In English, Kazakh"),
    }
    assert facts(TALK, make_session())["map-pin"] == ("Centre e", "Street e")


@pytest.mark.parametrize(
    ("time", "note"),
    [
        (When("2016-04-09T11:00", CODE.occurrences[0].when.zone, NOW, NOW + 86400), ""),
        (APRIL[8], ""),
        (when("2016-04-09/2016-04-11", "2016-04-09", "2016-04-11"), ""),
        (when("2016-06", "2016-06-01", "2016-06-30"), "The exact date is not known yet"),
        (when("2016", "2016-01-01", "2016-12-31"), "The exact date is not known yet"),
        (when("2016-04-25~/2016-05-05~", "2016-04-21", "2016-05-10"), "The exact date is not known yet"),
    ],
    ids=lambda value: value.edtf if isinstance(value, When) else "",
)
def test_a_date_that_is_not_exact_says_so(time: When, note: str) -> None:
    assert facts(replace(TALK, occurrences=(Occurrence(time),)), make_session())["calendar-blank"][1] == note


def test_other_dates_are_those_to_come() -> None:
    assert facts(SEVERAL, make_session())["calendar-blank"][1] == "and 2 other dates"


def test_an_occurrence_with_a_venue_is_there_and_not_at_the_places_of_the_event() -> None:
    stop = replace(TOUR, occurrences=(Occurrence(APRIL[14], venue=CENTRE),))
    assert facts(stop, make_session())["map-pin"] == ("Centre e", "Street e")


@pytest.mark.parametrize(
    ("changes", "fact"),
    [
        ({}, None),
        ({"audience": ("everyone",)}, ("Everyone", "")),
        ({"audience_note": text("From 14")}, ("From 14 e", "")),
        ({"price": Price(True)}, ("Free", "")),
        ({"price": Price(False, text("5 tenge"))}, ("Paid", "5 tenge e")),
        ({"spoken": ("kk",)}, ("In Kazakh", "")),
        ({"spoken": ("kk", "de")}, ("In Kazakh, de", "")),
    ],
)
def test_nothing_is_said_that_is_not_known(changes: dict[str, Any], fact: tuple[str, str] | None) -> None:
    assert facts(replace(TALK, **changes), make_session()).get("users-three") == fact


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2016-04-03", "Registration opens 1 May"),
        ("2016-05-01", None),
        ("2016-05-03", "Registration has closed"),
    ],
)
def test_why_one_cannot_register(now: str, said: str | None) -> None:
    moment = when(now, now, now).earliest + 3600
    event = replace(TOUR, registration=replace(LATER, closes=when("2016-05-02", "2016-05-02", "2016-05-02")))
    found = facts(event, make_session(now=moment)).get("ticket")
    assert found == (said and (said, ""))


def test_only_in_russian() -> None:
    event = replace(CODE, body={"ru": "Только так"})
    notes = [
        event_texts(event, event.occurrences[0], make_session(code)).languageNote
        for code in ("en", "kk", "ru")
    ]
    assert notes == ["Only in Russian", "Тек орыс тілінде", ""]
    words = event_texts(event, event.occurrences[0], make_session("kk"))
    assert (words.body, words.title) == ("Только так", "Love to Code k")


def test_an_event_without_a_body_has_no_note() -> None:
    bare = replace(CLUBS, body={}, summary={})
    words = event_texts(bare, bare.occurrences[0], make_session())
    assert (words.body, words.summary, words.languageNote) == ("", "", "")


def test_the_page_keeps_its_code_when_the_language_changes() -> None:
    shown = make_session()
    page = EventPage(shown)
    page.open("code")
    assert page.codeKind == "register"
    page.selectCode("contact")
    shown.language = "ru"
    page.refresh()
    assert (page.codeKind, page.codeNote) == ("contact", "Aizhan r")
    page.open("clubs")
    assert (page.codeKind, page.codeModules, page.codePayload) == ("", 0, "")


def test_an_event_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(KeyError):
        EventPage(make_session()).open("nothing")


@pytest.mark.parametrize(
    ("event", "flag", "said"),
    [
        ("techforum", "moved", "Moved from June 2016"),
        ("creating-a-relationship", "cancelled", "Cancelled"),
        ("love-to-code", "", ""),
    ],
)
def test_the_april_update_says_what_has_changed(event: str, flag: str, said: str, april: Path) -> None:
    page = EventPage(run.open_session(april, None, AT, "en"))
    page.open(event)
    assert (page.flag, page.flagText) == (flag, said)
    assert ("register" in field_values(page.codes.rows, "kind")) == (flag != "cancelled")


def test_the_april_update_puts_a_day_into_the_calendar(april: Path) -> None:
    page = EventPage(run.open_session(april, None, AT, "en"))
    page.open("exercise-open-evening")
    page.selectCode("calendar")
    assert "DTSTART:20160409T050000Z\r\nDTEND:20160409T080000Z\r\n" in page.codePayload
