"""A visit from the attract loop to a code on a phone, in a real window, by real X events."""

from pathlib import Path

import pytest

from tests import screen_kit
from tests.flows import codes
from tests.flows.visitor import Visitor, visitor
from tests.screen_kit import Pixels

LOVE_TO_CODE = "https://kz.usembassy.gov/25-years/love-to-code"
HASTY = 'language = "en"\nidle_seconds = 25\ncountdown_seconds = 8\nattract_seconds = 8\n'


pytestmark = pytest.mark.xdist_group("xvfb")


def to_the_code(guest: Visitor) -> Pixels:
    """Tap from the attract loop to the event; what is then on the screen."""
    guest.tap("attract")
    guest.tap("theme-innovation")
    guest.tap("event-love-to-code")
    guest.sees("“Love to Code” Tech Tour", "kz.usembassy.gov")
    seen = guest.display.picture()
    assert codes.read(seen) == [LOVE_TO_CODE]
    return seen


def test_from_attract_to_a_code_and_home_again(demo: Path, tmp_path: Path) -> None:
    with visitor(tmp_path, demo, settings=HASTY) as guest:
        shell = guest.twin.shell
        in_english = to_the_code(guest)
        guest.tap("Қазақша")
        guest.sees("«Love to Code» технотуры", "kz.usembassy.gov")
        in_kazakh = guest.display.picture()
        assert (in_kazakh != in_english).mean() > 0.01
        assert codes.read(in_kazakh) == [LOVE_TO_CODE]

        guest.wait(lambda: shell.idle_timer.asking, "nobody asks whether the visitor is still there")
        guest.sees("Сіз әлі осындасыз ба?")
        assert (guest.display.picture() != in_kazakh).mean() > 0.5
        guest.wait(lambda: shell.page == "home", "it does not go home")
        guest.sees("Programme updated 1 April 2016")
        guest.wait(lambda: shell.page == "attract", "it does not go back to the attract loop")
        guest.agree()
    assert (tmp_path / "said").read_text("utf-8") == ""


def test_the_same_walk_on_an_upright_screen(demo: Path, tmp_path: Path) -> None:
    with visitor(tmp_path, demo, "1080x1920") as guest:
        to_the_code(guest)
        guest.tap("back")
        guest.tap("dock-events")
        guest.tap("past")
        guest.sees("Past events")
        guest.tap("dock-home")
        guest.sees("Programme updated 1 April 2016")
        screen_kit.tap(guest.twin, "theme-innovation")
        assert guest.difference() > 0.01, "the comparison of screen and twin sees no difference"
    assert (tmp_path / "said").read_text("utf-8") == ""
