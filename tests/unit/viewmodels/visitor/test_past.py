"""What has been, most recent first."""

from typing import Any

from kiosk.viewmodels.visitor.past import PastPage
from tests.unit.store.sample import NOW
from tests.unit.viewmodels.sessions import field_values, make_session


def page(**changes: Any) -> PastPage:
    """The page, opened."""
    found = PastPage(make_session(**changes))
    found.open()
    return found


def test_the_most_recent_comes_first() -> None:
    assert field_values(page(now=NOW + 20 * 86400).events.rows, "eventId") == ["closed", "full", "talk"]
    assert field_values(page().events.rows, "flagText") == ["Over", ""]


def test_before_the_first_event_it_is_empty() -> None:
    assert page(now=NOW - 400 * 86400).events.count > 0
    assert field_values(page(now=NOW - 400 * 86400).events.rows, "eventId") == ["closed"]


def test_a_wrong_clock_hides_nothing_as_past() -> None:
    assert field_values(page(trusted=False).events.rows, "eventId") == ["closed"]


def test_what_a_visitor_has_left_is_shown_to_nobody() -> None:
    left = page()
    left.reset()
    left.refresh()
    assert not left.events.rows
