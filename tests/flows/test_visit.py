"""A visit from the attract loop to a code on a phone, in a real window, by real X events."""

from pathlib import Path

import pytest

from tests import screen_kit
from tests.flows.qr_codes import read_qr_codes
from tests.flows.visitor import Visitor, run_kiosk
from tests.screen_kit import Pixels

LOVE_TO_CODE = "https://kz.usembassy.gov/25-years/love-to-code"
SHORT_TIMES = 'language = "en"\nidle_seconds = 25\ncountdown_seconds = 8\nattract_seconds = 8\n'


pytestmark = pytest.mark.xdist_group("xvfb")


def open_code(visitor: Visitor) -> Pixels:
    """Tap from the attract loop to the event, read its code, and return the picture of the screen."""
    visitor.tap("attract")
    visitor.tap("theme-innovation")
    visitor.tap("event-love-to-code")
    visitor.expect_texts("“Love to Code” Tech Tour", "kz.usembassy.gov")
    pixels = visitor.display.grab_pixels()
    assert read_qr_codes(pixels) == [LOVE_TO_CODE]
    return pixels


def test_from_attract_to_a_code_and_home_again(demo: Path, tmp_path: Path) -> None:
    with run_kiosk(tmp_path, demo, settings=SHORT_TIMES) as visitor:
        shell = visitor.twin.shell
        in_english = open_code(visitor)
        visitor.tap("Қазақша")
        visitor.expect_texts("«Love to Code» технотуры", "kz.usembassy.gov")
        in_kazakh = visitor.display.grab_pixels()
        assert (in_kazakh != in_english).mean() > 0.01
        assert read_qr_codes(in_kazakh) == [LOVE_TO_CODE]

        visitor.wait_until(lambda: shell.idle_timer.asking, "the idle question does not appear")
        visitor.expect_texts("Сіз әлі осындасыз ба?")
        assert (visitor.display.grab_pixels() != in_kazakh).mean() > 0.5
        visitor.wait_until(lambda: shell.page == "home", "the home page does not appear")
        visitor.expect_texts("This month in the programme")
        visitor.wait_until(lambda: shell.page == "attract", "the attract loop does not start")
        visitor.wait_for_match()
    assert (tmp_path / "kiosk.log").read_text("utf-8") == ""


def test_a_visit_on_a_portrait_screen(demo: Path, tmp_path: Path) -> None:
    with run_kiosk(tmp_path, demo, "1080x1920") as visitor:
        open_code(visitor)
        visitor.tap("back")
        visitor.tap("dock-events")
        visitor.tap("past")
        visitor.expect_texts("Past events")
        visitor.tap("dock-home")
        visitor.expect_texts("This month in the programme")
        screen_kit.tap(visitor.twin, "theme-innovation")
        assert visitor.difference() > 0.01, "the comparison of screen and twin sees no difference"
    assert (tmp_path / "kiosk.log").read_text("utf-8") == ""
