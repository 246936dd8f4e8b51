"""The tray page: the marked events, their codes, printing, and the reset between visits."""

from dataclasses import replace

import pytest
from icalendar import Calendar

from kiosk.base.clock import Clock
from kiosk.base.model import Event
from kiosk.events.icalendar import CALENDAR_SIZE_LIMIT
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.visitor.tray.page import TrayPage
from tests.unit.store import busy
from tests.unit.store.sample import CODE, FULL, HOST, NOW, OPEN, TALK
from tests.unit.viewmodels.sessions import PACK, database_with_events, field_values, make_session


def open_tray(session: Session, *events: str) -> TrayPage:
    """Mark those events and open the page."""
    page = TrayPage(session)
    for event in events:
        page.toggle(event)
    page.open()
    return page


def busy_session() -> Session:
    return make_session(database=database_with_events(*busy.EVENTS))


def calendar_event_ids(page: TrayPage) -> list[str]:
    """The ids of the events of all codes, as an independent parser of RFC 5545 reads them."""
    found: list[str] = []
    while True:
        payload = str(page.payload)
        assert len(payload.encode()) <= CALENDAR_SIZE_LIMIT
        calendar = Calendar.from_ical(payload)
        assert isinstance(calendar, Calendar) and not calendar.errors
        assert {"VERSION", "PRODID"} <= set(calendar)
        for event in calendar.events:
            assert event.DTSTAMP
            found.append(str(event["UID"]))
        before = page.payload
        page.stepCode(1)
        if page.payload == before or starts_again(found, page):
            return found


def starts_again(found: list[str], page: TrayPage) -> bool:
    """Whether the first event of the present code has been read before."""
    (first, *_) = Calendar.from_ical(str(page.payload)).events  # type: ignore[union-attr]
    return str(first["UID"]) in found


def test_marked_events_are_in_the_order_of_the_lists() -> None:
    page = open_tray(make_session(), "tour", "talk", "code")
    assert field_values(page.events.rows, "eventId") == ["code", "tour", "talk"]
    page.toggle("tour")
    assert (page.marked, field_values(page.events.rows, "eventId")) == (["talk", "code"], ["code", "talk"])
    page.clear()
    assert (page.marked, page.events.count, page.payload, page.modules) == ([], 0, "", 0)


def test_a_code_has_the_upcoming_dated_events_and_the_others_are_counted() -> None:
    page = open_tray(make_session(), "code", "tour", "talk", "full", "clubs", "closed")
    assert calendar_event_ids(page) == ["code-20160409", "full"]  # one of several dates names its own
    assert str(page.undatedText).startswith("4 events cannot go into a calendar")
    assert page.codePosition == ""


def test_a_cancelled_event_is_not_in_the_code() -> None:
    cancelled = replace(busy.TALKING, occurrences=busy.TALKING.occurrences[-1:])
    page = open_tray(make_session(database=database_with_events(cancelled)), cancelled.id)
    assert page.payload == ""
    assert page.codeTitle == "There is no code for what you have marked. Ask the librarian."
    assert str(page.undatedText).startswith("1 event cannot go into a calendar")


def test_one_cancelled_date_does_not_speak_for_the_others() -> None:
    page = open_tray(busy_session(), "talking")
    assert "DTSTART:20160411T120000Z" in page.payload and page.undatedText == ""


def test_the_code_does_not_change_with_time() -> None:
    session = make_session()
    page = open_tray(session, "code")
    before = page.payload
    session.clock = Clock(lambda: NOW + 60, NOW)
    page.refresh()
    assert page.payload == before
    (event,) = Calendar.from_ical(str(before)).events  # type: ignore[union-attr]
    assert event.DTSTAMP.timestamp() == PACK.signed_at


def undated_session(*events: Event) -> Session:
    """A session with those events, each dated only by a year."""
    return make_session(
        database=database_with_events(
            *(replace(event, occurrences=busy.YEAR.occurrences) for event in events)
        )
    )


def test_an_undated_event_has_a_code_of_its_url() -> None:
    page = open_tray(undated_session(CODE), "code")
    assert page.payload == OPEN.url
    assert (page.codeTitle, page.codeNote) == ("Register on your phone", f"{HOST} · Love to Code e")


