"""Staff change a setting with their fingers, and the next visitor meets the kiosk as they wished."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.window import KioskWindow
from kiosk.base.settings import load
from kiosk.library.crash_guard import CrashGuard
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.staff.entrance import StaffEntrance
from tests.appearance.rules import find_faults
from tests.screen_kit import copy_library, settle, tap, wait_until, window


@pytest.fixture
def library(demo: Path, tmp_path: Path) -> Path:
    """A library of our own that shows the demo programme."""
    return copy_library(demo, tmp_path / "library")


def enter(shown: KioskWindow, library: Path) -> None:
    """Turn to the page of settings, past the PIN."""
    shown.background = BackgroundServices(shown.shell, CrashGuard(library), shown.shell)
    shown.staff_entrance = StaffEntrance(shown.shell, shown.background)
    shown.staff_entrance.open()
    shown.staff_entrance.area().enter()
    settle()
    tap(shown, "rail-settings")


def test_the_screen_waits_longer_as_soon_as_staff_have_said_so(library: Path, qtbot: QtBot) -> None:
    with window(library, idle_seconds=0.2, countdown_seconds=60) as shown:
        idle = shown.shell.idle_timer
        tap(shown, "attract")
        wait_until(lambda: idle.asking)
        enter(shown, library)
        tap(shown, "option-180")
        wait_until(lambda: shown.shell.session.settings.idle_seconds == 180)
        assert load(None, library).idle_seconds == 180
        tap(shown, "option-ru")
        wait_until(lambda: shown.shell.session.settings.language == "ru")
        tap(shown, "leave")
        assert (shown.shell.page, shown.shell.language) == ("attract", "ru")
        tap(shown, "attract")
        assert shown.shell.page == "home"
        with qtbot.assertNotEmitted(idle.changed, wait=1000):
            pass


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920", "1280x1024", "1366x768"])
def test_the_page_keeps_the_rules_of_the_layout(size: str, library: Path) -> None:
    with window(library, size, share=Path("/mnt/programme")) as shown:
        enter(shown, library)
        assert shown.background
        page = shown.staff_entrance.area().page_named("settings")
        found = []
        for doubt in (False, True):
            page.askNewPin(doubt)  # type: ignore[attr-defined]
            for language in ("en", "kk", "ru"):
                shown.shell.setLanguage(language)
                settle()
                found += [f"{language}: {fault}" for fault in find_faults(shown.view.rootObject())]
        found = [fault for fault in found if str(library) not in fault]  # a path may be broken anywhere
        assert not found, "\n".join(found)
