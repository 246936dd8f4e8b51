"""A page is made ready while a finger is on what opens it, and is as without that."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.app.window import KioskWindow
from kiosk.store.visit_counts import read_counts
from kiosk.visits.tally import Tally
from tests.screen_kit import (
    centre,
    find,
    grab_pixels,
    is_dead,
    settle,
    tap,
    tap_targets,
    texts,
    wait_until,
    wait_until_ready,
    window,
)

DAY = "2016-04-03"


def press(shown: KioskWindow, name: str, page: str = "event") -> QPoint:
    """Lay a finger on a target, and wait until the page behind it is drawn."""
    wait_until_ready(shown)
    settle()
    point = centre(find(shown, name))
    wait_until(lambda: not is_dead(shown, point))
    QTest.mousePress(shown.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    wait_until(lambda: shown.shell.pageCache.drawn == page)
    settle()
    return point


def release(shown: KioskWindow, point: QPoint) -> None:
    """Lift the finger there."""
    QTest.mouseRelease(shown.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    settle()


def first_card(shown: KioskWindow) -> tuple[str, str]:
    """The label and the event of the first card of the list of all events."""
    shown.shell.openTheme("")
    settle()
    card = next(item for item in tap_targets(shown) if item.property("opens"))
    return str(card.property("label")), str(card.property("opens"))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_tap_shows_the_page_that_was_made_ready(april: Path, language: str) -> None:
    with window(april, language=language) as shown:
        tap(shown, "attract")
        title, event = first_card(shown)
        shown.shell.openEvent(event)
        settle()
        expected, words = grab_pixels(shown), texts(shown)
        shown.shell.goHome()
        title, _ = first_card(shown)
        release(shown, press(shown, title))
        assert shown.shell.page == "event" and shown.shell.pages.event.eventId == event
        assert shown.shell.pageCache.drawn == ""
        assert texts(shown) == words
        assert (grab_pixels(shown) == expected).all()


@pytest.mark.parametrize(("door", "page"), [("theme-friendship", "theme"), ("choice-weekend", "choice")])
def test_a_door_shows_the_page_that_was_made_ready(april: Path, door: str, page: str) -> None:
    with window(april, at="2016-04-08T12:00") as shown:
        tap(shown, "attract")
        wait_until(lambda: shown.shell.page == "home")
        shown.shell.open(page, door.partition("-")[2])
        settle()
        expected, words = grab_pixels(shown), texts(shown)
        shown.shell.goHome()
        settle()
        release(shown, press(shown, door, page))
        assert shown.shell.page == page and shown.shell.pageCache.drawn == ""
        assert texts(shown) == words
        assert (grab_pixels(shown) == expected).all()


def test_a_finger_that_leaves_opens_nothing(april: Path) -> None:
    with window(april) as shown:
        tap(shown, "attract")
        wait_until(lambda: shown.shell.page == "home")
        title, _ = first_card(shown)
        before = texts(shown)
        press(shown, title)
        release(shown, QPoint(5, 500))
        wait_until(lambda: shown.shell.pageCache.drawn == "")
        assert shown.shell.page == "theme" and texts(shown) == before


def test_what_was_expected_is_made_again_in_another_language(april: Path) -> None:
    with window(april) as shown:
        tap(shown, "attract")
        title, event = first_card(shown)
        press(shown, title)
        shown.shell.setLanguage("kk")
        shown.shell.openEvent(event)
        settle()
        assert shown.shell.pages.event.title in texts(shown) and title not in texts(shown)


@pytest.mark.parametrize(("lifts_on_it", "times"), [(True, 1), (False, 0)])
def test_an_event_is_counted_when_the_finger_is_lifted_on_it(
    april: Path, tmp_path: Path, lifts_on_it: bool, times: int
) -> None:
    tally = Tally(tmp_path / "visits.db", lambda: DAY)
    with window(april) as shown:
        shown.shell.session.tally = tally
        tap(shown, "attract")
        title, event = first_card(shown)
        point = press(shown, title)
        release(shown, point if lifts_on_it else QPoint(5, 500))
        shown.shell.session.end_visit()
    tally.close()
    counts = read_counts(tmp_path / "visits.db", "0000", "9999")
    assert sum(number for key, number in counts.items() if key[1:] == ("event", event)) == times
