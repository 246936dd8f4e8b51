"""Pages are prepared behind the attract loop: they look as if opened anew, and nothing of a visit stays."""

from collections.abc import Callable
from pathlib import Path

import numpy
import pytest
from PySide6.QtTest import QTest

from kiosk.app.page_preparer import PREPARED_PAGES
from kiosk.app.window import KioskWindow
from tests.screen_kit import centre, click, find, grab_pixels, settle, tap, texts, wait_until, window

EVENT = "love-to-code"
EDGE = 32
"""Of 255: how much the edge of a large letter may differ, which Qt draws by its path or from a cache."""
OPEN: dict[str, Callable[[KioskWindow], None]] = {
    "home": lambda shown: shown.shell.goHome(),
    "theme": lambda shown: shown.shell.openTheme("friendship"),
    "event": lambda shown: shown.shell.openEvent(EVENT),
    "calendar": lambda shown: shown.shell.open("calendar"),
    "map": lambda shown: shown.shell.open("map"),
    "search": lambda shown: shown.shell.open("search"),
}


def wait_until_prepared(shown: KioskWindow) -> None:
    """Prepare all pages as after the start."""
    shown.prepare_pages()
    wait_until(lambda: set(PREPARED_PAGES) <= existing(shown), lambda: existing(shown))
    wait_until(lambda: not shown.shell.page_cache.drawn)


def existing(shown: KioskWindow) -> set[str]:
    """The pages that exist as items."""
    return set(shown.shell.page_cache.existing)  # type: ignore[call-overload]


def type_letters(shown: KioskWindow, letters: str) -> None:
    """Type on a keyboard that is plugged in."""
    for letter in letters:
        QTest.keyClick(shown.view, letter)
    settle()


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
@pytest.mark.parametrize("page", PREPARED_PAGES)
def test_a_prepared_page_looks_as_if_opened_anew(demo: Path, page: str, size: str) -> None:
    pictures = []
    for prepare in (False, True):
        with window(demo, size) as shown:
            if prepare:
                wait_until_prepared(shown)
            OPEN[page](shown)
            QTest.qWait(100)
            settle()
            pictures.append(grab_pixels(shown))
    channels = [[picture >> shift & 0xFF for shift in (0, 8, 16)] for picture in pictures]
    assert numpy.abs(numpy.subtract(*channels, dtype=int)).max() < EDGE


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("page", PREPARED_PAGES)
def test_a_prepared_page_follows_the_language(demo: Path, page: str, language: str) -> None:
    with window(demo, language=language) as shown:
        OPEN[page](shown)
        QTest.qWait(100)
        expected = texts(shown)
    with window(demo, language="en") as shown:
        wait_until_prepared(shown)
        shown.shell.goHome()
        shown.shell.setLanguage(language)
        OPEN[page](shown)
        QTest.qWait(100)
        assert texts(shown) == expected


def test_a_touch_while_pages_are_prepared_is_answered(demo: Path) -> None:
    with window(demo) as shown:
        shown.prepare_pages()
        wait_until(lambda: "home" in existing(shown))
        click(shown, centre(find(shown, "attract")))
        assert shown.shell.page == "home"
        known = existing(shown)
        QTest.qWait(300)
        assert existing(shown) == known < set(PREPARED_PAGES)
        tap(shown, "dock-map")
        assert shown.shell.page == "map"


def test_a_prepared_page_is_not_seen_and_takes_no_keys(demo: Path) -> None:
    with window(demo) as shown:
        expected = texts(shown)
        wait_until_prepared(shown)
        assert texts(shown) == expected
        type_letters(shown, "chess")
        settle()
        assert shown.shell.pages.search.text == ""
        shown.shell.open("search")
        type_letters(shown, "chess")
        settle()
        assert shown.shell.pages.search.text == "chess"


def test_a_touch_on_the_attract_loop_never_reaches_the_page_that_is_drawn(demo: Path) -> None:
    with window(demo) as shown:
        shown.prepare_pages()
        wait_until(lambda: shown.shell.page_cache.drawn == "map")
        click(shown, centre(find(shown, "attract")))
        assert (shown.shell.page, shown.shell.page_cache.drawn) == ("home", "")


def test_after_a_visit_its_pages_are_closed_and_the_next_ones_prepared(demo: Path) -> None:
    with window(demo) as shown:
        for page in ("home", "tray", "past", "event", "calendar"):
            OPEN[page](shown) if page in OPEN else shown.shell.open(page)
        settle()
        assert {"tray", "past", "event"} <= existing(shown)
        shown.shell.showAttract()
        wait_until(lambda: existing(shown) == {"attract", *PREPARED_PAGES}, lambda: existing(shown))
        assert shown.shell.pages.tray.view_state == shown.shell.pages.past.view_state


def test_staff_have_no_pages_prepared_for_them(demo: Path) -> None:
    with window(demo) as shown:
        shown.shell.goHome()
        shown.shell.openEvent(EVENT)
        shown.start_background()
        assert shown.staff_entrance
        shown.shell.show_staff_area(shown.staff_entrance.area())
        wait_until(lambda: existing(shown) == set(), lambda: existing(shown))
        QTest.qWait(300)
        assert existing(shown) == set()
