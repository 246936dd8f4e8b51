"""The map page: its lists, routes, labels and pins, and what a touch opens."""

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
UNITED_STATES = Venue("states", VenueKind.COUNTRY, text("States"))
CITY_WITHOUT_EVENTS = Venue("quiet", VenueKind.CITY, text("Quiet"), "quiet", {}, 50.28, 57.17)
CORNER_WITHOUT_EVENTS = Venue("corner-quiet", VenueKind.CORNER, text("Quiet Corner"), "quiet")
CORNER_WITHOUT_CITY = Venue("corner-alone", VenueKind.CORNER, text("Alone"), "", {}, 47.1, 51.92)
VENUES = (
    ALMATY,
    ASTANA,
    TARAZ,
    SAMARKAND,
    MOSCOW,
    UNITED_STATES,
    CITY_WITHOUT_EVENTS,
    CORNER,
    CORNER_WITHOUT_EVENTS,
    CORNER_WITHOUT_CITY,
)


def make_event(id: str, *places: Venue, **facts: object) -> Event:
    event = replace(CODE, id=id, places=places, occurrences=(Occurrence(APRIL_9),), media=())
    return replace(event, **facts)  # type: ignore[arg-type]


EVENTS = (
    make_event("one", ALMATY),
    make_event("two", ALMATY, ASTANA),
    make_event("three", CORNER, MOSCOW),
    make_event("abroad", UNITED_STATES),
    make_event("run", SAMARKAND, MOSCOW, TARAZ, CORNER, reach=Reach.ROUTE, title=text("Run")),
)


@pytest.fixture
def session() -> Session:
    return make_session(database=database_with_venues(VENUES, *EVENTS), corner="corner-quiet")


def open_page(session: Session, width: int = 1176, height: int = 690, type_size: int = 24) -> MapPage:
    """Open the page and lay it out as the screen does."""
    page = MapPage(session)
    page.open()
    font = QFont()
    font.setPixelSize(type_size)
    page.layOut(width, height, 1.0, font)
    return page


def test_the_lists_have_all_places(session: Session) -> None:
    page = open_page(session)
    assert field_values(page.cities.rows, "targetId") == [
        "quiet", "almaty", "astana", "samarkand", "taraz", "corner-alone",
    ]  # fmt: skip
    assert field_values(page.cities.rows, "description") == [
        "no events at the moment · American Corner · you\u00a0are\u00a0here",
        "4 events · American Corner",
        "1 event",
        "1 event",
        "1 event",
        "no events at the moment · American Corner",
    ]
    assert [(row.targetId, row.description) for row in page.elsewhere.rows] == [
        ("moscow", "2 events"),
        ("states", "1 event"),
    ]


def test_a_route_is_described_in_order_and_drawn_within_the_map(session: Session) -> None:
    page = open_page(session)
    (route,) = page.routes.rows
    assert (route.targetId, route.title, route.colour) == ("run", "Run e", "#0A6C9B")
    assert route.description == "Samarkand e → Moscow e → Taraz e → Corner e"
    colour, *points = dict(part.split("=") for part in page.drawing.split("&"))["routes"].split(",")
    assert (colour, len(points)) == ("0A6C9B", 6)
    assert sorted(points[::2], key=float) == points[::2], "from west to east"


def test_a_route_with_one_stop_on_the_map_is_not_drawn() -> None:
    route = make_event("away", ALMATY, MOSCOW, reach=Reach.ROUTE)
    page = open_page(make_session(database=database_with_venues(VENUES, route)))
    assert field_values(page.routes.rows, "description") == ["Almaty e → Moscow e"]
    assert "&routes=&" in page.drawing


def test_the_labels_on_the_map(session: Session) -> None:
    labels = {row.text: row for row in open_page(session).labels.rows}
    assert labels.keys() == {
        "Quiet e\nyou\u00a0are\u00a0here",
        "Almaty e · 4",
        "Astana e · 1",
        "Samarkand e · 1",
        "Taraz e · 1",
        "Alone e",
    }
    assert [row.text for row in labels.values() if row.isHere] == ["Quiet e\nyou\u00a0are\u00a0here"]
    assert labels["Almaty e · 4"].label == "Almaty e · 4 events · American Corner"
    assert all(min(row.touchWidth, row.touchHeight) >= 88 for row in labels.values())
    assert all(row.visibleWidth <= row.touchWidth for row in labels.values())


@pytest.mark.parametrize("type_size", [24, 30, 36, 48])
@pytest.mark.parametrize("size", [(1176, 690), (694, 640), (936, 592)])
def test_no_two_labels_overlap_at_any_font_size(
    size: tuple[int, int], type_size: int, session: Session
) -> None:
    for language in ("kk", "ru", "en"):
        session.language = language
        rows = open_page(session, *size, type_size).labels.rows
        boxes = [
            Box(row.touchX, row.touchY, row.touchX + row.touchWidth, row.touchY + row.touchHeight)
            for row in rows
        ]
        assert len(boxes) > 2
        assert all(Box(0, 0, *size).contains(box) for box in boxes)
        assert not any(first.expanded(15.9).overlaps(second) for first, second in combinations(boxes, 2))


