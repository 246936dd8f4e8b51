"""The codes of an event: which there are, and what they say."""

from dataclasses import replace

import pytest

from kiosk.base import qr_code
from kiosk.base.model import Contact, Event, Occurrence, Registration, Status
from kiosk.events.timing import current_occurrence
from kiosk.viewmodels.visitor.event.code_rows import CodeRow, code_rows
from tests.unit.store.sample import CLUBS, CODE, FULL, HOST, OPEN, TALK, TOUR, text, when
from tests.unit.viewmodels.sessions import field_values, make_session

OTHER = "https://example.org/"


def rows(event: Event, language: str = "en", hosts: tuple[str, ...] = (HOST,)) -> list[CodeRow]:
    """The codes of an event at the sample's moment."""
    shown = make_session(language, hosts=hosts)
    return code_rows(event, current_occurrence(event, shown.now), shown)


@pytest.mark.parametrize(
    ("event", "kinds"),
    [
        (CODE, ["register", "calendar", "contact"]),
        (CLUBS, []),
        (TOUR, []),
        (FULL, ["calendar"]),
        (TALK, ["calendar"]),
        (replace(CODE, contact=Contact(phone="+7")), ["register", "calendar"]),
        (replace(CODE, contact=None, registration=None), ["calendar"]),
    ],
    ids=lambda value: value.id if isinstance(value, Event) else "+".join(value) or "none",
)
def test_an_event_has_the_codes_that_are_of_use(event: Event, kinds: list[str]) -> None:
    assert field_values(rows(event), "kind") == kinds


def test_what_the_codes_say() -> None:
    register, calendar, contact = rows(CODE)
    assert (register.payload, register.host) == (f"https://{HOST}/code", HOST)
    assert register.note == "Registration open until 8 April · 20 places"
    assert calendar.payload.startswith(
        "BEGIN:VEVENT\r\nDTSTART:20160409T050000Z\r\nDTEND:20160409T080000Z\r\n"
    )
    assert f"URL:https://{HOST}/code\r\n" in calendar.payload
    assert (contact.payload, contact.note) == (f"https://{HOST}/contact", "Aizhan e")
    assert field_values(rows(CODE), "modules") == [len(qr_code.qr_matrix(row.payload)) for row in rows(CODE)]


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_only_the_words_follow_the_language(language: str) -> None:
    english, other = rows(CODE), rows(CODE, language)
    assert [row.payload for row in other if row.host] == [row.payload for row in english if row.host]
    assert (field_values(other, "label") == field_values(english, "label")) == (language == "en")


def test_no_code_leads_to_a_host_that_is_not_listed() -> None:
    strange = replace(CODE, registration=Registration(OTHER), contact=Contact(text("X"), url=OTHER))
    assert field_values(rows(strange), "kind") == ["calendar"]
    assert OTHER not in rows(strange)[0].payload


def test_a_host_that_is_listed_no_more_takes_its_codes_away() -> None:
    """Fault catalogue, E14."""
    assert field_values(rows(CODE, hosts=()), "kind") == ["calendar"]
    assert HOST not in rows(CODE, hosts=())[0].payload


@pytest.mark.parametrize("status", list(Status))
def test_one_registers_only_for_what_takes_place(status: Status) -> None:
    day = when("2016-04-20", "2016-04-20", "2016-04-20")
    event = replace(CODE, occurrences=(Occurrence(day, status),), registration=Registration(OPEN.url))
    assert ("register" in field_values(rows(event), "kind")) == (status in (Status.SCHEDULED, Status.MOVED))


@pytest.mark.parametrize(
    ("registration", "note"),
    [
        (Registration(OPEN.url), "Registration is open"),
        (Registration(OPEN.url, places=1), "Registration is open · 1 place"),
        (
            Registration(OPEN.url, closes=when("2016-04", "2016-04-01", "2016-04-30")),
            "Registration open until April 2016",
        ),
    ],
)
def test_until_when_one_can_register(registration: Registration, note: str) -> None:
    assert rows(replace(CODE, registration=registration))[0].note == note


def test_one_does_not_register_for_what_is_past() -> None:
    assert field_values(rows(replace(TALK, registration=Registration(OPEN.url))), "kind") == ["calendar"]


def test_a_contact_that_no_code_can_hold_gets_none() -> None:
    endless = f"https://{HOST}/" + "a" * 3000
    assert "contact" not in field_values(rows(replace(CODE, contact=Contact(url=endless))), "kind")
