"""Unusual touches: fingers that slip, tap fast, rest or come ten at a time do no harm."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app.window import KioskWindow
from tests.flows.gestures import FINGER, drag, touch
from tests.screen_kit import centre, find, settle, tap, wait_until_ready, window

LEFT_BUTTON, NO_MODIFIER = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHORT_TIMES: dict[str, Any] = {"idle_seconds": 1.0, "countdown_seconds": 1, "attract_seconds": 0.2}
"""The settings of a kiosk that ends a visit after about two seconds."""
TAPS = 1000
"""Five seconds of 200 taps a second."""


@pytest.fixture
def home(demo: Path) -> Iterator[KioskWindow]:
    """A window with the home page and SHORT_TIMES."""
    with window(demo, **SHORT_TIMES) as shown:
        tap(shown, "attract")
        wait_until_ready(shown)
        yield shown


def test_a_touch_that_ends_elsewhere_does_nothing(home: KioskWindow) -> None:
    tile = centre(find(home, "theme-innovation"))
    for other in ("theme-friendship", "dock-map"):
        drag(home, tile, centre(find(home, other)))
        assert home.shell.page == "home"
    drag(home, tile, QPoint(5, 5))
    assert home.shell.page == "home"


def test_a_touch_that_leaves_a_tile_and_returns_counts(home: KioskWindow) -> None:
    tile = centre(find(home, "theme-innovation"))
    drag(home, tile, QPoint(5, 5), tile)
    assert home.shell.page == "theme"


def test_a_tile_is_held_only_while_a_finger_is_on_it(home: KioskWindow) -> None:
    tile = find(home, "theme-innovation")
    QTest.mousePress(home.view, LEFT_BUTTON, NO_MODIFIER, centre(tile))
    assert tile.property("containsPress")
    QTest.mouseMove(home.view, QPoint(5, 5))
    assert not tile.property("containsPress")
    QTest.mouseRelease(home.view, LEFT_BUTTON, NO_MODIFIER, QPoint(5, 5))


def test_dragging_a_list_opens_nothing(home: KioskWindow) -> None:
    tap(home, "dock-events")
    card = centre(find(home, first_card(home)))
    drag(home, card, *(card - QPoint(0, 20 * step) for step in range(1, 20)))
    assert home.shell.page == "theme"


def first_card(shown: KioskWindow) -> str:
    return f"event-{shown.shell.pages.theme.events.rows[0].eventId}"


def test_a_touch_on_the_idle_question_reaches_nothing_below_it(home: KioskWindow) -> None:
    tile = centre(find(home, "theme-innovation"))
    home.shell.idle_timer.ask()
    settle()
    QTest.mouseClick(home.view, LEFT_BUTTON, NO_MODIFIER, tile)
    settle()
    assert (home.shell.page, home.shell.idle_timer.asking) == ("home", False)


def test_a_double_tap_on_the_attract_page_ends_at_home(demo: Path) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        QTest.mouseClick(shown.view, LEFT_BUTTON, NO_MODIFIER, centre(find(shown, "theme-friendship")))
        settle()
        assert shown.shell.page == "home"
        tap(shown, "theme-friendship")
        assert shown.shell.page == "theme"


def test_a_double_tap_counts_as_at_most_two_taps(home: KioskWindow) -> None:
    point = centre(find(home, "theme-innovation"))
    QTest.mouseDClick(home.view, LEFT_BUTTON, NO_MODIFIER, point)
    settle()
    assert home.shell.page in ("theme", "event")
    home.shell.back()
    home.shell.back()
    assert home.shell.page == "home"


def test_a_double_tap_on_a_language_is_one_change(home: KioskWindow) -> None:
    QTest.mouseDClick(home.view, LEFT_BUTTON, NO_MODIFIER, centre(find(home, "Қазақша")))
    settle()
    assert (home.shell.page, home.shell.language) == ("home", "kk")


def test_ten_fingers_at_once_do_no_harm(home: KioskWindow) -> None:
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
        released = QTest.touchEvent(home.view, FINGER)
        for finger in range(10):
            released.release(finger, point + QPoint(40 * finger, -90 * finger), home.view)
        released.commit()
        settle()
    tap(home, "dock-home")
    assert home.shell.page == "home"


@pytest.mark.parametrize(("size", "seed"), [("1920x1080", 1), ("1080x1920", 2)])
def test_random_taps_do_no_harm_and_the_attract_loop_returns(
    size: str, seed: int, april: Path, qtbot: QtBot
) -> None:
    """Row I7 of the fault catalogue."""
    random_source = random.Random(seed)
    pages = set()
    with window(april, size, **SHORT_TIMES) as shown:
        width, height = shown.view.width(), shown.view.height()
        tap(shown, "attract")
        wait_until_ready(shown)
        for _ in range(TAPS):
            point = QPoint(random_source.randrange(width), random_source.randrange(height))
            if random_source.random() < 0.1:
                drag(shown, point, QPoint(random_source.randrange(width), random_source.randrange(height)))
            else:
                QTest.mouseClick(shown.view, LEFT_BUTTON, NO_MODIFIER, point)
            pages.add(shown.shell.page)
            if random_source.random() < 0.02:
                settle()
        assert pages >= {"home", "theme", "event"}
        qtbot.waitUntil(lambda: shown.shell.page == "attract", timeout=20_000)
        assert shown.shell.language == "en"


@pytest.mark.parametrize("is_unplugged", [False, True], ids=["silent", "unplugged"])
def test_j11_after_a_touch_that_never_ends_the_first_tap_counts(
    is_unplugged: bool, home: KioskWindow
) -> None:
    lost, new = QTest.createTouchDevice(), QTest.createTouchDevice()
    QTest.touchEvent(home.view, lost).press(0, centre(find(home, "theme-friendship")), home.view).commit()
    settle()
    if is_unplugged:
        shiboken6.delete(lost)
        settle()
    point = centre(find(home, "theme-innovation"))
    QTest.touchEvent(home.view, new).press(1, point, home.view).commit()
    QTest.touchEvent(home.view, new).release(1, point, home.view).commit()
    settle()
    assert home.shell.page == "theme"
    assert home.shell.pages.theme.property("title") == "Innovation"
    touch(home, centre(find(home, "dock-home")))
    assert home.shell.page == "home"


def test_a_resting_finger_does_not_prevent_the_attract_loop(home: KioskWindow, qtbot: QtBot) -> None:
    """Row I8 of the fault catalogue."""
    QTest.mousePress(home.view, LEFT_BUTTON, NO_MODIFIER, centre(find(home, "theme-innovation")))
    qtbot.waitUntil(lambda: home.shell.page == "attract", timeout=20_000)
    QTest.mouseRelease(home.view, LEFT_BUTTON, NO_MODIFIER, QPoint(5, 5))
    settle()
    assert home.shell.page == "attract"


@pytest.mark.parametrize("name", ["theme-innovation", "dock-events", "dock-map", "Русский"])
def test_a_touch_on_a_button_counts_as_activity(name: str, demo: Path) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        shown.shell.idle_timer.stop()
        tap(shown, name)
        assert shown.shell.idle_timer._idle_timer.isActive()