def test_a_pin_opens_its_city(session: Session) -> None:
    page = open_page(session)
    texts = field_values(page.labels.rows, "text")
    assert page.selectPin(texts.index("Taraz e · 1")) == "taraz"
    assert not page.isFiltered


def test_a_touch_near_a_disc_selects_its_pin(session: Session) -> None:
    page = open_page(session)
    discs = dict(part.split("=") for part in page.drawing.split("&"))["discs"].split(";")
    for index, disc in enumerate(discs):
        x, y = map(float, disc.split(",")[:2])
        assert page.nearestPin(x + 2, y) == index
    assert page.nearestPin(5, 5) == -1
    assert MapPage(session).nearestPin(5, 5) == -1


def test_on_a_small_map_a_combined_pin_filters_the_lists(session: Session) -> None:
    signals: list[bool] = []
    page = open_page(session, 420, 300)
    page.contentReplaced.connect(lambda: signals.append(True))
    combined = [index for index, row in enumerate(page.labels.rows) if "more" in row.text]
    assert combined
    assert page.selectPin(combined[0]) == ""
    assert page.isFiltered and signals
    titles = field_values(page.cities.rows, "title")
    assert 1 < len(titles) < 6
    assert all(title in page.labels.rows[combined[0]].label for title in titles)
    assert (len(page.routes.rows), len(page.elsewhere.rows)) == (0, 0)
    view_state = page.view_state
    page.showAll()
    assert len(page.cities.rows) == 6
    page.restore(view_state)
    assert field_values(page.cities.rows, "title") == titles
    page.reset()
    assert not page.isFiltered


def test_a_refresh_follows_the_language(session: Session) -> None:
    page = open_page(session)
    session.language = "kk"
    page.refresh()
    assert "Quiet k\nсіз\u00a0осындасыз" in field_values(page.labels.rows, "text")
    assert page.cities.rows[1].description == "4 іс-шара · Американ бұрышы"


def test_a_long_label_is_wrapped() -> None:
    long = replace(ALMATY, name={"en": "The Corner beside the river behind the old station"})
    page = open_page(make_session(database=database_with_venues((long,), make_event("one", long))))
    assert field_values(page.labels.rows, "text") == [
        "The Corner beside the\nriver behind the old\nstation · 1"
    ]


def test_show_more_extends_a_long_list() -> None:
    cities = [
        Venue(f"c{n}", VenueKind.CITY, text(f"City {n}"), f"c{n}", {}, 44 + n % 10, 55 + n / 2)
        for n in range(PAGE_SIZE + 3)
    ]
    page = open_page(make_session(database=database_with_venues(cities, make_event("all", *cities))))
    assert (len(page.cities.rows), page.hasMore) == (PAGE_SIZE, True)
    page.showMore()
    page.showMore()
    assert (len(page.cities.rows), page.hasMore) == (PAGE_SIZE + 3, False)


def test_without_a_programme_the_map_is_empty() -> None:
    empty = make_session()
    empty.programme = None
    page = open_page(empty)
    assert (len(page.cities.rows), len(page.labels.rows), page.drawing) == (0, 0, "")


def test_places_without_coordinates_are_only_listed() -> None:
    page = open_page(make_session(database=database_with_events(TOUR), now=NOW))
    assert field_values(page.elsewhere.rows, "targetId") == ["astana"]
    assert field_values(page.cities.rows, "targetId") == ["almaty"]


def test_a_city_opens_its_events_and_back_returns_to_the_map(session: Session) -> None:
    shell = Shell(session)
    shell.goHome()
    shell.open("map")
    shell.openPlace("astana")
    assert shell.page == "theme"
    assert field_values(shell.pages.theme.events.rows, "eventId") == ["two"]
    assert shell.pages.theme.view_state.city == "astana"
    shell.back()
    assert shell.page == "map"


@pytest.mark.parametrize(
    ("place", "events"), [("states", ["abroad"]), ("quiet", []), ("no-such-place", None)]
)
def test_places_that_are_no_cities_open_their_events(
    session: Session, place: str, events: list[str] | None
) -> None:
    shell = Shell(session)
    shell.openPlace(place)
    all_events = ["abroad", "one", "run", "three", "two"]
    assert sorted(field_values(shell.pages.theme.events.rows, "eventId")) == (
        all_events if events is None else events
    )
    chosen = [kind.label for kind in shell.pages.theme.filters.kinds.rows if kind.chosen]
    assert chosen == ([f"{place.capitalize()} e"] if events is not None else [])
