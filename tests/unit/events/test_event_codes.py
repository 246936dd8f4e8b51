"""event_codes: which codes an event has, in which order, and their payloads and notes."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kiosk.base.model import Contact, Event, Occurrence, Registration, Status
from kiosk.events.event_codes import EventCode, event_codes
from kiosk.events.event_source import EventSource
from kiosk.events.timing import current_occurrence
from kiosk.events.view_context import PaperContext
from tests.unit.store.sample import CLUBS, CODE, FULL, HOST, NOW, OPEN, SOURCE, TALK, TOUR, text, when

UNLISTED_URL = "https://example.org/"


def codes_of(
    event: Event, language: str = "en", *, source: EventSource = SOURCE, now: int | None = NOW
) -> list[EventCode]:
    """The codes of an event at the time of the sample."""
    context = PaperContext(language, now)
    return list(event_codes(event, current_occurrence(event, now), context, source))


def kinds_of(event: Event, source: EventSource = SOURCE) -> list[str]:
    return [code.kind for code in codes_of(event, source=source)]


@pytest.mark.parametrize(
    ("event", "kinds"),
    [
        (CODE, ["register", "calendar", "text", "contact"]),
        (CLUBS, ["text"]),
        (TOUR, ["text"]),
        (FULL, ["calendar", "text"]),
        (TALK, ["text"]),
        (replace(CODE, contact=Contact(phone="+7")), ["register", "calendar", "text"]),
        (replace(CODE, contact=None, registration=None), ["calendar", "text"]),
    ],
    ids=lambda value: value.id if isinstance(value, Event) else "+".join(value),
)
def test_an_event_has_only_useful_codes(event: Event, kinds: list[str]) -> None:
    assert kinds_of(event) == kinds


def test_a_home_page_is_never_first() -> None:
    home = Contact(text("Mission"), url=f"https://{HOST}/")
    bare = replace(CLUBS, contact=home)
    assert kinds_of(bare) == ["text", "contact"]
    assert f"https://{HOST}/" in codes_of(bare)[0].payload


def test_the_payloads_and_notes_of_the_codes() -> None:
    register, calendar, words, contact = codes_of(CODE)
    assert (register.payload, register.host) == (f"https://{HOST}/code", HOST)
    assert register.note == "Registration open until 8 April 2016 · 20 places"
    assert calendar.payload.startswith(
        "BEGIN:VEVENT\r\nDTSTART:20160409T050000Z\r\nDTEND:20160409T080000Z\r\n"
    )
    assert f"URL:https://{HOST}/code\r\n" in calendar.payload
    assert (words.payload.splitlines()[0], words.note) == ("• Love to Code e", "Needs no internet")
    assert (contact.payload, contact.note) == (f"https://{HOST}/contact", "Aizhan e")


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_links_do_not_depend_on_the_language(language: str) -> None:
    english, other = codes_of(CODE), codes_of(CODE, language)
    assert [code.payload for code in other if code.host] == [code.payload for code in english if code.host]


def test_no_code_leads_to_a_host_that_is_not_listed() -> None:
    contact = Contact(text("X"), url=UNLISTED_URL)
    event = replace(CODE, registration=Registration(UNLISTED_URL), contact=contact)
    assert kinds_of(event) == ["calendar", "text"]
    assert not any(UNLISTED_URL in code.payload for code in codes_of(event))


def test_a_host_that_is_no_longer_listed_has_no_code() -> None:
    """Row E14 of the fault catalogue."""
    source = SOURCE._replace(hosts=())
    assert kinds_of(CODE, source) == ["calendar", "text"]
    assert not any(HOST in code.payload for code in codes_of(CODE, source=source))


@pytest.mark.parametrize("status", list(Status))
def test_only_what_takes_place_is_handed_out(status: Status) -> None:
    day = when("2016-04-20", "2016-04-20", "2016-04-20")
    kinds = kinds_of(
        replace(CODE, occurrences=(Occurrence(day, status),), registration=Registration(OPEN.url))
    )
    assert ("register" in kinds) == (status in (Status.SCHEDULED, Status.MOVED))
    assert ("calendar" in kinds) == (status not in (Status.CANCELLED, Status.OVER))
    assert ("cancelled" in kinds) == (status is Status.CANCELLED)


def test_what_was_cancelled_and_is_over_needs_no_correction() -> None:
    (past,) = TALK.occurrences
    cancelled = replace(TALK, occurrences=(replace(past, status=Status.CANCELLED),))
    assert kinds_of(cancelled) == ["text"]
    assert [code.kind for code in codes_of(cancelled, now=None)] == ["cancelled", "text"]


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
    assert codes_of(replace(CODE, registration=registration))[0].note == note


def test_a_past_event_has_no_code_for_taking_part() -> None:
    assert kinds_of(replace(TALK, registration=Registration(OPEN.url))) == ["text"]


@pytest.mark.parametrize("title", ["https://example.org/", "WIFI:S:x;;", "MATMSG:TO:x;;", "tel:112"])
def test_no_title_makes_a_code_that_phones_act_upon(title: str) -> None:
    (code,) = codes_of(replace(CLUBS, title={"en": title}))
    assert code.payload.startswith(f"• {title}\n")


def test_a_url_too_long_for_a_code_has_none() -> None:
    assert "contact" not in kinds_of(replace(CODE, contact=Contact(url=f"https://{HOST}/" + "a" * 3000)))


def test_texts_that_need_two_codes_are_two_codes_of_one_kind() -> None:
    long = replace(CODE, title={"en": "Т" * 120}, contact=Contact({"en": "К" * 120}, "+7 727"))
    kinds = kinds_of(long)
    assert [kinds.count("text"), kinds.count("calendar")] == [2, 1]
    assert sum(one != other for one, other in pairwise(kinds)) == len(set(kinds)) - 1
