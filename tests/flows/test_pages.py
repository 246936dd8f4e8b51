"""A visitor's ways through the pages: chips, past events, the way back, the language, and by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screen import Screen
from tests.flows import codes
from tests.screen_kit import centre, find, picture, presses, settle, tap, texts, window

MOST_STEPS = 80


def cards(shown: Screen) -> list[str]:
    """The events whose cards are there."""
    names = [item.objectName() for item in presses(shown)]
    return [name.removeprefix("event-") for name in names if name.startswith("event-")]


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_chips_narrow_the_list(size: str, april: Path) -> None:
    with window(april, size) as shown:
        tap(shown, "attract")
        tap(shown, "theme-innovation")
        everything = cards(shown)
        assert "techforum" in everything
        tap(shown, "September")
        assert cards(shown) == ["techforum"]
        assert find(shown, "September").property("chosen")
        tap(shown, "chip-0")
        assert cards(shown) == everything


def test_the_chip_is_still_chosen_after_a_look_at_an_event(april: Path) -> None:
    with window(april) as shown:
        tap(shown, "attract")
        tap(shown, "theme-innovation")
        tap(shown, "September")
        tap(shown, "event-techforum")
        assert "Moved from June 2016" in texts(shown)
        tap(shown, "Русский")
        tap(shown, "back")
        assert cards(shown) == ["techforum"]
        assert find(shown, "Сентябрь").property("chosen")


def test_past_events_and_the_way_back(demo: Path) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        tap(shown, "dock-past")
        past = cards(shown)
        assert past
        tap(shown, f"event-{past[0]}")
        assert shown.shell.page == "event"
        tap(shown, "back")
        assert cards(shown) == past
        tap(shown, "back")
        assert shown.shell.page == "home"


def test_nothing_is_coming_and_nothing_is_past(demo: Path) -> None:
    with window(demo, at="2030-01-01T12:00") as shown:
        tap(shown, "attract")
        assert "Nothing is announced at the moment. Do look in again!" in texts(shown)
        tap(shown, "dock-events")
        assert "Nothing coming up here" in texts(shown)
        tap(shown, "dock-past")
        assert len(cards(shown)) == 18
    with window(demo, at="2000-01-01T12:00") as shown:
        tap(shown, "attract")
        tap(shown, "dock-past")
        assert "Nothing has taken place yet" in texts(shown)


def test_a_coming_event_can_be_opened_from_home(demo: Path) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        name = next(item.objectName() for item in presses(shown) if item.objectName().startswith("coming-"))
        tap(shown, name)
        assert shown.shell.event_page.eventId == name.removeprefix("coming-")


def test_the_question_can_be_answered(demo: Path) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        shown.shell.idle_watch.ask()
        settle()
        assert "Are you still there?" in texts(shown)
        tap(shown, "stay")
        assert "Are you still there?" not in texts(shown)
        assert shown.shell.page == "home"


def test_an_enlarged_code_goes_away_with_the_visitor(demo: Path) -> None:
    with window(demo) as shown:
        shown.shell.openEvent("love-to-code")
        settle()
        tap(shown, "code")
        assert shown.shell.event_page.enlarged
        shown.shell.goHome()
        shown.shell.openEvent("techforum")
        settle()
        assert not shown.shell.event_page.enlarged
        assert find(shown, "code")


def press(shown: Screen, key: Qt.Key) -> None:
    QTest.keyClick(shown.view, key)
    settle()


def focused(shown: Screen) -> QQuickItem | None:
    """The touch target that has the keyboard."""
    return next((item for item in presses(shown) if item.hasActiveFocus()), None)


def walk(shown: Screen) -> list[QQuickItem]:
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


def active(qtbot: QtBot, shown: Screen) -> None:
    """Give the window the keyboard."""
    shown.view.requestActivate()
    qtbot.waitUntil(shown.view.isActive)


@pytest.mark.parametrize("page", ["attract", "home", "innovation", "", "event", "enlarged", "past", "question"])
def test_tab_reaches_everything_that_can_be_touched(page: str, april: Path, qtbot: QtBot) -> None:
    with window(april) as shown:
        shell = shown.shell
        poses = {
            "home": shell.goHome, "past": shell.openPast, "event": lambda: shell.openEvent("techforum"),
            "enlarged": lambda: (shell.openEvent("techforum"), shell.event_page.enlarge(True)),
            "question": lambda: (shell.goHome(), shell.idle_watch.ask()),
        }  # fmt: skip
        if page != "attract":
            poses.get(page, lambda: shell.openTheme(page))()
        settle()
        active(qtbot, shown)
        wanted = {place(item) for item in presses(shown) if item.isEnabled() and within(item, page)}
        assert {place(item) for item in walk(shown)} == wanted


def place(item: QQuickItem) -> tuple[str, int, int]:
    """What a target is called and where it is."""
    return item.property("label"), centre(item).x(), centre(item).y()


def within(item: QQuickItem, page: str) -> bool:
    """Whether a target can be touched: not what lies below the question or an enlarged code."""
    dock = {"dock-home", "dock-events", "dock-past"}
    names = {"enlarged": {"close"} | dock, "question": {"stay"}}.get(page)
    return names is None or item.objectName() in names


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
        assert codes.read(picture(shown)) == ["https://kz.usembassy.gov/25-years/love-to-code"]


def test_a_key_is_a_sign_of_life(demo: Path, qtbot: QtBot) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        active(qtbot, shown)
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Shift, Qt.Key.Key_Return, Qt.Key.Key_Space):
            shown.shell.idle_watch.ask()
            press(shown, key)
            assert not shown.shell.idle_watch.asking, key


def test_everything_to_touch_has_a_name(demo: Path) -> None:
    with window(demo) as shown:
        for pose in (shown.shell.showAttract, shown.shell.goHome, shown.shell.openPast):
            pose()
            settle()
            assert all(item.property("label") for item in presses(shown))
