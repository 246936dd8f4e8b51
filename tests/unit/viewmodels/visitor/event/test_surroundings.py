"""What an event's page shows where its text leaves room: places on a map, other events of the theme."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.base.model import Event, Reach
from kiosk.viewmodels.visitor.event.page import EventPage
from kiosk.viewmodels.visitor.event.surroundings import Surroundings
from tests.unit.store.sample import ALMATY, CODE, CORNER, CORNERS, LOUISVILLE, PROGRAMME, TALK, TOUR, text
from tests.unit.viewmodels.sessions import database_with_venues, field_values, make_session

ASTANA = replace(ALMATY, id="astana", name=text("Astana"), city="astana", latitude=51.17, longitude=71.43)
VENUES = (*(venue for venue in PROGRAMME.venues if venue.id != ASTANA.id), ASTANA)


def surroundings(event: Event, *others: Event, **changes: Any) -> Surroundings:
    """What surrounds an event of a programme with these others, filled."""
    session = make_session(database=database_with_venues(VENUES, event, *others), **changes)
    assert session.programme is not None
    found = Surroundings(session)
    found.load(session.programme.catalogue.event(event.id))
    assert not found.isFilled
    assert not found.events.rows
    found.fill()
    return found


def test_the_other_coming_events_of_the_theme_are_there_at_most_four() -> None:
    others = [replace(CODE, id=f"code-{number}") for number in range(6)]
    found = surroundings(CODE, replace(CODE, id="talk", theme="friendship"), *others)
    assert field_values(found.events.rows, "eventId") == [f"code-{number}" for number in range(4)]


def test_a_place_on_the_map_is_shown_by_the_name_of_its_city() -> None:
    found = surroundings(replace(CODE, places=(CORNER, ASTANA)))
    assert found.place == "Almaty e · Astana e"
    assert found.drawing(400, 240, 24).count(",1,1") == 2


@pytest.mark.parametrize("places", [(), (CORNERS,), (LOUISVILLE,)])
def test_without_a_place_on_the_map_there_is_none(places: Any) -> None:
    found = surroundings(replace(CODE, places=places))
    assert (found.place, found.drawing(400, 240, 24)) == ("", "")


def test_nobody_needs_a_map_of_this_room() -> None:
    event = replace(CODE, places=(CORNER,))
    assert surroundings(event, corner=CORNER.id).place == ""
    assert surroundings(event, corner="elsewhere").place == "Almaty e"


def test_a_route_is_drawn_in_the_colour_of_its_theme() -> None:
    route = replace(CODE, places=(ALMATY, ASTANA), reach=Reach.ROUTE)
    assert "routes=&" not in surroundings(route).drawing(400, 240, 24)
    assert "routes=&" in surroundings(replace(route, reach=Reach.PLACES)).drawing(400, 240, 24)


def test_before_its_layout_the_map_is_not_drawn() -> None:
    assert surroundings(CODE).drawing(0, 240, 24) == ""


def test_another_event_begins_anew_and_a_change_of_language_shows_in_the_texts() -> None:
    session = make_session(database=database_with_venues(VENUES, CODE, TALK, TOUR))
    page = EventPage(session)
    page.open("code")
    page.surroundings.fill()
    session.language = "kk"
    page.refresh()
    assert page.surroundings.place == "Almaty k"
    page.open("talk")
    assert not page.surroundings.isFilled
    assert page.surroundings.place == ""
    page.reset()
    page.surroundings.fill()
    assert not page.surroundings.events.rows
