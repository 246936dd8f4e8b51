"""Staff change settings by touch, and the change takes effect at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from kiosk.app.window import KioskWindow
from kiosk.base.kiosk_toml.opening_hours import DAYS
from kiosk.base.settings import load
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.staff.entrance import StaffEntrance
from kiosk.viewmodels.staff.settings.page import SettingsPage
from kiosk.viewmodels.staff.settings.week_editor import WeekEditor
from tests.appearance.rules import find_faults
from tests.power_switch import PowerSwitch
from tests.screen_kit import find, is_enabled, items, settle, tap, texts, wait_until, window


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


def scrolled(shown: KioskWindow) -> float:
    """How far the page is scrolled, in pixels."""
    card = find(shown, "power-off")
    around = card.parentItem()
    while not around.inherits("QQuickFlickable"):
        around = around.parentItem()
    return float(around.property("contentY"))


def test_k11_the_page_scrolls_to_a_question_and_not_by_itself(library: Path) -> None:
    with window(library) as shown:
        open_settings_page(shown, library)
        for language in ("kk", "ru", "en"):
            shown.shell.setLanguage(language)
            settle()
            assert scrolled(shown) == 0
        page = shown.staff_entrance.area().page_named("settings")
        page.power.askOff()  # type: ignore[attr-defined]
        settle()
        where = find(shown, "power-yes").mapToScene(QPointF(0, 0)).y()
        assert 0 < where < shown.view.height()


def scroll_to_top(shown: KioskWindow) -> None:
    for item in items(shown):
        if item.inherits("QQuickFlickable"):
            item.setProperty("contentY", item.property("originY"))
    settle()


def say(shown: KioskWindow, name: str) -> str:
    return str(find(shown, name).property("text"))


def test_k11_staff_set_the_opening_hours(library: Path) -> None:
    with window(library, "1080x1920") as shown:
        open_settings_page(shown, library)
        assert say(shown, "hours-line") == "Not set yet"
        tap(shown, "option-open")
        wait_until(lambda: say(shown, "hours-line") == "Mon–Fri 10:00–19:00, Sat–Sun closed")
        tap(shown, "opening-earlier")
        tap(shown, "opening-earlier")
        tap(shown, "closing-earlier")
        wait_until(
            lambda: "Mon–Fri 09:00–18:30" in say(shown, "hours-line"), lambda: say(shown, "hours-line")
        )
        for day in DAYS[:5]:
            tap(shown, f"option-{day}") if day != "Mo" else tap(shown, "option-Sa")
        tap(shown, "option-Mo")
        tap(shown, "option-open")
        tap(shown, "closing-earlier")
        wait_until(lambda: say(shown, "hours-line") == "Mon–Fri 09:00–18:30, Sat 10:00–18:30, Sun closed")
        tap(shown, "option-closed")
        wait_until(lambda: load(None, library).opening_hours == "Mo-Fr 09:00-18:30")
        shown.shell.setLanguage("ru")
        settle()
        assert say(shown, "hours-line") == "Пн–Пт 09:00–18:30, Сб–Вс закрыто"


def test_k11_days_with_other_hours_keep_what_is_not_touched(library: Path) -> None:
    settings = library.parent / "kiosk.toml"
    settings.write_text('language = "en"\nopening_hours = "Mo-Fr 10:00-19:00; Sa 10:00-16:00"\n')
    with window(library, "1080x1920", settings=settings) as shown:
        open_settings_page(shown, library)
        tap(shown, "option-Sa")
        assert (say(shown, "opening"), say(shown, "closing")) == ("10:00", "…")
        tap(shown, "opening-earlier")
        wait_until(lambda: say(shown, "hours-line") == "Mon–Fri 09:30–19:00, Sat 09:30–16:00, Sun closed")
        tap(shown, "option-Su")
        assert not [row.value for row in editor(shown).states.rows if row.chosen]
        tap(shown, "option-open")
        wait_until(lambda: say(shown, "hours-line").endswith("Sat 09:30–16:00, Sun 10:00–19:00"))
        tap(shown, "option-closed")
        wait_until(lambda: say(shown, "hours-line") == "Mon–Sun closed")
        assert [row.value for row in editor(shown).states.rows if row.chosen] == ["closed"]


def editor(shown: KioskWindow) -> WeekEditor:
    page = shown.staff_entrance.area().page_named("settings")
    assert isinstance(page, SettingsPage)
    return page.weekEditor


def test_k11_staff_set_the_technicians_number_and_see_it_on_health(library: Path) -> None:
    with window(library) as shown:
        open_settings_page(shown, library)
        assert say(shown, "technician-number") == "No number yet"
        tap(shown, "phone-edit")
        for key in ("+", *"77012", "+", *"3456789", "erase"):
            tap(shown, f"phone-{key}")
        assert say(shown, "technician-number") == "+7 701 234 56 78"
        tap(shown, "phone-save")
        wait_until(lambda: load(None, library).technician == "+77012345678")
        tap(shown, "phone-edit")
        for _ in range(10):
            tap(shown, "phone-erase")
        assert say(shown, "technician-number") == "+7"
        assert not find(shown, "phone-save").property("enabled")
        tap(shown, "phone-leave")
        assert say(shown, "technician-number") == "+7 701 234 56 78"
        tap(shown, "rail-health")
        assert say(shown, "technician") == "Technician: +7 701 234 56 78"


def test_k11_going_back_to_the_usual_keeps_what_was_told_about_the_corner(library: Path) -> None:
    with window(library) as shown:
        open_settings_page(shown, library)
        tap(shown, "option-open")
        tap(shown, "option-180")
        wait_until(lambda: load(None, library).idle_seconds == 180)
        wait_until(lambda: is_enabled(find(shown, "reset")))
        tap(shown, "reset")
        wait_until(lambda: load(None, library).idle_seconds == 60)
        assert load(None, library).opening_hours == "Mo-Fr 10:00-19:00"
        assert shown.shell.session.settings.opening_hours == "Mo-Fr 10:00-19:00"


@pytest.mark.parametrize(("name", "order"), [("power-off", "poweroff"), ("power-restart", "reboot")])
def test_k11_staff_end_the_day(library: Path, power_switch: PowerSwitch, name: str, order: str) -> None:
    with window(library) as shown:
        open_settings_page(shown, library)
        tap(shown, name)
        tap(shown, "power-no")
        tap(shown, name)
        assert power_switch.orders == []
        tap(shown, "power-yes")
        wait_until(lambda: power_switch.orders == [order])
        assert not [text for text in texts(shown) if text in ("Switch off", "Restart")]


def test_k11_a_computer_that_refuses_is_told(library: Path, power_switch: PowerSwitch) -> None:
    power_switch.refuse("Access denied")
    with window(library) as shown:
        open_settings_page(shown, library)
        tap(shown, "power-off")
        tap(shown, "power-yes")
        wait_until(
            lambda: any("does not let the kiosk do this (Access denied)" in text for text in texts(shown))
        )
        tap(shown, "power-off")
        assert "Yes, switch off" in texts(shown)


def test_k11_nothing_is_switched_off_while_a_programme_is_installed(
    library: Path, power_switch: PowerSwitch
) -> None:
    with window(library) as shown:
        open_settings_page(shown, library)
        assert shown.background
        tap(shown, "power-off")
        shown.background.job.start("install", ("keys", "--help"))
        assert "The programme is being changed. Wait until this has ended." in texts(shown)
        assert "Yes, switch off" not in texts(shown)
        wait_until(lambda: not shown.background.job.is_running)
        settle()
        assert "Yes, switch off" in texts(shown)
        assert power_switch.orders == []


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920", "1280x1024", "1366x768"])
def test_the_page_keeps_the_layout_rules(size: str, library: Path) -> None:
    with window(library, size, share=Path("/mnt/programme")) as shown:
        open_settings_page(shown, library)
        assert shown.background
        page = shown.staff_entrance.area().page_named("settings")
        found = []
        for asking in (False, True):
            page.askNewPin(asking)  # type: ignore[attr-defined]
            if asking:
                page.technician.edit()  # type: ignore[attr-defined]
                page.power.askRestart()  # type: ignore[attr-defined]
                page.weekEditor.setState("open")  # type: ignore[attr-defined]
            for language in ("en", "kk", "ru"):
                shown.shell.setLanguage(language)
                settle()
                scroll_to_top(shown)
                found += [f"{language}: {fault}" for fault in find_faults(shown.view.rootObject())]
        found = [fault for fault in found if str(library) not in fault]  # a path may be wrapped anywhere
        assert not found, "\n".join(found)
