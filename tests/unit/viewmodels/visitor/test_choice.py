"""The page of a first choice: its list, its title, and how it is restored."""

from kiosk.programme.choices import Choice
from kiosk.viewmodels.visitor.choice import ChoicePage
from tests.unit.store.busy import Occurrence, event, timed
from tests.unit.store.sample import CORNER
from tests.unit.viewmodels.sessions import database_with_events, field_values, make_session

EVENTS = (
    event("evening", Occurrence(timed("2016-04-03", "18:00", "19:00")), place=CORNER),
    event("afternoon", Occurrence(timed("2016-04-03", "15:00", "16:00")), place=CORNER),
)


def make_page(**changes: bool) -> ChoicePage:
    """The page of a Corner with two events today."""
    return ChoicePage(
        make_session(database=database_with_events(*EVENTS), corner="corner-almaty", **changes)  # type: ignore[arg-type]
    )


def test_a_choice_has_a_title_a_date_and_its_events() -> None:
    page = make_page()
    page.open("evening")
    assert (page.title, page.tagline) == ("This evening", "Sunday, 3 April")
    assert field_values(page.events.rows, "eventId") == ["evening"]
    page.open("today")
    assert page.title == "Today"
    assert field_values(page.events.rows, "eventId") == ["afternoon", "evening"]


def test_going_back_shows_the_choice_again() -> None:
    page = make_page()
    opened: list[None] = []
    page.opened.connect(lambda: opened.append(None))
    page.open("evening")
    state = page.view_state
    page.restore(state)
    assert len(opened) == 1, "the list does not keep its place"
    page.open("today")
    page.restore(state)
    assert (page.title, len(opened)) == ("This evening", 3)


def test_after_the_visitor_has_left_it_is_empty() -> None:
    page = make_page()
    page.open("today")
    page.reset()
    assert page.view_state is None and len(page.events.rows) == 0
    page.refresh()
    assert len(page.events.rows) == 0


def test_without_a_clock_there_is_no_list() -> None:
    page = make_page(trusted=False)
    page.open(Choice.EVENING.value)
    assert len(page.events.rows) == 0
