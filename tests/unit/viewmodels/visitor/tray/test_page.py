"""What a visitor has marked: the events, the codes a phone takes, and that it is theirs alone."""

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


def tray(visitor: Session, *events: str) -> TrayPage:
    """The page with those events marked, opened."""
    page = TrayPage(visitor)
    for event in events:
        page.toggle(event)
    page.open()
    return page


def crowd() -> Session:
    return make_session(database=database_with_events(*busy.EVENTS))


def entries(page: TrayPage) -> list[str]:
    """The ids of all entries of all codes, as an independent reader of RFC 5545 finds them."""
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
        if page.payload == before or str(page.payload) in seen(found, page):
            return found


def seen(found: list[str], page: TrayPage) -> list[str]:
    """The code that is shown now, if its first event has been read before."""
    (first, *_) = Calendar.from_ical(str(page.payload)).events  # type: ignore[union-attr]
    return [str(page.payload)] if str(first["UID"]) in found else []


def test_what_is_marked_is_shown_in_the_order_of_the_lists() -> None:
    page = tray(make_session(), "tour", "talk", "code")
    assert field_values(page.events.rows, "eventId") == ["code", "tour", "talk"]
    page.toggle("tour")
    assert (page.marked, field_values(page.events.rows, "eventId")) == (["talk", "code"], ["code", "talk"])
    page.clear()
    assert (page.marked, page.events.count, page.payload, page.modules) == ([], 0, "", 0)


def test_a_code_has_what_lies_ahead_and_has_a_day_and_says_how_many_have_not() -> None:
    page = tray(make_session(), "code", "tour", "talk", "full", "clubs", "closed")
    assert entries(page) == ["code", "full"]
    assert str(page.undatedText).startswith("4 events cannot go into a calendar")
    assert page.codePosition == ""


def test_what_is_cancelled_is_not_in_the_code() -> None:
    page = tray(crowd(), "talking")
    assert page.payload == ""
    assert page.codeTitle == "There is no code for what you have marked. Ask the librarian."
    assert str(page.undatedText).startswith("1 event cannot go into a calendar")


def test_the_code_stays_the_same_while_time_passes() -> None:
    visitor = make_session()
    page = tray(visitor, "code")
    before = page.payload
    visitor.clock = Clock(lambda: NOW + 60, NOW)
    page.refresh()
    assert page.payload == before
    (event,) = Calendar.from_ical(str(before)).events  # type: ignore[union-attr]
    assert event.DTSTAMP.timestamp() == PACK.signed_at


def without_a_day(*events: Event) -> Session:
    """The sample's events with no day but a year."""
    return make_session(
        database=database_with_events(*(replace(one, occurrences=busy.YEAR.occurrences) for one in events))
    )


def test_what_has_no_day_is_taken_by_its_address() -> None:
    page = tray(without_a_day(CODE), "code")
    assert page.payload == OPEN.url
    assert (page.codeTitle, page.codeNote) == ("Register on your phone", f"{HOST} · Love to Code e")


def test_events_with_one_address_share_its_code_after_the_calendar() -> None:
    asked = replace(CODE, registration=None)
    visitor = without_a_day(asked, replace(asked, id="again"), replace(TALK, id="alone"))
    page = tray(visitor, "code", "again", "alone")
    assert page.payload == f"https://{HOST}/contact"
    assert (page.codeTitle, page.codeNote) == ("Ask about what you have marked", f"{HOST} · 2 events")
    assert (page.codePosition, page.undatedText[:8]) == ("", "3 events")


def test_the_codes_for_a_calendar_come_first() -> None:
    visitor = make_session(
        database=database_with_events(FULL, replace(CODE, occurrences=busy.YEAR.occurrences))
    )
    page = tray(visitor, "code", "full")
    assert (page.codeTitle, page.codeNote, page.codePosition) == (
        "Into your phone's calendar",
        "",
        "Code 1 of 2",
    )
    page.stepCode(1)
    assert (page.payload, page.codePosition) == (OPEN.url, "Code 2 of 2")


def test_what_takes_more_than_one_code_is_on_the_page_of_the_programme_too() -> None:
    events, page = (FULL, replace(CODE, occurrences=busy.YEAR.occurrences)), f"https://{HOST}/25"
    visitor = make_session(database=database_with_events(*events, page=page))
    assert tray(visitor, "full").codePosition == ""
    shown = tray(visitor, "code", "full")
    shown.stepCode(2)
    assert (shown.payload, shown.codePosition) == (page, "Code 3 of 3")
    assert (shown.codeTitle, shown.codeNote) == ("See the whole programme", f"{HOST} · 25 Years e")
    elsewhere = make_session(database=database_with_events(*events, page="https://example.org/25"))
    assert tray(elsewhere, "code", "full").codePosition == "Code 1 of 2"


def test_an_address_its_publisher_may_not_link_to_is_no_code() -> None:
    undated = database_with_events(replace(CODE, occurrences=busy.YEAR.occurrences))
    assert tray(make_session(database=undated), "code").payload
    assert tray(make_session(database=undated, hosts=()), "code").payload == ""


def test_many_events_make_several_codes_and_none_is_lost() -> None:
    ids = [one.id for one in busy.CROWD]
    page = tray(crowd(), *ids)
    assert str(page.codePosition).startswith("Code 1 of ")
    assert sorted(entries(page)) == sorted(ids)


@pytest.mark.parametrize(("language", "said"), [("kk", "1-код, барлығы"), ("ru", "Код 1 из")])
def test_it_is_said_in_the_visitor_s_language(language: str, said: str) -> None:
    visitor = crowd()
    page = tray(visitor, *(one.id for one in busy.CROWD))
    visitor.language = language
    page.refresh()
    assert str(page.codePosition).startswith(said)


def test_the_next_visitor_finds_nothing_marked() -> None:
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


def test_what_the_programme_no_longer_has_is_marked_no_more() -> None:
    visitor = make_session()
    page = tray(visitor, "code", "full")
    assert visitor.programme
    visitor.programme = make_session(database=database_with_events(*busy.EVENTS)).programme
    page.refresh()
    assert (page.marked, page.payload) == ([], "")


def test_what_is_over_stays_in_sight() -> None:
    page = tray(make_session(now=NOW + 400 * 86400), "code")
    assert field_values(page.events.rows, "eventId") == ["code"]
    assert page.payload == f"https://{HOST}/contact"


def test_the_list_that_is_printed_has_all_that_is_marked() -> None:
    page = tray(make_session(), "tour", "code")
    asked: list[list[str]] = []
    page.print_state.requested.connect(asked.append)
    page.print()
    assert asked == [["code", "tour", "--kind", "choice", "--paper", "A4"]]
