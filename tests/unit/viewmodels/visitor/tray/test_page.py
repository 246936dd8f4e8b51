"""The tray page: the marked events, their codes, printing, and the reset between visits."""

from dataclasses import replace

import pytest

from kiosk.base.clock import Clock
from kiosk.base.model import Contact
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.visitor.event.page import EventPage
from kiosk.viewmodels.visitor.tray.page import TrayPage
from tests.unit.events.calendar_readers import first_entry
from tests.unit.store import busy
from tests.unit.store.sample import CODE, FULL, HOST, NOW, OPEN
from tests.unit.viewmodels.sessions import database_with_events, field_values, make_session


def open_tray(session: Session, *events: str) -> TrayPage:
    """Mark those events and open the page."""
    page = TrayPage(session)
    for event in events:
        page.toggle(event)
    page.open()
    return page


def busy_session() -> Session:
    return make_session(database=database_with_events(*busy.EVENTS))


def event_ids(page: TrayPage) -> list[str]:
    """The ids of the events with an entry, as a phone reads them that keeps the first entry of a code."""
    entries = [first_entry(code.payload) for code in page.code_viewer.codes]
    return [entry["UID"].partition(".")[0] for entry in entries if entry]


def texts(page: TrayPage) -> str:
    """The plain text of all codes."""
    return "\n\n".join(code.payload for code in page.code_viewer.codes if code.kind == "text")


def test_marked_events_are_in_the_order_of_the_lists() -> None:
    page = open_tray(make_session(), "tour", "talk", "code")
    assert field_values(page.events.rows, "eventId") == ["code", "tour", "talk"]
    page.toggle("tour")
    assert (page.marked, field_values(page.events.rows, "eventId")) == (["talk", "code"], ["code", "talk"])
    page.clear()
    assert (page.marked, page.events.count, page.code_viewer.codes) == ([], 0, [])


def test_two_kinds_of_codes_give_whatever_is_marked() -> None:
    page = open_tray(make_session(), "code", "tour", "talk", "full", "clubs", "closed")
    assert field_values(page.code_viewer.code_tabs.rows, "kind") == ["text", "calendar"]
    assert event_ids(page) == ["code", "full"]
    assert str(page.undatedText).startswith("4 events cannot go into a calendar")
    titles = ("Love to Code e", "Тур", "Talk e", "Full e", "Clubs e", "Closed early e")
    assert all(f"• {title}" in texts(page).splitlines() for title in titles)


def test_each_date_has_a_code_of_its_own() -> None:
    page = open_tray(make_session(), "code", "full")
    page.code_viewer.select("calendar")
    assert page.code_viewer.position == "1 / 2"
    assert page.code_viewer.note == "Love to Code e · 9 April"
    assert page.code_viewer.payload.count("BEGIN:VEVENT") == 1


@pytest.mark.parametrize("event", ["code", "tour", "full"])
def test_one_event_is_given_as_on_its_own_page(event: str) -> None:
    session = make_session()
    tray, own = open_tray(session, event), EventPage(session)
    own.open(event)
    payloads = [code.payload for code in own.code_viewer.codes if code.kind in ("calendar", "text")]
    assert sorted(code.payload for code in tray.code_viewer.codes) == sorted(payloads)


def test_a_cancelled_event_is_given_as_cancelled() -> None:
    cancelled = replace(busy.TALKING, occurrences=busy.TALKING.occurrences[-1:])
    page = open_tray(make_session(database=database_with_events(cancelled)), cancelled.id)
    assert "Cancelled" in texts(page).splitlines()
    page.code_viewer.select("calendar")
    assert page.code_viewer.title == "Cancelled: correct your calendar"
    assert first_entry(page.code_viewer.payload)["STATUS"] == "CANCELLED"
    assert page.undatedText == ""


def test_one_cancelled_date_does_not_speak_for_the_others() -> None:
    page = open_tray(busy_session(), "talking")
    assert [code.kind for code in page.code_viewer.codes] == ["text", "calendar"]
    assert "DTSTART:20160411T120000Z" in page.code_viewer.codes[1].payload


def test_the_codes_do_not_change_with_time() -> None:
    session = make_session()
    page = open_tray(session, "code")
    before = page.code_viewer.codes
    session.clock = Clock(lambda: NOW + 60, NOW)
    page.refresh()
    assert page.code_viewer.codes == before


def test_registration_comes_before_contact() -> None:
    page = open_tray(make_session(), "code")
    assert 0 < texts(page).find(OPEN.url) < texts(page).find(f"https://{HOST}/contact")


def test_the_page_of_the_programme_comes_after_several_events() -> None:
    events, page = (FULL, CODE), f"https://{HOST}/25"
    session = make_session(database=database_with_events(*events, page=page))
    assert page not in texts(open_tray(session, "full"))
    assert texts(open_tray(session, "code", "full")).endswith(f"\n\n• The whole programme: {page}")
    full_page = [replace(event, contact=Contact({"en": "x" * 300})) for event in events]
    crowded = make_session(database=database_with_events(*full_page, page=page))
    assert page not in texts(open_tray(crowded, "code", "full"))
    elsewhere = make_session(database=database_with_events(*events, page="https://example.org/25"))
    assert "example.org/25" not in texts(open_tray(elsewhere, "code", "full"))


def test_a_url_that_its_publisher_may_not_link_to_is_left_out() -> None:
    page = open_tray(make_session(hosts=()), "code")
    assert page.code_viewer.codes and "https:" not in "".join(code.payload for code in page.code_viewer.codes)


def test_many_events_make_several_codes_without_loss() -> None:
    ids = [event.id for event in busy.CROWD]
    page = open_tray(busy_session(), *ids)
    assert sorted(event_ids(page)) == sorted(ids)
    assert all(f"• {event.title['en']}" in texts(page).splitlines() for event in busy.CROWD)
    assert str(page.code_viewer.position).startswith("1 / ")


def test_the_tray_is_cleared_between_visits() -> None:
    shell = Shell(make_session())
    shell.goHome()
    shell.pages.tray.toggle("code")
    shell.open("tray")
    shell.showAttract()
    assert shell.pages.tray.marked == []
    shell.goHome()
    shell.pages.tray.toggle("code")
    shell.idle_timer.expired.emit()
    assert shell.pages.tray.marked == []


def test_events_that_the_programme_no_longer_has_are_unmarked() -> None:
    session = make_session()
    page = open_tray(session, "code", "full")
    assert session.programme
    session.programme = make_session(database=database_with_events(*busy.EVENTS)).programme
    page.refresh()
    assert (page.marked, page.code_viewer.codes) == ([], [])


def test_a_past_event_stays_in_the_tray() -> None:
    page = open_tray(make_session(now=NOW + 400 * 86400), "code")
    assert field_values(page.events.rows, "eventId") == ["code"]
    assert texts(page).startswith("• Love to Code e\n") and event_ids(page) == []


def test_all_marked_events_are_printed() -> None:
    page = open_tray(make_session(), "tour", "code")
    requests: list[list[str]] = []
    page.print_state.requested.connect(requests.append)
    page.print()
    assert requests == [["code", "tour", "--kind", "choice", "--paper", "A4"]]
