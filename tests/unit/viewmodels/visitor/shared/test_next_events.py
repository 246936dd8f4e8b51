"""The events that come next, for the place that a short list or text leaves free."""

from dataclasses import replace

from kiosk.viewmodels.visitor.past import PastPage
from kiosk.viewmodels.visitor.shared.next_events import FEW, MOST, after_list, next_events
from kiosk.viewmodels.visitor.theme import ThemePage
from tests.unit.store.sample import CODE
from tests.unit.viewmodels.sessions import database_with_events, field_values, make_session

CROWD = [replace(CODE, id=f"code-{number:02}") for number in range(30)]


def test_known_events_are_left_out_and_the_number_is_kept() -> None:
    session = make_session(database=database_with_events(*CROWD))
    rows = next_events(session, ["code-00", "code-02"], 3, theme="innovation")
    assert field_values(rows, "eventId") == ["code-01", "code-03", "code-04"]


def test_after_a_list_of_a_few_comes_what_is_not_in_it() -> None:
    session = make_session(database=database_with_events(*CROWD))
    assert session.programme is not None
    found = session.programme.catalogue.find_events(session.now)
    assert field_values(after_list(session, found[:FEW]), "eventId")[0] == f"code-{FEW:02}"
    assert len(after_list(session, found[:FEW])) == MOST
    assert not after_list(session, found[: FEW + 1])


def test_a_theme_is_followed_by_the_others_unless_it_is_filtered() -> None:
    page = ThemePage(make_session())
    page.open("innovation")
    listed = set(field_values(page.events.rows, "eventId"))
    following = set(field_values(page.nextEvents.rows, "eventId"))
    assert following
    assert not listed & following
    page.filter_by_place("almaty")
    assert not page.nextEvents.rows
    page.open("")
    assert not page.nextEvents.rows


def test_a_page_that_is_left_has_none() -> None:
    page = PastPage(make_session())
    page.open()
    assert page.nextEvents.rows
    page.reset()
    assert not page.nextEvents.rows
