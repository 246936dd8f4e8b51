"""The page of past events, most recent first."""

from typing import Any

from kiosk.viewmodels.visitor.past import PastPage
from tests.unit.store.sample import NOW
from tests.unit.viewmodels.sessions import field_values, make_session


def open_page(**changes: Any) -> PastPage:
    """The page, opened."""
    page = PastPage(make_session(**changes))
    page.open()
    return page


def test_the_most_recent_event_is_first() -> None:
    assert field_values(open_page(now=NOW + 20 * 86400).events.rows, "eventId") == ["closed", "full", "talk"]
    assert field_values(open_page().events.rows, "flagText") == ["Over", ""]


def test_an_event_marked_as_over_is_past_before_its_date() -> None:
    assert open_page(now=NOW - 400 * 86400).events.count > 0
    assert field_values(open_page(now=NOW - 400 * 86400).events.rows, "eventId") == ["closed"]


def test_with_an_untrusted_clock_only_events_marked_as_over_are_past() -> None:
    assert field_values(open_page(trusted=False).events.rows, "eventId") == ["closed"]


def test_after_a_reset_a_refresh_shows_nothing() -> None:
    page = open_page()
    page.reset()
    page.refresh()
    assert not page.events.rows
