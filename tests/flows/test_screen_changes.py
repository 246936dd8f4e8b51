"""On X without a window manager the window follows its screen: size, rotation, other monitors, off and on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app.window_size import parse_size
from tests.flows.visitor import Visitor, run_kiosk
from tests.screen_kit import grab_pixels, settle

pytestmark = pytest.mark.xdist_group("xvfb")


@pytest.fixture
def visitor(demo: Path, tmp_path: Path) -> Iterator[Visitor]:
    """A visitor at a screen of 1280 x 720 pixels that can be larger, in a visit: a theme is open."""
    with run_kiosk(tmp_path, demo, "1280x720", largest="1920x1920") as visitor:
        visitor.tap("attract")
        visitor.tap("theme-friendship")
        visitor.wait_for_match()
        yield visitor
    assert (tmp_path / "kiosk.log").read_text("utf-8") == ""


def resize_twin(visitor: Visitor, size: str) -> None:
    """Give the twin the size that the screen has now."""
    wanted = parse_size(size)
    assert wanted
    visitor.twin.view.resize(wanted)
    settle()


def test_j09_the_window_follows_size_and_rotation_during_a_visit(visitor: Visitor) -> None:
    for size in ("1920x1080", "1080x1920", "1366x768", "1280x720"):
        visitor.display.set_mode(size)
        resize_twin(visitor, size)
        visitor.wait_for_match()
        assert visitor.twin.shell.page == "theme"
    visitor.tap("dock-map")
    visitor.wait_for_match()
    visitor.display.set_mode("1920x1080")
    resize_twin(visitor, "1920x1080")
    visitor.tap("dock-home")
    visitor.wait_for_match()


def test_j09_a_monitor_that_was_off_shows_the_page_again(visitor: Visitor) -> None:
    visitor.display.run_xrandr("--fb", "1280x720", "--output", "screen", "--off")
    visitor.display.set_mode("1920x1080")
    resize_twin(visitor, "1920x1080")
    visitor.wait_for_match()
    visitor.tap("dock-home")
    visitor.wait_for_match()


def test_j09_the_window_moves_to_the_primary_monitor(visitor: Visitor) -> None:
    visitor.display.set_mode("1920x1080")
    visitor.display.run_xrandr("--setmonitor", "left", "960/100x1080/100+0+0", "screen")
    visitor.display.run_xrandr("--setmonitor", "*right", "960/100x1080/100+960+0", "none")
    resize_twin(visitor, "960x1080")

    def is_on_the_right() -> bool:
        return bool(
            (visitor.display.grab_pixels()[:1080, 960:1920] == grab_pixels(visitor.twin)).mean() > 0.99
        )

    visitor.wait_until(is_on_the_right, "the window has not moved to the primary monitor")
    visitor.display.run_xrandr("--delmonitor", "right")
    visitor.wait_for_match()


def test_j09_a_window_of_a_given_size_stays_as_it_is(demo: Path, tmp_path: Path) -> None:
    settings = 'language = "en"\nfull_screen = false\n'
    with run_kiosk(tmp_path, demo, "1280x720", largest="1920x1920", settings=settings) as visitor:
        visitor.wait_for_match()
        visitor.display.set_mode("1920x1080")
        visitor.tap("attract")
        visitor.wait_for_match()
        assert not visitor.display.grab_pixels()[730:1080, 1290:1920].any()