def test_undated_events_with_the_same_url_share_a_code() -> None:
    contact_only = replace(CODE, registration=None)
    session = undated_session(contact_only, replace(contact_only, id="again"), replace(TALK, id="alone"))
    page = open_tray(session, "code", "again", "alone")
    assert page.payload == f"https://{HOST}/contact"
    assert (page.codeTitle, page.codeNote) == ("Ask about what you have marked", f"{HOST} · 2 events")
    assert (page.codePosition, page.undatedText[:8]) == ("", "3 events")


def test_calendar_codes_are_first() -> None:
    session = make_session(
        database=database_with_events(FULL, replace(CODE, occurrences=busy.YEAR.occurrences))
    )
    page = open_tray(session, "code", "full")
    assert (page.codeTitle, page.codeNote, page.codePosition) == (
        "Into your phone's calendar",
        "",
        "Code 1 of 2",
    )
    page.stepCode(1)
    assert (page.payload, page.codePosition) == (OPEN.url, "Code 2 of 2")


def test_with_several_codes_the_page_of_the_programme_is_the_last() -> None:
    events, page = (FULL, replace(CODE, occurrences=busy.YEAR.occurrences)), f"https://{HOST}/25"
    session = make_session(database=database_with_events(*events, page=page))
    assert open_tray(session, "full").codePosition == ""
    tray = open_tray(session, "code", "full")
    tray.stepCode(2)
    assert (tray.payload, tray.codePosition) == (page, "Code 3 of 3")
    assert (tray.codeTitle, tray.codeNote) == ("See the whole programme", f"{HOST} · 25 Years e")
    elsewhere = make_session(database=database_with_events(*events, page="https://example.org/25"))
    assert open_tray(elsewhere, "code", "full").codePosition == "Code 1 of 2"


def test_a_url_that_its_publisher_may_not_link_to_has_no_code() -> None:
    undated = database_with_events(replace(CODE, occurrences=busy.YEAR.occurrences))
    assert open_tray(make_session(database=undated), "code").payload
    assert open_tray(make_session(database=undated, hosts=()), "code").payload == ""


def test_many_events_make_several_codes_without_loss() -> None:
    ids = [event.id for event in busy.CROWD]
    page = open_tray(busy_session(), *ids)
    assert str(page.codePosition).startswith("Code 1 of ")
    assert sorted(calendar_event_ids(page)) == sorted(ids)


@pytest.mark.parametrize(("language", "beginning"), [("kk", "1-код, барлығы"), ("ru", "Код 1 из")])
def test_the_position_is_in_the_language_of_the_session(language: str, beginning: str) -> None:
    session = busy_session()
    page = open_tray(session, *(event.id for event in busy.CROWD))
    session.language = language
    page.refresh()
    assert str(page.codePosition).startswith(beginning)


def test_the_tray_is_cleared_between_visits() -> None:
    shell = Shell(make_session())
    shell.goHome()
    shell.tray_page.toggle("code")
    shell.open("tray")
    shell.showAttract()
    assert shell.tray_page.marked == []
    shell.goHome()
    shell.tray_page.toggle("code")
    shell.idle_timer.expired.emit()
    assert shell.tray_page.marked == []


def test_events_that_the_programme_no_longer_has_are_unmarked() -> None:
    session = make_session()
    page = open_tray(session, "code", "full")
    assert session.programme
    session.programme = make_session(database=database_with_events(*busy.EVENTS)).programme
    page.refresh()
    assert (page.marked, page.payload) == ([], "")


def test_a_past_event_stays_in_the_tray() -> None:
    page = open_tray(make_session(now=NOW + 400 * 86400), "code")
    assert field_values(page.events.rows, "eventId") == ["code"]
    assert page.payload == f"https://{HOST}/contact"


def test_all_marked_events_are_printed() -> None:
    page = open_tray(make_session(), "tour", "code")
    requests: list[list[str]] = []
    page.print_state.requested.connect(requests.append)
    page.print()
    assert requests == [["code", "tour", "--kind", "choice", "--paper", "A4"]]
