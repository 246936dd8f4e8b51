"""What a visitor looked at is gone once they have left: a kiosk that runs for months needs no more memory."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickItem

from kiosk.app.window import TIDY_DELAY, KioskWindow
from tests.screen_kit import settle, tap, wait_until, window


class Knot:
    """Holds itself, so that only the garbage collector can untie it."""

    def __init__(self) -> None:
        self.self = self


def every(item: QQuickItem) -> int:
    """How many items there are, shown or not."""
    return 1 + sum(every(child) for child in item.childItems())


def visit(shown: KioskWindow) -> None:
    """Look at a theme, an event and its code, and the past events."""
    tap(shown, "attract")
    shown.shell.openTheme("")
    settle()
    shown.shell.openEvent("techforum")
    settle()
    shown.shell.openPast()
    settle()


def leave(shown: KioskWindow) -> None:
    """The visit is over, and put away."""
    shown.shell.showAttract()
    wait_until(lambda: not shown.shell.theme_page.events.rows)
    settle()


def test_every_visit_leaves_as_much_behind_as_the_first(april: Path) -> None:
    with window(april) as shown:
        root = shown.view.rootObject()
        visit(shown)
        leave(shown)
        before = every(root)
        visit(shown)
        assert every(root) > before + 100
        shown.shell.setLanguage("ru")
        leave(shown)
        wait_until(lambda: every(root) <= before)
        shown.shell.setLanguage("kk")
        settle()
        assert every(root) <= before


@pytest.fixture
def left() -> Iterator["weakref.ref[Knot]"]:
    """Something that stays until a window tidies up."""
    gc.disable()
    yield weakref.ref(Knot())
    gc.enable()


def test_what_was_needed_is_given_back_when_nobody_is_there(april: Path, left: "weakref.ref[Knot]") -> None:
    with window(april) as shown:
        visit(shown)
        shown.shell.showAttract()
        wait_until(lambda: left() is None)


def test_the_next_visitor_does_not_wait_for_that(april: Path, left: "weakref.ref[Knot]") -> None:
    with window(april) as shown:
        visit(shown)
        shown.shell.showAttract()
        shown.shell.goHome()
        later: list[bool] = []
        QTimer.singleShot(2 * TIDY_DELAY, lambda: later.append(True))  # Qt's timers go off in their order
        wait_until(lambda: later)
        assert left() is not None
