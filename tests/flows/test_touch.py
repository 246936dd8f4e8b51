"""Fingers that slip, drum, stay or come ten at a time: nothing breaks, and the kiosk finds home."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app.window import KioskWindow
from tests.screen_kit import centre, find, settle, tap, wait_until_ready, window

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FINGER = QTest.createTouchDevice()
SOON: dict[str, Any] = {"idle_seconds": 1.0, "countdown_seconds": 1, "attract_seconds": 0.2}
"""The settings of a kiosk that soon notices that nobody is there."""
TAPS = 1000
"""What five seconds of 200 taps a second come to."""


@pytest.fixture
def home(demo: Path) -> Iterator[KioskWindow]:
    """The home page, of a kiosk that soon notices that nobody is there."""
    with window(demo, **SOON) as shown:
        tap(shown, "attract")
        wait_until_ready(shown)
        yield shown


def drag(shown: KioskWindow, *points: QPoint, pause: int = 0) -> None:
    """Touch the first point, go over the others with a pause (ms) at each, and let go at the last."""
    QTest.mousePress(shown.view, LEFT, PLAIN, points[0])
    for point in points[1:]:
        QTest.mouseMove(shown.view, point, pause)
    QTest.mouseRelease(shown.view, LEFT, PLAIN, points[-1])
    settle()


def test_a_touch_that_ends_elsewhere_does_nothing(home: KioskWindow) -> None:
    tile = centre(find(home, "theme-innovation"))
    for other in ("theme-friendship", "dock-map"):
        drag(home, tile, centre(find(home, other)))
        assert home.shell.page == "home"
    drag(home, tile, QPoint(5, 5))
    assert home.shell.page == "home"


def test_a_touch_that_strays_and_comes_back_counts(home: KioskWindow) -> None:
    tile = centre(find(home, "theme-innovation"))
    drag(home, tile, QPoint(5, 5), tile)
    assert home.shell.page == "theme"


def test_a_finger_on_a_tile_is_answered_at_once(home: KioskWindow) -> None:
    tile = find(home, "theme-innovation")
    QTest.mousePress(home.view, LEFT, PLAIN, centre(tile))
    assert tile.property("held")
    QTest.mouseMove(home.view, QPoint(5, 5))
    assert not tile.property("held")
    QTest.mouseRelease(home.view, LEFT, PLAIN, QPoint(5, 5))


def test_dragging_a_list_opens_nothing(home: KioskWindow) -> None:
    tap(home, "dock-events")
    card = centre(find(home, first_card(home)))
    drag(home, card, *(card - QPoint(0, 20 * step) for step in range(1, 20)))
    assert home.shell.page == "theme"


def first_card(shown: KioskWindow) -> str:
    return f"event-{shown.shell.theme_page.events.rows[0].eventId}"


def test_a_touch_on_the_question_reaches_nothing_below_it(home: KioskWindow) -> None:
    tile = centre(find(home, "theme-innovation"))
    home.shell.idle_timer.ask()
    settle()
    QTest.mouseClick(home.view, LEFT, PLAIN, tile)
    settle()
    assert (home.shell.page, home.shell.idle_timer.asking) == ("home", False)


def test_a_double_tap_on_the_attract_page_ends_at_home(demo: Path) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        QTest.mouseClick(shown.view, LEFT, PLAIN, centre(find(shown, "theme-friendship")))
        settle()
        assert shown.shell.page == "home"
        tap(shown, "theme-friendship")
        assert shown.shell.page == "theme"


def test_a_double_tap_is_no_more_than_two_taps(home: KioskWindow) -> None:
    point = centre(find(home, "theme-innovation"))
    QTest.mouseDClick(home.view, LEFT, PLAIN, point)
    settle()
    assert home.shell.page in ("theme", "event")
    home.shell.back()
    home.shell.back()
    assert home.shell.page == "home"


def test_a_double_tap_on_a_language_is_one_change(home: KioskWindow) -> None:
    QTest.mouseDClick(home.view, LEFT, PLAIN, centre(find(home, "Қазақша")))
    settle()
    assert (home.shell.page, home.shell.language) == ("home", "kk")


def test_ten_fingers_at_once(home: KioskWindow) -> None:
    for name in ("dock-events", "dock-map", "dock-home"):
        point = centre(find(home, name))
        touch = QTest.touchEvent(home.view, FINGER)
        for finger in range(10):
            touch.press(finger, point + QPoint(40 * finger, -90 * finger), home.view)
        touch.commit()
        moved = QTest.touchEvent(home.view, FINGER)
        for finger in range(10):
            moved.move(finger, point + QPoint(40 * finger + 9, -90 * finger), home.view)
        moved.commit()
        lifted = QTest.touchEvent(home.view, FINGER)
        for finger in range(10):
            lifted.release(finger, point + QPoint(40 * finger, -90 * finger), home.view)
        lifted.commit()
        settle()
    tap(home, "dock-home")
    assert home.shell.page == "home"


@pytest.mark.parametrize(("size", "seed"), [("1920x1080", 1), ("1080x1920", 2)])
def test_drumming_breaks_nothing_and_then_the_kiosk_goes_home(
    size: str, seed: int, april: Path, qtbot: QtBot
) -> None:
    """Fault catalogue, I7."""
    chance = random.Random(seed)
    seen = set()
    with window(april, size, **SOON) as shown:
        width, height = shown.view.width(), shown.view.height()
        tap(shown, "attract")
        wait_until_ready(shown)
        for _ in range(TAPS):
            point = QPoint(chance.randrange(width), chance.randrange(height))
            if chance.random() < 0.1:
                drag(shown, point, QPoint(chance.randrange(width), chance.randrange(height)))
            else:
                QTest.mouseClick(shown.view, LEFT, PLAIN, point)
            seen.add(shown.shell.page)
            if chance.random() < 0.02:
                settle()
        assert seen >= {"home", "theme", "event"}
        qtbot.waitUntil(lambda: shown.shell.page == "attract", timeout=20_000)
        assert shown.shell.language == "en"


def test_a_finger_that_stays_on_the_glass_does_not_keep_the_kiosk(home: KioskWindow, qtbot: QtBot) -> None:
    """Fault catalogue, I8."""
    QTest.mousePress(home.view, LEFT, PLAIN, centre(find(home, "theme-innovation")))
    qtbot.waitUntil(lambda: home.shell.page == "attract", timeout=20_000)
    QTest.mouseRelease(home.view, LEFT, PLAIN, QPoint(5, 5))
    settle()
    assert home.shell.page == "attract"


@pytest.mark.parametrize("name", ["theme-innovation", "dock-events", "dock-map", "Русский"])
def test_a_touch_on_a_button_is_a_sign_of_life(name: str, demo: Path) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        shown.shell.idle_timer.stop()
        tap(shown, name)
        assert shown.shell.idle_timer._idle_timer.isActive()
