"""Row K1: a fault of a staff page closes that page with a sentence; everything else goes on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Property, QObject

from kiosk.app.window import KioskWindow
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.viewmodels.staff.area import PAGES, StaffArea
from kiosk.viewmodels.staff.containment import report_fault
from kiosk.viewmodels.staff.flyers.page import FlyersPage
from kiosk.viewmodels.staff.health.page import HealthPage
from kiosk.viewmodels.staff.month.page import MonthPage
from kiosk.viewmodels.staff.packs.other_programme import OtherProgramme
from kiosk.viewmodels.staff.packs.page import PacksPage
from kiosk.viewmodels.staff.pin.pin_pad import PinPad
from kiosk.viewmodels.staff.settings.page import SettingsPage
from kiosk.viewmodels.staff.visits.page import VisitsPage
from tests.screen_kit import find, is_enabled, settle, tap, texts, wait_until, window

pytestmark = pytest.mark.xdist_group("screen")
FAULT = "ValueError: a fault of the test"
TITLES = {language: translator(language).text("staff.fault.title") for language in LANGUAGES}


def fail(*_: object) -> Any:
    """Stands for code with a bug."""
    raise ValueError("a fault of the test")


def break_method(monkeypatch: pytest.MonkeyPatch, model: type[QObject], name: str) -> None:
    """Give a method a bug, also one that Qt calls."""
    method = vars(model).get(name)
    if method and hasattr(method, "__wrapped__"):
        monkeypatch.setattr(method.__wrapped__, "__code__", fail.__code__)
    else:
        monkeypatch.setattr(model, name, fail)


class Staff:
    """Somebody in the unlocked staff area; `fatal` gets the exceptions that would end the program."""

    def __init__(self, shown: KioskWindow, area: StaffArea, fatal: list[BaseException]) -> None:
        self.shown, self.area, self.fatal = shown, area, fatal

    def sees_fault(self) -> bool:
        """Whether the page is closed and its sentence is on the screen."""
        return self.area.page == "fault" and TITLES[self.shown.shell.language] in texts(self.shown)

    def meets_fault_at(self, button: str) -> bool:
        """Tap a button of a page if it takes taps just now; whether its fault has closed the page."""
        if self.area.page != "fault" and is_enabled(find(self.shown, button)):
            tap(self.shown, button)
            settle()
        return self.sees_fault()

    def can_use_all_pages(self) -> None:
        """Open every page from the rail."""
        for name in reversed(PAGES):
            tap(self.shown, f"rail-{name}")
            settle()
            assert self.area.page == name
        assert not self.fatal


@contextmanager
def staff_area(library: Path) -> Iterator[Staff]:
    """The staff area of a window without a display, unlocked."""
    fatal: list[BaseException] = []
    before, sys.excepthook = sys.excepthook, lambda kind, error, trace: fatal.append(error)
    try:
        with window(library, "1280x1024") as shown:
            shown.start_background()
            assert shown.staff_entrance
            area = shown.staff_entrance.area()
            area.open()
            area.enter()
            settle()
            yield Staff(shown, area, fatal)
    finally:
        sys.excepthook = before


@pytest.mark.parametrize("name", PAGES)
def test_k01_a_staff_page_that_cannot_open_is_closed_with_a_sentence(
    name: str, demo: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with staff_area(demo) as staff:
        area = staff.area
        for method in ("__init__", "open", "refresh"):
            area.show("flyers" if name != "flyers" else "packs")
            settle()
            area._pages.pop(name, area.page_named(name)).deleteLater()
            settle()
            with monkeypatch.context() as broken:
                break_method(broken, PAGES[name][2], method)
                for _ in range(2):
                    tap(staff.shown, f"rail-{name}")
                    wait_until(staff.sees_fault)
                    settle()
                assert FAULT in capfd.readouterr().err, method
        staff.can_use_all_pages()


def test_k01_the_sentence_follows_the_language(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(set(TITLES.values())) == len(LANGUAGES)
    with staff_area(demo) as staff:
        monkeypatch.setattr(VisitsPage, "open", fail)
        tap(staff.shown, "rail-visits")
        wait_until(staff.sees_fault)
        for language in LANGUAGES:
            staff.shown.shell.setLanguage(language)
            settle()
            assert staff.sees_fault()
        tap(staff.shown, "leave")
        assert staff.shown.shell.page == "attract"
        assert not staff.fatal


TAPPED: dict[str, tuple[str, type[QObject], str]] = {
    "packs": ("go-back", OtherProgramme, "askBack"),
    "flyers": ("more", FlyersPage, "addCopies"),
    "visits": ("period-1", VisitsPage, "choose"),
    "month": ("month-before", MonthPage, "shift"),
    "settings": ("option-ru", SettingsPage, "choose"),
    "health": ("health-again", HealthPage, "runAgain"),
}
"""A button of each page, and the slot that QML calls when it is tapped."""


@pytest.mark.parametrize("name", PAGES)
def test_k01_a_fault_of_a_tapped_button_closes_the_page(
    name: str, april: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    button, model, slot = TAPPED[name]
    with staff_area(april) as staff:
        with monkeypatch.context() as broken:
            break_method(broken, model, slot)
            for _ in range(2):
                tap(staff.shown, f"rail-{name}")
                wait_until(lambda: staff.meets_fault_at(button))
        staff.can_use_all_pages()


@pytest.mark.qt_log_ignore("TypeError: Cannot read property|Unable to assign")  # only logged
@pytest.mark.parametrize("name", PAGES)
def test_k01_a_fault_of_a_property_closes_the_page(
    name: str, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page_type = PAGES[name][2]
    with staff_area(demo) as staff:
        for property_name, value in list(vars(page_type).items()):
            if not isinstance(value, Property):
                continue
            tap(staff.shown, f"rail-{name}")
            wait_until(lambda: staff.area.page == name)
            with monkeypatch.context() as broken:
                broken.setattr(value.fget.__wrapped__, "__code__", fail.__code__)
                page = staff.shown.view.engine().newQObject(staff.area.page_named(name))
                read = page.property(property_name)  # as QML reads it
                assert read.isNull() or not read.toVariant(), property_name
                wait_until(staff.sees_fault)
        staff.can_use_all_pages()


def test_k01_a_fault_of_the_reply_of_a_child_process_closes_the_page(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with staff_area(demo) as staff:
        with monkeypatch.context() as broken:
            broken.setattr(VisitsPage, "_handle_counts", fail)
            tap(staff.shown, "rail-visits")
            wait_until(staff.sees_fault)
        staff.can_use_all_pages()


def test_k01_a_fault_of_a_page_in_the_background_leaves_the_page_on_show(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with staff_area(demo) as staff:
        tap(staff.shown, "rail-visits")
        with monkeypatch.context() as broken:
            broken.setattr(PacksPage, "_asking_pack", fail)
            assert staff.shown.background
            staff.shown.background.job.changed.emit()
            wait_until(lambda: "packs" not in staff.area._pages)
            assert staff.area.page == "visits"
        staff.can_use_all_pages()


def test_k01_a_fault_of_the_pin_pad_leads_back_to_visitors(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with staff_area(demo) as staff:
        tap(staff.shown, "leave")
        staff.area.open()
        wait_until(lambda: staff.area.pin_pad.acceptsDigits)
        with monkeypatch.context() as broken:
            break_method(broken, PinPad, "press")
            tap(staff.shown, "5")
            wait_until(staff.sees_fault)
            tap(staff.shown, "leave-fault")
        assert staff.shown.shell.page == "attract"
        assert not staff.fatal


def test_k01_a_fault_elsewhere_ends_the_program(demo: Path) -> None:
    with staff_area(demo) as staff:
        error = ValueError("of a visitor's page")
        report_fault(staff.shown.shell, error)
        assert staff.fatal == [error]


def test_k01_a_fault_that_no_page_can_be_blamed_for_ends_the_program(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with staff_area(demo) as staff:
        monkeypatch.setattr(StaffArea, "_update_warnings", fail)
        tap(staff.shown, "rail-visits")
        wait_until(lambda: staff.fatal)
