"""The kiosk by keyboard alone: all that can be touched can be reached, and nothing else."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app.window import KioskWindow
from tests.flows import codes
from tests.screen_kit import centre, grab_pixels, settle, tap, tap_targets, window

MOST_STEPS = 80


def press(shown: KioskWindow, key: Qt.Key) -> None:
    QTest.keyClick(shown.view, key)
    settle()


def focused(shown: KioskWindow) -> QQuickItem | None:
    """The touch target that has the keyboard."""
    return next((item for item in tap_targets(shown) if item.hasActiveFocus()), None)


def walk(shown: KioskWindow) -> list[QQuickItem]:
    """The touch targets in the order that Tab visits them, until the first comes again."""
    found: list[QQuickItem] = []
    for _ in range(MOST_STEPS):
        press(shown, Qt.Key.Key_Tab)
        item = focused(shown)
        if found and item == found[0]:
            return found
        if item:
            found.append(item)
    raise AssertionError("Tab does not come round")


def active(qtbot: QtBot, shown: KioskWindow) -> None:
    """Give the window the keyboard."""
    shown.view.requestActivate()
    qtbot.waitUntil(shown.view.isActive)


@pytest.mark.parametrize(
    "page", ["attract", "home", "innovation", "", "event", "enlarged", "past", "map", "search"]
)
def test_tab_reaches_everything_that_can_be_touched(page: str, april: Path, qtbot: QtBot) -> None:
    with window(april) as shown:
        shell = shown.shell
        if page == "home":
            shell.goHome()
        elif page in ("event", "enlarged"):
            shell.openEvent("techforum")
        elif page == "past":
            shell.openPast()
        elif page in ("map", "search"):
            shell.open(page)
        elif page != "attract":
            shell.openTheme(page)
        if page == "enlarged":
            shell.event_page.enlarge(True)
        settle()
        active(qtbot, shown)
        wanted = {place(item) for item in tap_targets(shown) if item.isEnabled() and within(item, page)}
        assert {place(item) for item in walk(shown)} == wanted


def place(item: QQuickItem) -> tuple[str, int, int]:
    """What a target is called and where it is."""
    return item.property("label"), centre(item).x(), centre(item).y()


def within(item: QQuickItem, page: str) -> bool:
    """Whether a target can be touched: not what lies below an enlarged code."""
    return page != "enlarged" or item.objectName().startswith(("close", "dock-"))


def test_the_question_has_the_keyboard_to_itself(demo: Path, qtbot: QtBot) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        active(qtbot, shown)
        shown.shell.idle_timer.ask()
        settle()
        assert [item.objectName() for item in tap_targets(shown) if item.isEnabled()] == ["stay"]
        answer = focused(shown)
        assert answer and answer.objectName() == "stay"
        press(shown, Qt.Key.Key_Return)
        assert (shown.shell.page, shown.shell.idle_timer.asking) == ("home", False)


def test_the_whole_way_by_keyboard(demo: Path, qtbot: QtBot) -> None:
    with window(demo) as shown:
        active(qtbot, shown)
        for name, key in (
            ("attract", Qt.Key.Key_Return),
            ("theme-innovation", Qt.Key.Key_Space),
            ("event-love-to-code", Qt.Key.Key_Return),
        ):
            for _ in range(MOST_STEPS):
                item = focused(shown)
                if item and item.objectName() == name:
                    break
                press(shown, Qt.Key.Key_Tab)
            press(shown, key)
        assert codes.read(grab_pixels(shown)) == ["https://kz.usembassy.gov/25-years/love-to-code"]


def test_a_key_is_a_sign_of_life(demo: Path, qtbot: QtBot) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        active(qtbot, shown)
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Shift, Qt.Key.Key_Return, Qt.Key.Key_Space):
            shown.shell.idle_timer.ask()
            press(shown, key)
            assert not shown.shell.idle_timer.asking, key
