"""code_rows: which codes an event has, and their payloads and texts."""

from dataclasses import replace

import pytest

from kiosk.base import qr_code
from kiosk.base.model import Contact, Event, Occurrence, Registration, Status
from kiosk.events.timing import current_occurrence
from kiosk.viewmodels.visitor.event.code_rows import CodeRow, code_rows
from tests.unit.store.sample import CLUBS, CODE, FULL, HOST, OPEN, TALK, TOUR, text, when
from tests.unit.viewmodels.sessions import field_values, make_session

UNLISTED_URL = "https://example.org/"


def rows_of(event: Event, language: str = "en", hosts: tuple[str, ...] = (HOST,)) -> list[CodeRow]:
    """The code rows of an event at the time of the sample."""
    session = make_session(language, hosts=hosts)
    return code_rows(event, current_occurrence(event, session.now), session)


@pytest.mark.parametrize(
    ("event", "kinds"),
    [
        (CODE, ["register", "calendar", "contact"]),
        (CLUBS, []),
        (TOUR, []),
        (FULL, ["calendar"]),
        (TALK, []),
        (replace(CODE, contact=Contact(phone="+7")), ["register", "calendar"]),
        (replace(CODE, contact=None, registration=None), ["calendar"]),
    ],
    ids=lambda value: value.id if isinstance(value, Event) else "+".join(value) or "none",
)
def test_an_event_has_only_useful_codes(event: Event, kinds: list[str]) -> None:
    assert field_values(rows_of(event), "kind") == kinds


def test_the_payloads_and_notes_of_the_codes() -> None:
    register, calendar, contact = rows_of(CODE)
    assert (register.payload, register.host) == (f"https://{HOST}/code", HOST)
    assert register.note == "Registration open until 8 April · 20 places"
    assert calendar.payload.startswith(
        "BEGIN:VEVENT\r\nDTSTART:20160409T050000Z\r\nDTEND:20160409T080000Z\r\n"
    )
    assert f"URL:https://{HOST}/code\r\n" in calendar.payload
    assert (contact.payload, contact.note) == (f"https://{HOST}/contact", "Aizhan e")
    assert field_values(rows_of(CODE), "modules") == [
        len(qr_code.qr_matrix(row.payload)) for row in rows_of(CODE)
    ]


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_only_texts_depend_on_the_language(language: str) -> None:
    english, other = rows_of(CODE), rows_of(CODE, language)
    assert [row.payload for row in other if row.host] == [row.payload for row in english if row.host]
    assert (field_values(other, "label") == field_values(english, "label")) == (language == "en")


def test_no_code_leads_to_a_host_that_is_not_listed() -> None:
    event = replace(
        CODE, registration=Registration(UNLISTED_URL), contact=Contact(text("X"), url=UNLISTED_URL)
    )
    assert field_values(rows_of(event), "kind") == ["calendar"]
    assert UNLISTED_URL not in rows_of(event)[0].payload


def test_a_host_that_is_no_longer_listed_has_no_code() -> None:
    """Row E14 of the fault catalogue."""
    assert field_values(rows_of(CODE, hosts=()), "kind") == ["calendar"]
    assert HOST not in rows_of(CODE, hosts=())[0].payload


@pytest.mark.parametrize("status", list(Status))
def test_only_what_takes_place_is_handed_out(status: Status) -> None:
    day = when("2016-04-20", "2016-04-20", "2016-04-20")
    event = replace(CODE, occurrences=(Occurrence(day, status),), registration=Registration(OPEN.url))
    kinds = field_values(rows_of(event), "kind")
    assert ("register" in kinds) == (status in (Status.SCHEDULED, Status.MOVED))
    assert ("calendar" in kinds) == (status not in (Status.CANCELLED, Status.OVER))


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
def test_the_note_of_the_registration_code(registration: Registration, note: str) -> None:
    assert rows_of(replace(CODE, registration=registration))[0].note == note


def test_a_past_event_has_no_code_for_taking_part() -> None:
    assert rows_of(replace(TALK, registration=Registration(OPEN.url))) == []


def test_a_url_too_long_for_a_code_has_none() -> None:
    long_url = f"https://{HOST}/" + "a" * 3000
    assert "contact" not in field_values(rows_of(replace(CODE, contact=Contact(url=long_url))), "kind")
