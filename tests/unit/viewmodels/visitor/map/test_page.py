"""The map page: which places are on it, what is said of them, where a touch leads."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtGui import QFont

from kiosk.base.model import Event, Occurrence, Reach, Venue, VenueKind
from kiosk.map.geometry import Box
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.visitor.map.page import PAGE_SIZE, MapPage
from tests.unit.store.sample import ALMATY, APRIL_9, CODE, CORNER, NOW, TOUR, text
from tests.unit.viewmodels.sessions import (
    database_with_events,
    database_with_venues,
    field_values,
    make_session,
)

ASTANA = Venue("astana", VenueKind.CITY, text("Astana"), "astana", {}, 51.18, 71.45)
TARAZ = Venue("taraz", VenueKind.CITY, text("Taraz"), "taraz", {}, 42.9, 71.37)
SAMARKAND = Venue("samarkand", VenueKind.CITY, text("Samarkand"), "samarkand", {}, 39.65, 66.96)
MOSCOW = Venue("moscow", VenueKind.CITY, text("Moscow"), "moscow", {}, 55.75, 37.62)
STATES = Venue("states", VenueKind.COUNTRY, text("States"))
QUIET = Venue("quiet", VenueKind.CITY, text("Quiet"), "quiet", {}, 50.28, 57.17)
QUIET_CORNER = Venue("corner-quiet", VenueKind.CORNER, text("Quiet Corner"), "quiet")
ALONE = Venue("corner-alone", VenueKind.CORNER, text("Alone"), "", {}, 47.1, 51.92)
VENUES = (ALMATY, ASTANA, TARAZ, SAMARKAND, MOSCOW, STATES, QUIET, CORNER, QUIET_CORNER, ALONE)


def event(id: str, *places: Venue, **facts: object) -> Event:
    whole = replace(CODE, id=id, places=places, occurrences=(Occurrence(APRIL_9),), media=())
    return replace(whole, **facts)  # type: ignore[arg-type]


EVENTS = (
    event("one", ALMATY),
    event("two", ALMATY, ASTANA),
    event("three", CORNER, MOSCOW),
    event("abroad", STATES),
    event("run", SAMARKAND, MOSCOW, TARAZ, CORNER, reach=Reach.ROUTE, title=text("Run")),
)


@pytest.fixture
def visitor() -> Session:
    return make_session(database=database_with_venues(VENUES, *EVENTS), corner="corner-quiet")


def page(visitor: Session, wide: int = 1176, high: int = 690, type_size: int = 24) -> MapPage:
    """The page as the screen opens it."""
    shown = MapPage(visitor)
    shown.open()
    font = QFont()
    font.setPixelSize(type_size)
    shown.layOut(wide, high, 1.0, font)
    return shown


def test_the_lists_hold_all_places(visitor: Session) -> None:
    shown = page(visitor)
    assert field_values(shown.cities.rows, "targetId") == [
        "quiet", "almaty", "astana", "samarkand", "taraz", "corner-alone",
    ]  # fmt: skip
    assert field_values(shown.cities.rows, "description") == [
        "no events at the moment · American Corner · you\u00a0are\u00a0here",
        "4 events · American Corner",
        "1 event",
        "1 event",
        "1 event",
        "no events at the moment · American Corner",
    ]
    assert [(row.targetId, row.description) for row in shown.elsewhere.rows] == [
        ("moscow", "2 events"),
        ("states", "1 event"),
    ]


def test_a_route_is_told_in_its_order_and_drawn_as_far_as_the_map_goes(visitor: Session) -> None:
    shown = page(visitor)
    (route,) = shown.routes.rows
    assert (route.targetId, route.title, route.colour) == ("run", "Run e", "#0A6C9B")
    assert route.description == "Samarkand e → Moscow e → Taraz e → Corner e"
    colour, *points = dict(part.split("=") for part in shown.drawing.split("&"))["routes"].split(",")
    assert (colour, len(points)) == ("0A6C9B", 6)
    assert sorted(points[::2], key=float) == points[::2], "from west to east"


def test_a_route_that_leaves_the_map_is_only_told() -> None:
    away = event("away", ALMATY, MOSCOW, reach=Reach.ROUTE)
    shown = page(make_session(database=database_with_venues(VENUES, away)))
    assert field_values(shown.routes.rows, "description") == ["Almaty e → Moscow e"]
    assert "&routes=&" in shown.drawing


def test_the_names_on_the_map(visitor: Session) -> None:
    tags = {row.text: row for row in page(visitor).labels.rows}
    assert tags.keys() == {
        "Quiet e\nyou\u00a0are\u00a0here",
        "Almaty e · 4",
        "Astana e · 1",
        "Samarkand e · 1",
        "Taraz e · 1",
        "Alone e",
    }
    assert [row.text for row in tags.values() if row.isHere] == ["Quiet e\nyou\u00a0are\u00a0here"]
    assert tags["Almaty e · 4"].label == "Almaty e · 4 events · American Corner"
    assert all(min(row.touchWidth, row.touchHeight) >= 88 for row in tags.values())
    assert all(row.visibleWidth <= row.touchWidth for row in tags.values())


@pytest.mark.parametrize("type_size", [24, 30, 36, 48])
@pytest.mark.parametrize("room", [(1176, 690), (694, 640), (936, 592)])
def test_no_two_names_collide_at_any_size_of_type(
    room: tuple[int, int], type_size: int, visitor: Session
) -> None:
    for language in ("kk", "ru", "en"):
        visitor.language = language
        rows = page(visitor, *room, type_size).labels.rows
        boxes = [
            Box(row.touchX, row.touchY, row.touchX + row.touchWidth, row.touchY + row.touchHeight)
            for row in rows
        ]
        assert len(boxes) > 2
        assert all(Box(0, 0, *room).contains(box) for box in boxes)
        assert not any(one.expanded(15.9).overlaps(other) for one, other in combinations(boxes, 2))


def test_a_pin_leads_to_its_city(visitor: Session) -> None:
    shown = page(visitor)
    words = field_values(shown.labels.rows, "text")
    assert shown.selectPin(words.index("Taraz e · 1")) == "taraz"
    assert not shown.isFiltered


def test_a_touch_near_a_disc_counts_for_it(visitor: Session) -> None:
    shown = page(visitor)
    discs = dict(part.split("=") for part in shown.drawing.split("&"))["discs"].split(";")
    for tag, disc in enumerate(discs):
        x, y = map(float, disc.split(",")[:2])
        assert shown.nearestPin(x + 2, y) == tag
    assert shown.nearestPin(5, 5) == -1
    assert MapPage(visitor).nearestPin(5, 5) == -1


def test_on_a_small_map_several_places_are_one_pin_and_a_list_of_their_own(visitor: Session) -> None:
    turned: list[bool] = []
    shown = page(visitor, 420, 300)
    shown.contentReplaced.connect(lambda: turned.append(True))
    several = [place for place, row in enumerate(shown.labels.rows) if "more" in row.text]
    assert several
    assert shown.selectPin(several[0]) == ""
    assert shown.isFiltered and turned
    listed = field_values(shown.cities.rows, "title")
    assert 1 < len(listed) < 6
    assert all(title in shown.labels.rows[several[0]].label for title in listed)
    assert (len(shown.routes.rows), len(shown.elsewhere.rows)) == (0, 0)
    left = shown.view_state
    shown.showAll()
    assert len(shown.cities.rows) == 6
    shown.restore(left)
    assert field_values(shown.cities.rows, "title") == listed
    shown.reset()
    assert not shown.isFiltered


def test_it_follows_the_language(visitor: Session) -> None:
    shown = page(visitor)
    visitor.language = "kk"
    shown.refresh()
    assert "Quiet k\nсіз\u00a0осындасыз" in field_values(shown.labels.rows, "text")
    assert shown.cities.rows[1].description == "4 іс-шара · Американ бұрышы"


def test_a_long_name_has_several_lines() -> None:
    long = replace(ALMATY, name={"en": "The Corner beside the river behind the old station"})
    shown = page(make_session(database=database_with_venues((long,), event("one", long))))
    assert field_values(shown.labels.rows, "text") == [
        "The Corner beside the\nriver behind the old\nstation · 1"
    ]


def test_a_long_list_grows_when_asked() -> None:
    cities = [
        Venue(f"c{n}", VenueKind.CITY, text(f"City {n}"), f"c{n}", {}, 44 + n % 10, 55 + n / 2)
        for n in range(PAGE_SIZE + 3)
    ]
    shown = page(make_session(database=database_with_venues(cities, event("all", *cities))))
    assert (len(shown.cities.rows), shown.hasMore) == (PAGE_SIZE, True)
    shown.showMore()
    shown.showMore()
    assert (len(shown.cities.rows), shown.hasMore) == (PAGE_SIZE + 3, False)


def test_without_a_programme_there_is_nothing() -> None:
    empty = make_session()
    empty.programme = None
    shown = page(empty)
    assert (len(shown.cities.rows), len(shown.labels.rows), shown.drawing) == (0, 0, "")


def test_without_coordinates_or_events_all_is_said_in_words() -> None:
    nowhere = page(make_session(database=database_with_events(TOUR), now=NOW))
    assert field_values(nowhere.elsewhere.rows, "targetId") == ["astana"]
    assert field_values(nowhere.cities.rows, "targetId") == ["almaty"]


def test_a_city_opens_its_events_and_the_way_back_is_the_map(visitor: Session) -> None:
    shell = Shell(visitor)
    shell.goHome()
    shell.open("map")
    shell.openPlace("astana")
    assert shell.page == "theme"
    assert field_values(shell.theme_page.events.rows, "eventId") == ["two"]
    assert shell.theme_page.view_state.city == "astana"
    shell.back()
    assert shell.page == "map"


@pytest.mark.parametrize(
    ("place", "events"), [("states", ["abroad"]), ("quiet", []), ("no-such-place", None)]
)
def test_what_is_no_city_has_its_events_too(visitor: Session, place: str, events: list[str] | None) -> None:
    shell = Shell(visitor)
    shell.openPlace(place)
    every = ["abroad", "one", "run", "three", "two"]
    assert sorted(field_values(shell.theme_page.events.rows, "eventId")) == (
        every if events is None else events
    )
    chosen = [kind.label for kind in shell.theme_page.filters.kinds.rows if kind.chosen]
    assert chosen == ([f"{place.capitalize()} e"] if events is not None else [])
