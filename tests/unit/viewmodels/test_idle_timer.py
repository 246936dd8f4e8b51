"""The end of a visit: question, countdown, home page and attract loop, with times short enough for a test."""

from typing import Any

from pytestqt.qtbot import QtBot

from kiosk.viewmodels.idle_timer import IdleTimer
from kiosk.viewmodels.shell import Shell
from tests.unit.viewmodels.sessions import make_session

SOON: dict[str, Any] = {"idle_seconds": 0.05, "countdown_seconds": 2, "attract_seconds": 0.05}
NEVER: dict[str, Any] = {"idle_seconds": 3600.0, "countdown_seconds": 15, "attract_seconds": 3600.0}


def test_the_timer_asks_counts_down_and_expires(qtbot: QtBot) -> None:
    idle = IdleTimer(make_session(**SOON))
    texts: list[str] = []
    idle.changed.connect(lambda: texts.append(idle.countdownText if idle.asking else "-"))
    with qtbot.waitSignal(idle.expired, timeout=10_000):
        idle.restart()
    assert texts[:2] == ["Going back to the start in 2 seconds", "Going back to the start in 1 second"]
    assert not idle.asking


def test_a_touch_ends_the_question(qtbot: QtBot) -> None:
    idle = IdleTimer(make_session(**SOON))
    with qtbot.waitSignal(idle.changed, timeout=10_000):
        idle.restart()
    assert idle.asking
    with qtbot.assertNotEmitted(idle.expired), qtbot.waitSignal(idle.changed, timeout=10_000):
        idle.restart()
        assert not idle.asking


def test_a_stopped_timer_never_asks(qtbot: QtBot) -> None:
    idle = IdleTimer(make_session(**SOON))
    idle.restart()
    idle.stop()
    with qtbot.assertNotEmitted(idle.changed, wait=200):
        pass


def test_after_the_countdown_home_is_shown_in_the_first_language_and_then_the_loop(qtbot: QtBot) -> None:
    shell = Shell(make_session(**SOON))
    shell.goHome()
    shell.openEvent("code")
    shell.setLanguage("kk")
    with qtbot.waitSignal(shell.idle_timer.expired, timeout=10_000):
        shell.registerActivity()
    assert (shell.page, shell.language) == ("home", "en")
    qtbot.waitUntil(lambda: shell.page == "attract", timeout=10_000)
    with qtbot.assertNotEmitted(shell.idle_timer.changed, wait=200):
        pass


def test_a_touch_at_home_postpones_the_attract_loop(qtbot: QtBot) -> None:
    shell = Shell(make_session(**SOON | {"attract_seconds": 1.0}))
    with qtbot.waitSignal(shell.idle_timer.expired, timeout=10_000):
        shell.goHome()
    pages: list[str] = []
    shell.pageChanged.connect(lambda: pages.append(shell.page))
    with qtbot.waitSignal(shell.idle_timer.expired, timeout=10_000):
        shell.registerActivity()
    assert pages == ["home"]


def test_in_the_attract_loop_a_touch_starts_no_timer(qtbot: QtBot) -> None:
    shell = Shell(make_session(**SOON))
    with qtbot.assertNotEmitted(shell.idle_timer.changed, wait=200):
        shell.registerActivity()
    assert shell.page == "attract"


def test_a_change_of_language_keeps_the_question(qtbot: QtBot) -> None:
    shell = Shell(make_session(**NEVER))
    shell.goHome()
    shell.idle_timer.ask()
    shell.setLanguage("ru")
    assert shell.idle_timer.asking
    assert shell.idle_timer.countdownText.endswith("через 15 секунд")
    shell.registerActivity()
    assert not shell.idle_timer.asking
