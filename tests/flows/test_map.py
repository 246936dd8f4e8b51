"""A visitor opens cities, routes and places outside the map from the map page, and goes back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF

from kiosk.app.window import KioskWindow
from tests.flows.gestures import drag, touch
from tests.flows.visitor import run_kiosk
from tests.screen_kit import find, items, settle, tap, tap_targets, texts, window

SIZES = ["1920x1080", "1080x1920"]


def open_map(shown: KioskWindow) -> None:
    tap(shown, "attract")
    tap(shown, "dock-map")
    settle()


def label_items(shown: KioskWindow) -> dict[str, str]:
    """The text of each label on the map -> the object name of its item."""
    labels = (item for item in tap_targets(shown) if item.property("visibleWidth"))
    return {str(item.property("text")): item.objectName() for item in labels}


def disc_position(shown: KioskWindow, number: int) -> QPoint:
    """The position of a disc in the window; `number` is that of its label."""
    (surface,) = [item for item in items(shown) if item.metaObject().className().startswith("CityMap")]
    discs = dict(part.split("=") for part in shown.shell.pages.map.drawing.split("&"))["discs"].split(";")
    x, y = map(float, discs[number].split(",")[:2])
    return surface.mapToScene(QPointF(x, y)).toPoint()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "city", "chosen"),
    [
        ("en", "Oskemen · 3", "Oskemen"),
        ("kk", "Өскемен · 3", "Өскемен"),
        ("ru", "Усть-Каменогорск · 3", "Усть-Каменогорск"),
    ],
)
def test_a_city_leads_to_its_events_and_back(
    size: str, language: str, city: str, chosen: str, april: Path
) -> None:
    with window(april, size, language=language) as shown:
        open_map(shown)
        touch(shown, find(shown, label_items(shown)[city]).mapToScene(QPointF(44, 44)).toPoint())
        assert shown.shell.page == "theme"
        assert find(shown, chosen).property("chosen")
        cards = [item for item in tap_targets(shown) if item.objectName().startswith("event-")]
        assert len(cards) == 3
        tap(shown, "back")
        assert shown.shell.page == "map"
        assert city in label_items(shown)


@pytest.mark.parametrize("size", SIZES)
def test_a_disc_can_be_touched_like_its_name(size: str, april: Path) -> None:
    with window(april, size) as shown:
        open_map(shown)
        names = label_items(shown)
        number = int(names["Taraz · 1"].removeprefix("tag-"))
        touch(shown, disc_position(shown, number))
        assert shown.shell.page == "theme"
        assert find(shown, "Taraz").property("chosen")


def test_a_touch_that_ends_at_another_disc_does_nothing(april: Path) -> None:
    with window(april) as shown:
        open_map(shown)
        names = label_items(shown)
        start, end = (
            disc_position(shown, int(names[name].removeprefix("tag-")))
            for name in ("Taraz · 1", "Astana · 5")
        )
        drag(shown, start, end)
        assert shown.shell.page == "map"


@pytest.mark.parametrize("size", SIZES)
def test_the_list_has_cities_routes_and_places_outside_the_map(size: str, april: Path) -> None:
    with window(april, size, corner="american-corner-almaty") as shown:
        open_map(shown)
        shown_texts = texts(shown)
        for expected in (
            "Cities",
            "Routes",
            "Across the country and abroad",
            "United States",
            "7 events · American Corner · you\u00a0are\u00a0here",
        ):
            assert expected in shown_texts, shown_texts
        assert "Samarkand → Shymkent → Taraz → Bishkek → Almaty" in shown_texts
        assert "Almaty · 7\nyou\u00a0are\u00a0here" in label_items(shown)
        tap(shown, "place-almaty")
        assert find(shown, "Almaty").property("chosen")
        tap(shown, "back")
        shown.shell.openPlace("united-states")
        settle()
        assert find(shown, "United States").property("chosen")
        tap(shown, "back")
        find(shown, "route-ultra-marathon").tapped.emit()
        settle()
        assert shown.shell.pages.event.eventId == "ultra-marathon"


def test_a_change_of_language_keeps_the_page_and_its_labels(april: Path) -> None:
    with window(april, "1080x1920") as shown:
        open_map(shown)
        tap(shown, "Қазақша")
        assert shown.shell.page == "map"
        assert {"Самарқан · 1", "Шымкент · 1", "Тараз · 1", "Бішкек · 1"} <= label_items(shown).keys()


@pytest.mark.xdist_group("xvfb")
def test_the_map_on_an_x_server(april: Path, tmp_path: Path) -> None:
    with run_kiosk(tmp_path, april, settings='language = "kk"\ncorner = "american-corner-almaty"') as visitor:
        visitor.tap("attract")
        visitor.tap("dock-map")
        visitor.expect_texts("Картадағы іс-шаралар", "Алматы · 7\nсіз\u00a0осындасыз")
        visitor.tap(label_items(visitor.twin)["Астана · 5"])
        visitor.tap("back")
        visitor.expect_texts("Картадағы іс-шаралар")
    assert (tmp_path / "kiosk.log").read_text("utf-8") == ""
