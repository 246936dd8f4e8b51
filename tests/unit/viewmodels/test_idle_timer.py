"""IdleTimer: idle question, countdown, home page, attract loop; with times short enough for a test."""

from typing import Any

from pytestqt.qtbot import QtBot

from kiosk.viewmodels.idle_timer import IdleTimer
from kiosk.viewmodels.shell import Shell
from tests.unit.viewmodels.sessions import make_session

SHORT_TIMES: dict[str, Any] = {"idle_seconds": 0.05, "countdown_seconds": 2, "attract_seconds": 0.05}
LONG_TIMES: dict[str, Any] = {"idle_seconds": 3600.0, "countdown_seconds": 15, "attract_seconds": 3600.0}


def test_the_timer_asks_counts_down_and_expires(qtbot: QtBot) -> None:
    idle_timer = IdleTimer(make_session(**SHORT_TIMES))
    countdown_texts: list[str] = []
    idle_timer.changed.connect(
        lambda: countdown_texts.append(idle_timer.countdownText if idle_timer.asking else "-")
    )
    with qtbot.waitSignal(idle_timer.expired, timeout=10_000):
        idle_timer.restart()
    assert countdown_texts[:2] == [
        "Going back to the start in 2 seconds",
        "Going back to the start in 1 second",
    ]
    assert not idle_timer.asking


def test_a_touch_ends_the_question(qtbot: QtBot) -> None:
    idle_timer = IdleTimer(make_session(**SHORT_TIMES))
    with qtbot.waitSignal(idle_timer.changed, timeout=10_000):
        idle_timer.restart()
    assert idle_timer.asking
    with qtbot.assertNotEmitted(idle_timer.expired), qtbot.waitSignal(idle_timer.changed, timeout=10_000):
        idle_timer.restart()
        assert not idle_timer.asking


def test_a_stopped_timer_never_asks(qtbot: QtBot) -> None:
    idle_timer = IdleTimer(make_session(**SHORT_TIMES))
    idle_timer.restart()
    idle_timer.stop()
    with qtbot.assertNotEmitted(idle_timer.changed, wait=200):
        pass


def test_after_the_countdown_the_home_page_and_then_the_attract_loop_are_shown(
    qtbot: QtBot,
) -> None:
    shell = Shell(make_session(**SHORT_TIMES))
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
    shell = Shell(make_session(**SHORT_TIMES | {"attract_seconds": 1.0}))
    with qtbot.waitSignal(shell.idle_timer.expired, timeout=10_000):
        shell.goHome()
    pages: list[str] = []
    shell.pageChanged.connect(lambda: pages.append(shell.page))
    with qtbot.waitSignal(shell.idle_timer.expired, timeout=10_000):
        shell.registerActivity()
    assert pages == ["home"]


def test_in_the_attract_loop_a_touch_starts_no_timer(qtbot: QtBot) -> None:
    shell = Shell(make_session(**SHORT_TIMES))
    with qtbot.assertNotEmitted(shell.idle_timer.changed, wait=200):
        shell.registerActivity()
    assert shell.page == "attract"


def test_a_change_of_language_keeps_the_question(qtbot: QtBot) -> None:
    shell = Shell(make_session(**LONG_TIMES))
    shell.goHome()
    shell.idle_timer.ask()
    shell.setLanguage("ru")
    assert shell.idle_timer.asking
    assert shell.idle_timer.countdownText.endswith("через 15 секунд")
    shell.registerActivity()
    assert not shell.idle_timer.asking
