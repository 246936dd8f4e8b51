"""A visitor's way over the map: to a city, along a route, to what is elsewhere, and back again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.app.window import KioskWindow
from tests.flows.visitor import visitor
from tests.screen_kit import find, items, settle, tap, tap_targets, texts, window

SIZES = ["1920x1080", "1080x1920"]
FINGER = QTest.createTouchDevice()


def open_map(shown: KioskWindow) -> None:
    tap(shown, "attract")
    tap(shown, "dock-map")
    settle()


def tags(shown: KioskWindow) -> dict[str, str]:
    """What is written on the map, and the names of the items it is written on."""
    labels = (item for item in tap_targets(shown) if item.property("visibleWidth"))
    return {str(item.property("text")): item.objectName() for item in labels}


def touch(shown: KioskWindow, point: QPoint) -> None:
    """Put a finger on the screen and take it away again."""
    QTest.touchEvent(shown.view, FINGER).press(0, point, shown.view).commit()
    QTest.touchEvent(shown.view, FINGER).release(0, point, shown.view).commit()
    settle()


def on_the_map(shown: KioskWindow, tag: int) -> QPoint:
    """Where a disc is in the window."""
    (surface,) = [item for item in items(shown) if item.metaObject().className().startswith("CityMap")]
    discs = dict(part.split("=") for part in shown.shell.current.drawing.split("&"))["discs"].split(";")
    x, y = map(float, discs[tag].split(",")[:2])
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
        touch(shown, find(shown, tags(shown)[city]).mapToScene(QPointF(44, 44)).toPoint())
        assert shown.shell.page == "theme"
        assert find(shown, chosen).property("chosen")
        cards = [item for item in tap_targets(shown) if item.objectName().startswith("event-")]
        assert len(cards) == 3
        tap(shown, "back")
        assert shown.shell.page == "map"
        assert city in tags(shown)


@pytest.mark.parametrize("size", SIZES)
def test_a_disc_can_be_touched_like_its_name(size: str, april: Path) -> None:
    with window(april, size) as shown:
        open_map(shown)
        names = tags(shown)
        tag = int(names["Taraz · 1"].removeprefix("tag-"))
        touch(shown, on_the_map(shown, tag))
        assert shown.shell.page == "theme"
        assert find(shown, "Taraz").property("chosen")


def test_a_touch_that_ends_at_another_disc_does_nothing(april: Path) -> None:
    with window(april) as shown:
        open_map(shown)
        names = tags(shown)
        start, end = (
            on_the_map(shown, int(names[name].removeprefix("tag-"))) for name in ("Taraz · 1", "Astana · 5")
        )
        QTest.mousePress(shown.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(shown.view, end)
        QTest.mouseRelease(shown.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        settle()
        assert shown.shell.page == "map"


@pytest.mark.parametrize("size", SIZES)
def test_the_list_has_cities_routes_and_what_is_elsewhere(size: str, april: Path) -> None:
    with window(april, size, corner="american-corner-almaty") as shown:
        open_map(shown)
        said = texts(shown)
        for words in (
            "Cities",
            "Routes",
            "Across the country and abroad",
            "United States",
            "7 events · American Corner · you\u00a0are\u00a0here",
        ):
            assert words in said, said
        assert "Samarkand → Shymkent → Taraz → Bishkek → Almaty" in said
        assert "Almaty · 7\nyou\u00a0are\u00a0here" in tags(shown)
        tap(shown, "place-almaty")
        assert find(shown, "Almaty").property("chosen")
        tap(shown, "back")
        shown.shell.openPlace("united-states")
        settle()
        assert find(shown, "United States").property("chosen")
        tap(shown, "back")
        find(shown, "route-ultra-marathon").tapped.emit()
        settle()
        assert shown.shell.event_page.eventId == "ultra-marathon"


def test_a_change_of_language_keeps_the_place_and_moves_no_name_onto_another(april: Path) -> None:
    with window(april, "1080x1920") as shown:
        open_map(shown)
        tap(shown, "Қазақша")
        assert shown.shell.page == "map"
        assert {"Самарқан · 1", "Шымкент · 1", "Тараз · 1", "Бішкек · 1"} <= tags(shown).keys()


@pytest.mark.xdist_group("xvfb")
def test_the_map_on_a_real_screen(april: Path, tmp_path: Path) -> None:
    with visitor(tmp_path, april, settings='language = "kk"\ncorner = "american-corner-almaty"') as guest:
        guest.tap("attract")
        guest.tap("dock-map")
        guest.sees("Картадағы іс-шаралар", "Алматы · 7\nсіз\u00a0осындасыз")
        guest.tap(tags(guest.twin)["Астана · 5"])
        guest.tap("back")
        guest.sees("Картадағы іс-шаралар")
    assert (tmp_path / "said").read_text("utf-8") == ""
