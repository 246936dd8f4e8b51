"""A visit from the attract loop to a code on a phone, in a real window, by real X events."""

from pathlib import Path

import pytest

from tests import screen_kit
from tests.flows import codes
from tests.flows.visitor import visitor

LOVE_TO_CODE = "https://kz.usembassy.gov/25-years/love-to-code"
HASTY = 'language = "en"\nidle_seconds = 10\ncountdown_seconds = 5\nattract_seconds = 5\n'


@pytest.mark.xdist_group("xvfb")
@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_from_attract_to_a_code_and_home_again(size: str, demo: Path, tmp_path: Path) -> None:
    with visitor(tmp_path, demo, size, settings=HASTY) as guest:
        shell = guest.twin.shell
        guest.tap("attract")
        guest.tap("theme-innovation")
        guest.tap("event-love-to-code")
        guest.agree()
        assert (shell.page, shell.event_page.eventId, shell.language) == ("event", "love-to-code", "en")
        in_english = guest.display.picture()
        assert codes.read(in_english) == [LOVE_TO_CODE]

        guest.tap("Қазақша")
        guest.agree()
        assert (shell.page, shell.event_page.eventId, shell.language) == ("event", "love-to-code", "kk")
        in_kazakh = guest.display.picture()
        assert (in_kazakh != in_english).mean() > 0.01
        assert codes.read(in_kazakh) == [LOVE_TO_CODE]

        guest.wait(lambda: shell.idle_watch.asking, "nobody asks whether the visitor is still there")
        assert "Сіз әлі осындасыз ба?" in screen_kit.texts(guest.twin)
        guest.agree()
        assert (guest.display.picture() != in_kazakh).mean() > 0.5
        guest.wait(lambda: shell.page == "home", "it does not go home")
        assert shell.language == "en"
        guest.agree()
        guest.wait(lambda: shell.page == "attract", "it does not go back to the attract loop")
        guest.agree()
        assert guest.leave() == 0
