"""When a visitor has left: the question, the countdown, the way home, with times short enough for a test."""

from typing import Any

from pytestqt.qtbot import QtBot

from kiosk.viewmodels.idle_timer import IdleTimer
from kiosk.viewmodels.shell import Shell
from tests.unit.viewmodels.sessions import session

SOON: dict[str, Any] = {"idle_seconds": 0.05, "countdown_seconds": 2, "attract_seconds": 0.05}
NEVER: dict[str, Any] = {"idle_seconds": 3600.0, "countdown_seconds": 15, "attract_seconds": 3600.0}


def test_it_asks_counts_down_and_says_so(qtbot: QtBot) -> None:
    idle = IdleTimer(session(**SOON))
    said: list[str] = []
    idle.changed.connect(lambda: said.append(idle.countdownText if idle.asking else "-"))
    with qtbot.waitSignal(idle.expired, timeout=10_000):
        idle.restart()
    assert said[:2] == ["Going back to the start in 2 seconds", "Going back to the start in 1 second"]
    assert not idle.asking


def test_a_touch_takes_the_question_back(qtbot: QtBot) -> None:
    idle = IdleTimer(session(**SOON))
    with qtbot.waitSignal(idle.changed, timeout=10_000):
        idle.restart()
    assert idle.asking
    with qtbot.assertNotEmitted(idle.expired), qtbot.waitSignal(idle.changed, timeout=10_000):
        idle.restart()
        assert not idle.asking


def test_a_resting_kiosk_asks_nobody(qtbot: QtBot) -> None:
    idle = IdleTimer(session(**SOON))
    idle.restart()
    idle.stop()
    with qtbot.assertNotEmitted(idle.changed, wait=200):
        pass


def test_the_kiosk_goes_home_in_its_own_language_and_then_to_the_loop(qtbot: QtBot) -> None:
    shell = Shell(session(**SOON))
    shell.goHome()
    shell.openEvent("code")
    shell.setLanguage("kk")
    with qtbot.waitSignal(shell.idle_timer.expired, timeout=10_000):
        shell.registerActivity()
    assert (shell.page, shell.language) == ("home", "en")
    qtbot.waitUntil(lambda: shell.page == "attract", timeout=10_000)
    with qtbot.assertNotEmitted(shell.idle_timer.changed, wait=200):
        pass


def test_a_touch_at_home_keeps_the_loop_away(qtbot: QtBot) -> None:
    shell = Shell(session(**SOON | {"attract_seconds": 1.0}))
    with qtbot.waitSignal(shell.idle_timer.expired, timeout=10_000):
        shell.goHome()
    pages: list[str] = []
    shell.pageChanged.connect(lambda: pages.append(shell.page))
    with qtbot.waitSignal(shell.idle_timer.expired, timeout=10_000):
        shell.registerActivity()
    assert pages == ["home"]


def test_in_the_loop_a_touch_starts_no_clock(qtbot: QtBot) -> None:
    shell = Shell(session(**SOON))
    with qtbot.assertNotEmitted(shell.idle_timer.changed, wait=200):
        shell.registerActivity()
    assert shell.page == "attract"


def test_a_page_changes_nothing_about_the_question(qtbot: QtBot) -> None:
    shell = Shell(session(**NEVER))
    shell.goHome()
    shell.idle_timer.ask()
    shell.setLanguage("ru")
    assert shell.idle_timer.asking
    assert shell.idle_timer.countdownText.endswith("через 15 секунд")
    shell.registerActivity()
    assert not shell.idle_timer.asking
