"""The first PIN of a kiosk, and a new one: staff ask for it, and it is valid once it was written down."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.app.window import KioskWindow
from kiosk.pin import staff_pin
from kiosk.pin.lockout import NEVER_SET
from kiosk.viewmodels.background.child_process import ChildProcess
from tests.screen_kit import find, run_cli, settle, tap, texts, wait_until, wait_until_ready, window


@pytest.fixture
def library(demo: Path, tmp_path: Path) -> Path:
    """A library with a programme, and without a PIN so far."""
    library = tmp_path / "library"
    run_cli("trust", "add", demo.parent / "keys" / "root.json", "--library", library)
    run_cli("install", demo.parent / "25-years-together.kpack", "--library", library)
    return library


@pytest.fixture
def shown(library: Path) -> Iterator[KioskWindow]:
    with window(library, "1280x800", at=None) as shown:
        shown.start_background()
        yield shown


def make_staff_gesture(shown: KioskWindow) -> None:
    """Tap five times in the top left corner, and wait for what the PIN pad says."""
    for _ in range(5):
        wait_until_ready(shown)
        QTest.mouseClick(
            shown.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 20)
        )
    settle()
    assert shown.shell.page == "staff"
    wait_until(lambda: "One moment…" not in texts(shown))


def shown_pin(shown: KioskWindow) -> str:
    return str(find(shown, "new-pin").property("text")).replace(" ", "")


def enter(shown: KioskWindow, pin: str) -> None:
    make_staff_gesture(shown)
    for digit in pin:
        wait_until(lambda: "One moment…" not in texts(shown))
        tap(shown, f"key-{digit}")
    wait_until(lambda: "Programmes" in texts(shown), lambda: texts(shown))


def test_k06_no_visitor_sees_a_pin_at_the_first_start(shown: KioskWindow, library: Path) -> None:
    wait_until(lambda: not (shown.background and shown.background.findChildren(ChildProcess)))
    assert (shown.shell.page, staff_pin.status(library)) == ("attract", NEVER_SET)
    tap(shown, "attract")
    tap(shown, "dock-events")
    assert shown.shell.page == "theme"
    shown.shell.showAttract()
    make_staff_gesture(shown)
    assert "I work here: make the PIN" in texts(shown)
    tap(shown, "leave")
    assert (shown.shell.page, staff_pin.status(library)) == ("attract", NEVER_SET)


def test_k05_the_first_pin_is_shown_until_it_was_written_down(shown: KioskWindow, library: Path) -> None:
    make_staff_gesture(shown)
    tap(shown, "make-first-pin")
    lost = shown_pin(shown)
    assert staff_pin.status(library) == NEVER_SET
    tap(shown, "not-kept")
    make_staff_gesture(shown)
    tap(shown, "make-first-pin")
    pin = shown_pin(shown)
    tap(shown, "kept")
    wait_until(lambda: shown.shell.page == "attract")
    assert staff_pin.check(library, pin).right
    assert lost == pin or not staff_pin.check(library, lost).right
    enter(shown, pin)


def test_k05_a_kiosk_that_stops_before_the_first_pin_was_confirmed_offers_one_again(library: Path) -> None:
    for _ in range(2):
        with window(library, "1280x800", at=None) as shown:
            shown.start_background()
            make_staff_gesture(shown)
            tap(shown, "make-first-pin")
            assert len(shown_pin(shown)) == 6
    assert staff_pin.status(library) == NEVER_SET


def test_k05_a_new_pin_replaces_the_present_one_only_when_it_was_written_down(
    shown: KioskWindow, library: Path
) -> None:
    present = staff_pin.create(library)
    enter(shown, present)
    for answer, is_kept in (("not-kept", False), ("kept", True)):
        area = shown.staff_entrance.area()
        area.show("settings")
        area.current.makePin()
        settle()
        new = shown_pin(shown)
        assert staff_pin.check(library, present).right
        tap(shown, answer)
        wait_until(lambda: shown.staff_entrance.area().page == "settings")
        assert staff_pin.check(library, new).right == is_kept
        tap(shown, "leave")
        enter(shown, new if is_kept else present)


def test_k05_a_first_pin_made_elsewhere_meanwhile_is_not_replaced(shown: KioskWindow, library: Path) -> None:
    make_staff_gesture(shown)
    tap(shown, "make-first-pin")
    pin = staff_pin.create(library)
    tap(shown, "kept")
    wait_until(lambda: any("not taken" in text for text in texts(shown)), lambda: texts(shown))
    assert staff_pin.check(library, pin).right


def test_k06_a_rehearsal_makes_no_first_pin(library: Path) -> None:
    with window(library, "1280x800", at="2016-04-03T14:20") as shown:
        shown.start_background()
        make_staff_gesture(shown)
        assert not any("make the PIN" in text for text in texts(shown))
        assert any("rehearsal" in text for text in texts(shown))


def test_k05_the_pad_says_what_to_do_when_the_pin_is_forgotten(shown: KioskWindow, library: Path) -> None:
    staff_pin.create(library)
    make_staff_gesture(shown)
    assert any(text.startswith("Forgotten? ") for text in texts(shown))
