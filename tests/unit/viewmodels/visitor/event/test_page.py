"""The event page: the current occurrence, its facts, texts, codes and flag."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.app import run
from kiosk.base.model import Event, Occurrence, Price, Status, When
from kiosk.events.event_facts import event_facts
from kiosk.events.timing import current_occurrence
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.event.page import EventPage
from kiosk.viewmodels.visitor.event.texts import event_texts
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

APRIL_DAYS = [when(f"2016-04-{day:02}", f"2016-04-{day:02}", f"2016-04-{day:02}") for day in range(1, 31)]
SEVERAL_DATES = replace(
    TALK,
    occurrences=(
        Occurrence(APRIL_DAYS[0]),
        Occurrence(APRIL_DAYS[9], Status.OVER),
        Occurrence(when("2016-04", "2016-04-01", "2016-04-30")),
        Occurrence(APRIL_DAYS[19], Status.MOVED, original=APRIL_DAYS[1]),
        Occurrence(APRIL_DAYS[14], venue=CORNER),
    ),
)
MOVED_EARLIER = replace(
    TALK, id="late", occurrences=(Occurrence(APRIL_DAYS[0], Status.MOVED, original=APRIL_DAYS[24]),)
)


def fact_texts(event: Event, session: Session) -> dict[str, tuple[str, str]]:
    """The icon of each fact -> its text and note."""
    return {
        row.icon: (row.text, row.note)
        for row in event_facts(event, current_occurrence(event, session.now), session)
    }


@pytest.mark.parametrize("trusted", [True, False])
@pytest.mark.parametrize("day", [-400, -5, 0, 7, 12, 17, 21, 40, 400])
def test_the_page_shows_the_same_occurrence_as_the_list(day: int, trusted: bool) -> None:
    session = make_session(
        now=NOW + day * 86400,
        trusted=trusted,
        database=database_with_events(SEVERAL_DATES, MOVED_EARLIER, *PROGRAMME.events[:3]),
    )
    assert session.programme is not None
    catalogue = session.programme.catalogue
    cards = catalogue.cards(session.now) + catalogue.cards(session.now, past=True)
    assert len(cards) == 5
    for card in cards:
        assert current_occurrence(catalogue.event(card.id), session.now) == card.occurrence, card.id


def test_the_facts_of_an_event() -> None:
    assert fact_texts(CODE, make_session()) == {
        "calendar-blank": ("9 April, 11:00–14:00", "and 1 other date"),
        "map-pin": ("Almaty e", ""),
        "users-three": ("Students, teachers", "From 14 e · Free · Free of charge e · In English, Kazakh"),
    }
    assert fact_texts(TALK, make_session())["map-pin"] == ("Centre e", "Street e")


@pytest.mark.parametrize(
    ("date", "note"),
    [
        (When("2016-04-09T11:00", CODE.occurrences[0].when.zone, NOW, NOW + 86400), ""),
        (APRIL_DAYS[8], ""),
        (when("2016-04-09/2016-04-11", "2016-04-09", "2016-04-11"), ""),
        (when("2016-06", "2016-06-01", "2016-06-30"), "The exact date is not known yet"),
        (when("2016", "2016-01-01", "2016-12-31"), "The exact date is not known yet"),
        (when("2016-04-25~/2016-05-05~", "2016-04-21", "2016-05-10"), "The exact date is not known yet"),
    ],
    ids=lambda value: value.edtf if isinstance(value, When) else "",
)
def test_an_inexact_date_has_a_note(date: When, note: str) -> None:
    assert (
        fact_texts(replace(TALK, occurrences=(Occurrence(date),)), make_session())["calendar-blank"][1]
        == note
    )


def test_the_other_dates_are_upcoming_ones() -> None:
    assert fact_texts(SEVERAL_DATES, make_session())["calendar-blank"][1] == "and 2 other dates"


def test_the_venue_of_an_occurrence_replaces_those_of_the_event() -> None:
    event = replace(TOUR, occurrences=(Occurrence(APRIL_DAYS[14], venue=CENTRE),))
    assert fact_texts(event, make_session())["map-pin"] == ("Centre e", "Street e")


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
def test_only_known_facts_are_shown(changes: dict[str, Any], fact: tuple[str, str] | None) -> None:
    assert fact_texts(replace(TALK, **changes), make_session()).get("users-three") == fact


@pytest.mark.parametrize(
    ("now", "text"),
    [
        ("2016-04-03", "Registration opens 1 May"),
        ("2016-05-01", None),
        ("2016-05-03", "Registration has closed"),
    ],
)
def test_the_reason_why_registration_is_not_possible(now: str, text: str | None) -> None:
    time = when(now, now, now).earliest + 3600
    event = replace(TOUR, registration=replace(LATER, closes=when("2016-05-02", "2016-05-02", "2016-05-02")))
    fact = fact_texts(event, make_session(now=time)).get("ticket")
    assert fact == (text and (text, ""))


def test_a_body_only_in_russian_has_a_language_note() -> None:
    event = replace(CODE, body={"ru": "Только так"})
    notes = [
        event_texts(event, event.occurrences[0], make_session(code)).languageNote
        for code in ("en", "kk", "ru")
    ]
    assert notes == ["Only in Russian", "Тек орыс тілінде", ""]
    texts = event_texts(event, event.occurrences[0], make_session("kk"))
    assert (texts.body, texts.title) == ("Только так", "Love to Code k")


def test_a_page_says_nothing_twice() -> None:
    title = {"en": "Love to Code"}
    event = replace(CODE, title=title, summary=title, body=title)
    texts = event_texts(event, event.occurrences[0], make_session("en"))
    assert (texts.title, texts.summary, texts.body) == ("Love to Code", "", "")
    event = replace(event, summary={"en": "For all"}, body={"en": "For all"})
    texts = event_texts(event, event.occurrences[0], make_session("en"))
    assert (texts.summary, texts.body) == ("For all", "")


@pytest.mark.parametrize("name", ["title", "summary", "body"])
def test_any_text_in_another_language_is_labelled(name: str) -> None:
    event = replace(CODE, **{name: {"ru": "Только так"}})
    assert event_texts(event, event.occurrences[0], make_session("en")).languageNote == "Only in Russian"
    assert event_texts(event, event.occurrences[0], make_session("ru")).languageNote == ""


def test_an_event_without_a_body_has_no_language_note() -> None:
    event = replace(CLUBS, body={}, summary={})
    texts = event_texts(event, event.occurrences[0], make_session())
    assert (texts.body, texts.summary, texts.languageNote) == ("", "", "")


def test_a_change_of_language_keeps_the_selected_code() -> None:
    session = make_session()
    page = EventPage(session)
    page.open("code")
    assert page.code_viewer.kind == "register"
    page.code_viewer.select("contact")
    session.language = "ru"
    page.refresh()
    assert (page.code_viewer.kind, page.code_viewer.note) == ("contact", "Aizhan r")
    page.open("clubs")
    assert page.code_viewer.kind == "text"


def test_an_unknown_event_raises_key_error() -> None:
    with pytest.raises(KeyError):
        EventPage(make_session()).open("nothing")


@pytest.mark.parametrize(
    ("event", "flag", "text"),
    [
        ("techforum", "moved", "Moved from June 2016"),
        ("creating-a-relationship", "cancelled", "Cancelled"),
        ("love-to-code", "", ""),
    ],
)
def test_the_april_update_sets_flags(event: str, flag: str, text: str, april: Path) -> None:
    page = EventPage(run.open_session(april, None, AT, "en"))
    page.open(event)
    assert (page.flag, page.flagText) == (flag, text)
    assert ("register" in field_values(page.code_viewer.code_tabs.rows, "kind")) == (flag != "cancelled")


def test_the_april_update_adds_a_calendar_code(april: Path) -> None:
    page = EventPage(run.open_session(april, None, AT, "en"))
    page.open("exercise-open-evening")
    page.code_viewer.select("calendar")
    assert "DTSTART:20160409T050000Z\r\nDTEND:20160409T080000Z\r\n" in page.code_viewer.payload
