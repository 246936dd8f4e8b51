"""Staff change settings by touch, and the change takes effect at once."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.window import KioskWindow
from kiosk.base.settings import load
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.staff.entrance import StaffEntrance
from tests.appearance.rules import find_faults
from tests.screen_kit import settle, tap, wait_until, window


def open_settings_page(shown: KioskWindow, library: Path) -> None:
    """Open the page Settings of the staff area without a PIN."""
    shown.background = BackgroundServices(shown.shell, shown.shell)
    shown.staff_entrance = StaffEntrance(shown.shell, shown.background)
    shown.staff_entrance.open()
    shown.staff_entrance.area().enter()
    settle()
    tap(shown, "rail-settings")


def test_a_changed_setting_takes_effect_at_once(library: Path, qtbot: QtBot) -> None:
    with window(library, idle_seconds=0.2, countdown_seconds=60) as shown:
        idle_timer = shown.shell.idle_timer
        tap(shown, "attract")
        wait_until(lambda: idle_timer.asking)
        open_settings_page(shown, library)
        tap(shown, "option-180")
        wait_until(lambda: shown.shell.session.settings.idle_seconds == 180)
        assert load(None, library).idle_seconds == 180
        tap(shown, "option-ru")
        wait_until(lambda: shown.shell.session.settings.language == "ru")
        tap(shown, "leave")
        assert (shown.shell.page, shown.shell.language) == ("attract", "ru")
        tap(shown, "attract")
        assert shown.shell.page == "home"
        with qtbot.assertNotEmitted(idle_timer.changed, wait=1000):
            pass


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920", "1280x1024", "1366x768"])
def test_the_page_keeps_the_layout_rules(size: str, library: Path) -> None:
    with window(library, size, share=Path("/mnt/programme")) as shown:
        open_settings_page(shown, library)
        assert shown.background
        page = shown.staff_entrance.area().page_named("settings")
        found = []
        for asking in (False, True):
            page.askNewPin(asking)  # type: ignore[attr-defined]
            for language in ("en", "kk", "ru"):
                shown.shell.setLanguage(language)
                settle()
                found += [f"{language}: {fault}" for fault in find_faults(shown.view.rootObject())]
        found = [fault for fault in found if str(library) not in fault]  # a path may be wrapped anywhere
        assert not found, "\n".join(found)
