"""The window under faults: no programme, a damaged one, a bug, keys that leave other programs."""

import signal
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QPoint

from kiosk.programme.shown_programme import open_library
from tests.flows.visitor import run_kiosk
from tests.library_kit import damage_file
from tests.screen_kit import grab_pixels
from tests.supervisor.screen_pid import screen_pid

pytestmark = pytest.mark.xdist_group("xvfb")

KEYS = [
    *(
        "Escape",
        "F1",
        "F5",
        "F11",
        "F12",
        "Menu",
        "Print",
        "Super_L",
        "Pause",
        "Delete",
        "Home",
        "End",
        "Prior",
    ),
    *("Next", "Left", "Right", "Up", "Down", "alt+F4", "alt+Escape", "alt+Tab", "alt+Left", "ctrl+Tab"),
    *(f"ctrl+{letter}" for letter in "acfnopqrsvw"),
    *("ctrl+plus", "ctrl+minus", "ctrl+alt+Delete", "ctrl+alt+F1", "ctrl+alt+t", "ctrl+shift+i", "shift+F10"),
    *("super+d", "super+l", "XF86HomePage", "XF86Mail", "XF86Calculator", "XF86AudioMute"),
]

BROKEN_PROGRAM = """
import sys
from kiosk.__main__ import main
from kiosk.viewmodels.visitor.home.page import HomePage

def refresh(page):
    raise ZeroDivisionError("put in by a test")

HomePage.refresh = refresh
sys.exit(main())
"""


def test_without_a_programme_the_page_asks_for_staff_in_three_languages(tmp_path: Path) -> None:
    with run_kiosk(tmp_path, tmp_path / "nothing", settings="") as visitor:
        visitor.expect_texts("Кітапханашыдан сұраңыз")
        visitor.tap("Русский")
        visitor.expect_texts("Спросите библиотекаря")
        visitor.tap("English")
        visitor.expect_texts("Please ask the librarian")
        assert visitor.terminate() == 0
    output = (tmp_path / "kiosk.log").read_text("utf-8").splitlines()
    assert len(output) == 1
    assert "library.empty" not in output[0]


def test_a_damaged_generation_is_replaced_by_the_previous_one(
    april: Path, demo: Path, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    copytree(april, library)
    damage_file(open_library(library).folder / "demo/files/events.sqlite", 5000)
    assert open_library(library).damaged
    with run_kiosk(tmp_path, library, "1280x1024", twin=demo) as visitor:
        visitor.tap("attract")
        visitor.expect_texts("This month in the programme")
        assert visitor.terminate(signal.SIGINT) == 0
    assert (tmp_path / "kiosk.log").read_text("utf-8") == ""


def test_no_key_leaves_the_kiosk(demo: Path, tmp_path: Path) -> None:
    """Row I1 of the fault catalogue, as far as the program itself is concerned."""
    with run_kiosk(tmp_path, demo, "1280x1024") as visitor:
        visitor.tap("attract")
        visitor.tap("theme-partnership")
        visitor.wait_for_match()
        before = visitor.display.grab_pixels()
        visitor.display.run_xdotool("key", *KEYS)
        visitor.tap("Русский")
        visitor.tap("English")
        visitor.wait_for_match()
        assert (visitor.display.grab_pixels() != before).mean() < 0.001
    assert (tmp_path / "kiosk.log").read_text("utf-8") == ""


def test_a_bug_prints_a_traceback_and_brings_the_attract_loop_back(demo: Path, tmp_path: Path) -> None:
    with run_kiosk(tmp_path, demo, "1280x1024", program=("-c", BROKEN_PROGRAM)) as visitor:
        visitor.wait_for_match()
        before = screen_pid(visitor.kiosk.pid)

        def tap() -> bool:
            visitor.display.tap(QPoint(640, 960))
            return screen_pid(visitor.kiosk.pid) not in (None, before)

        visitor.wait_until(tap, "the bug does not end the process")
        visitor.wait_for_match()
    output = (tmp_path / "kiosk.log").read_text("utf-8")
    assert "ZeroDivisionError: put in by a test" in output
    assert "in goHome" in output


def test_there_is_no_mouse_pointer(demo: Path, tmp_path: Path) -> None:
    with run_kiosk(tmp_path, demo, "1280x1024") as visitor:
        visitor.wait_for_match()
        visitor.display.run_xdotool("mousemove", 200, 300)
        region = slice(280, 340), slice(180, 240)

        def has_no_pointer() -> bool:
            pixels, expected = visitor.display.grab_pixels()[region], grab_pixels(visitor.twin)[region]
            return bool((pixels == expected).mean() > 0.99)

        visitor.wait_until(has_no_pointer, "there is a mouse pointer on the screen")
