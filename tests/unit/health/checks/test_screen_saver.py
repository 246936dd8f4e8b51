"""What may turn the picture off, as the running kiosk and the console say."""

from pathlib import Path

import pytest

from kiosk.health.checks.screen_saver import ScreenSaver, check
from tests.health_kit import describe


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (ScreenSaver.HELD, "good: Nothing turns the picture off while the kiosk runs."),
        (ScreenSaver.WAYLAND, "attention: The desktop may turn the picture off"),
        (ScreenSaver.X11, "attention: The desktop may turn the picture off"),
        (ScreenSaver.WINDOWS, "good: Nothing turns the picture off"),
    ],
)
def test_j10_what_was_not_held_off_is_reported(state: ScreenSaver, expected: str) -> None:
    (finding,) = check(state)
    assert describe(finding).startswith(expected)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("600\n", "attention: The picture is turned off after 10 min. without a tap."),
        ("20\n", "attention: The picture is turned off after 1 min. without a tap."),
        ("0\n", "good: Nothing turns the picture off while the kiosk runs."),
        ("", "good: Nothing turns the picture off while the kiosk runs."),
    ],
)
def test_j10_a_console_that_turns_dark_is_reported(content: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "consoleblank").write_text(content, "ascii")
    (finding,) = check(ScreenSaver.CONSOLE, tmp_path / "consoleblank")
    assert describe(finding) == expected


def test_without_a_running_kiosk_nothing_is_known() -> None:
    assert list(check(ScreenSaver.NONE)) == []
