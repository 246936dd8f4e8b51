"""The items and objects of a visit are freed at its end, so that memory does not grow over months."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickItem

from kiosk.app.page_preparer import PREPARED_PAGES
from kiosk.app.window import TIDY_DELAY, KioskWindow
from tests.screen_kit import settle, tap, wait_until, window


class ReferenceCycle:
    """Refers to itself, so that only the garbage collector frees it."""

    def __init__(self) -> None:
        self.self = self


def count_items(item: QQuickItem) -> int:
    """The number of items below and including `item`, visible or not."""
    return 1 + sum(count_items(child) for child in item.childItems())


def visit_pages(shown: KioskWindow) -> None:
    """Open a theme, an event with its code, and the past events."""
    tap(shown, "attract")
    shown.shell.openTheme("")
    settle()
    shown.shell.openEvent("techforum")
    settle()
    shown.shell.openPast()
    settle()


def end_visit(shown: KioskWindow) -> None:
    """Show the attract loop and wait until the next visit is prepared."""
    shown.shell.showAttract()
    cache = shown.shell.page_cache
    wait_until(lambda: set(cache.existing) == {"attract", *PREPARED_PAGES} and not cache.drawn)
    settle()


def test_the_number_of_items_does_not_grow_with_visits(april: Path) -> None:
    with window(april) as shown:
        root = shown.view.rootObject()
        visit_pages(shown)
        end_visit(shown)
        before = count_items(root)
        visit_pages(shown)
        assert count_items(root) > before + 100
        for language in ("ru", "kk", "en"):
            shown.shell.setLanguage(language)
            settle()
        end_visit(shown)
        wait_until(lambda: count_items(root) <= before, lambda: (count_items(root), before))


@pytest.fixture
def cycle() -> Iterator["weakref.ref[ReferenceCycle]"]:
    """A reference to a cycle, which stays until a window collects garbage."""
    gc.disable()
    yield weakref.ref(ReferenceCycle())
    gc.enable()


def test_the_attract_loop_collects_garbage(april: Path, cycle: "weakref.ref[ReferenceCycle]") -> None:
    with window(april) as shown:
        visit_pages(shown)
        shown.shell.showAttract()
        wait_until(lambda: cycle() is None)


def test_no_garbage_is_collected_during_a_visit(april: Path, cycle: "weakref.ref[ReferenceCycle]") -> None:
    with window(april) as shown:
        visit_pages(shown)
        shown.shell.showAttract()
        shown.shell.goHome()
        elapsed: list[bool] = []
        QTimer.singleShot(2 * TIDY_DELAY, lambda: elapsed.append(True))  # Qt fires timers in their order
        wait_until(lambda: elapsed)
        assert cycle() is not None
