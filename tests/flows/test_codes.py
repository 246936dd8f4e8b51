"""Every code of every event, read from the rendered window as a phone would, on four sizes of screen."""

from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from tests.flows import codes
from tests.screen_kit import find, grab_pixels, settle, tap, window

SIZES = ["1920x1080", "1080x1920", "1280x1024", "3840x2160"]


def events(shown: KioskWindow) -> list[str]:
    """The ids of all events, from the list of what is coming and that of what is past."""
    shell = shown.shell
    shell.openTheme("")
    shell.openPast()
    return [row.eventId for page in (shell.theme_page, shell.past_page) for row in page.events.rows]


@pytest.mark.parametrize(
    ("size", "language"), [*((size, "en") for size in SIZES), (SIZES[2], "kk"), (SIZES[2], "ru")]
)
def test_every_code_can_be_read(size: str, language: str, april: Path) -> None:
    kinds: list[str] = []
    with window(april, size, language=language) as shown:
        found = events(shown)
        assert len(found) == 19
        for event in found:
            shown.shell.openEvent(event)
            for row in shown.shell.event_page.codes.rows:
                shown.shell.event_page.selectCode(row.kind)
                settle()
                assert codes.read(grab_pixels(shown)) == [row.payload], f"{event}, {row.kind}"
                kinds.append(row.kind)
    assert [kinds.count(kind) for kind in ("register", "calendar", "contact")] == [9, 1, 19]


@pytest.mark.parametrize("size", SIZES)
def test_an_enlarged_code_is_larger_and_reads_the_same(size: str, april: Path) -> None:
    with window(april, size) as shown:
        shown.shell.openEvent("exercise-open-evening")
        settle()
        for kind in ("register", "calendar", "contact"):
            tap(shown, f"code-{kind}")
            small = find(shown, "code").width()
            tap(shown, "code")
            large = find(shown, "code-large").width()
            assert large > 1.2 * small
            payload = next(row.payload for row in shown.shell.event_page.codes.rows if row.kind == kind)
            assert codes.read(grab_pixels(shown)) == [payload]
            tap(shown, "close")
            assert find(shown, "code").width() == small


@pytest.mark.parametrize("size", SIZES)
def test_a_module_is_a_whole_number_of_pixels(size: str, april: Path) -> None:
    with window(april, size) as shown:
        for event in events(shown):
            shown.shell.openEvent(event)
            settle()
            code = find(shown, "code")
            side = shown.shell.event_page.codeModules
            assert code.width() == code.height()
            assert code.width() % side == 0
            assert code.width() / side >= 3, "a phone cannot read modules as fine as this"
