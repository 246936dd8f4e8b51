"""The kiosk is used by keyboard alone: Tab reaches every tap target and nothing else."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app.window import KioskWindow
from tests.flows.qr_codes import read_qr_codes
from tests.screen_kit import centre, grab_pixels, settle, tap, tap_targets, window

MAX_TABS = 80


def press(shown: KioskWindow, key: Qt.Key) -> None:
    QTest.keyClick(shown.view, key)
    settle()


def focused_target(shown: KioskWindow) -> QQuickItem | None:
    """The tap target that has the keyboard focus."""
    return next((item for item in tap_targets(shown) if item.hasActiveFocus()), None)


def tab_through(shown: KioskWindow) -> list[QQuickItem]:
    """The tap targets in the order in which Tab reaches them, until the first is reached again."""
    found: list[QQuickItem] = []
    for _ in range(MAX_TABS):
        press(shown, Qt.Key.Key_Tab)
        item = focused_target(shown)
        if found and item == found[0]:
            return found
        if item:
            found.append(item)
    raise AssertionError("Tab does not return to the first target")


def activate_window(qtbot: QtBot, shown: KioskWindow) -> None:
    """Give the window the keyboard focus."""
    shown.view.requestActivate()
    qtbot.waitUntil(shown.view.isActive)


@pytest.mark.parametrize(
    "page", ["attract", "home", "innovation", "", "event", "enlarged", "past", "map", "search"]
)
def test_tab_reaches_every_tap_target(page: str, april: Path, qtbot: QtBot) -> None:
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
            shell.pages.event.code_viewer.enlarge(True)
        settle()
        activate_window(qtbot, shown)
        expected = {
            label_and_centre(item)
            for item in tap_targets(shown)
            if item.isEnabled() and is_reachable(item, page)
        }
        assert {label_and_centre(item) for item in tab_through(shown)} == expected


def label_and_centre(item: QQuickItem) -> tuple[str, int, int]:
    """The label of a target and its centre."""
    return item.property("label"), centre(item).x(), centre(item).y()


def is_reachable(item: QQuickItem, page: str) -> bool:
    """Whether a target can be touched: those below an enlarged code cannot."""
    return page != "enlarged" or item.objectName().startswith(("close", "dock-"))


def test_the_idle_question_takes_the_keyboard_focus(demo: Path, qtbot: QtBot) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        activate_window(qtbot, shown)
        shown.shell.idle_timer.ask()
        settle()
        assert [item.objectName() for item in tap_targets(shown) if item.isEnabled()] == ["stay"]
        answer = focused_target(shown)
        assert answer and answer.objectName() == "stay"
        press(shown, Qt.Key.Key_Return)
        assert (shown.shell.page, shown.shell.idle_timer.asking) == ("home", False)


def test_a_code_is_reached_by_keyboard_alone(demo: Path, qtbot: QtBot) -> None:
    with window(demo) as shown:
        activate_window(qtbot, shown)
        for name, key in (
            ("attract", Qt.Key.Key_Return),
            ("theme-innovation", Qt.Key.Key_Space),
            ("event-love-to-code", Qt.Key.Key_Return),
        ):
            for _ in range(MAX_TABS):
                item = focused_target(shown)
                if item and item.objectName() == name:
                    break
                press(shown, Qt.Key.Key_Tab)
            press(shown, key)
        assert read_qr_codes(grab_pixels(shown)) == ["https://kz.usembassy.gov/25-years/love-to-code"]


def test_a_key_press_counts_as_activity(demo: Path, qtbot: QtBot) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        activate_window(qtbot, shown)
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Shift, Qt.Key.Key_Return, Qt.Key.Key_Space):
            shown.shell.idle_timer.ask()
            press(shown, key)
            assert not shown.shell.idle_timer.asking, key
