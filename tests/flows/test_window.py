"""The real window when not all is well: no programme, a spoilt one, a bug, keys that leave other programs."""

import signal
from pathlib import Path
from shutil import copytree

import pytest

from kiosk.programme.shown_programme import open_library
from tests.flows.visitor import PATIENCE, visitor
from tests.library_kit import damage_file
from tests.screen_kit import grab_pixels, run_cli

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

BROKEN = """
import sys
from kiosk.__main__ import main
from kiosk.viewmodels.visitor.home import HomePage

def refresh(page):
    raise ZeroDivisionError("put in by a test")

HomePage.refresh = refresh
sys.exit(main())
"""


def test_without_a_programme_it_asks_for_the_staff_in_three_languages(tmp_path: Path) -> None:
    run_cli("pin", "new", "--library", tmp_path / "nothing")
    with visitor(tmp_path, tmp_path / "nothing", settings="") as guest:
        guest.sees("Қызметкерге хабарласыңыз")
        guest.tap("Русский")
        guest.sees("Обратитесь к сотруднику")
        guest.tap("English")
        guest.sees("Please ask the staff")
        assert guest.leave() == 0
    said = (tmp_path / "said").read_text("utf-8").splitlines()
    assert len(said) == 1
    assert "library.empty" not in said[0]


def test_a_spoilt_programme_gives_way_to_the_one_before(april: Path, demo: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    copytree(april, library)
    damage_file(open_library(library).folder / "demo/files/events.sqlite", 5000)
    assert open_library(library).damaged
    with visitor(tmp_path, library, "1280x1024", twin=demo) as guest:
        guest.tap("attract")
        guest.sees("Programme updated 1 April 2016")
        assert guest.leave(signal.SIGINT) == 0
    assert (tmp_path / "said").read_text("utf-8") == ""


def test_no_key_leads_out_of_the_kiosk(demo: Path, tmp_path: Path) -> None:
    """Fault catalogue, I1, as far as it is the program's own."""
    with visitor(tmp_path, demo, "1280x1024") as guest:
        guest.tap("attract")
        guest.tap("theme-partnership")
        guest.agree()
        before = guest.display.picture()
        guest.display.act("key", *KEYS)
        guest.tap("Русский")
        guest.tap("English")
        guest.agree()
        assert (guest.display.picture() != before).mean() < 0.001
    assert (tmp_path / "said").read_text("utf-8") == ""


def test_a_bug_ends_the_program_with_70_and_says_where_it_is(demo: Path, tmp_path: Path) -> None:
    with visitor(tmp_path, demo, "1280x1024", program=("-c", BROKEN)) as guest:
        guest.tap("attract")
        assert guest.kiosk.wait(PATIENCE) == 70
    said = (tmp_path / "said").read_text("utf-8")
    assert "ZeroDivisionError: put in by a test" in said
    assert "in goHome" in said


def test_there_is_no_mouse_pointer(demo: Path, tmp_path: Path) -> None:
    with visitor(tmp_path, demo, "1280x1024") as guest:
        guest.agree()
        guest.display.act("mousemove", 200, 300)
        around = slice(280, 340), slice(180, 240)

        def bare() -> bool:
            seen, shown = guest.display.picture()[around], grab_pixels(guest.twin)[around]
            return bool((seen == shown).mean() > 0.99)

        guest.wait(bare, "there is a mouse pointer on the screen")
