"""The QR codes of all events are read from the rendered window, at four screen sizes."""

from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from tests.flows.qr_codes import read_qr_codes
from tests.screen_kit import find, grab_pixels, settle, tap, window

SIZES = ["1920x1080", "1080x1920", "1280x1024", "3840x2160"]


def all_event_ids(shown: KioskWindow) -> list[str]:
    """The ids of all events, from the lists of upcoming and of past events."""
    shell = shown.shell
    shell.openTheme("")
    shell.openPast()
    return [row.eventId for page in (shell.theme_page, shell.past_page) for row in page.events.rows]


@pytest.mark.parametrize(
    ("size", "language"), [*((size, "en") for size in SIZES), (SIZES[2], "kk"), (SIZES[2], "ru")]
)
def test_every_code_is_read_from_the_window(size: str, language: str, april: Path) -> None:
    kinds: list[str] = []
    with window(april, size, language=language) as shown:
        event_ids = all_event_ids(shown)
        assert len(event_ids) == 19
        for event_id in event_ids:
            shown.shell.openEvent(event_id)
            for row in shown.shell.event_page.codes.rows:
                shown.shell.event_page.selectCode(row.kind)
                settle()
                assert read_qr_codes(grab_pixels(shown)) == [row.payload], f"{event_id}, {row.kind}"
                kinds.append(row.kind)
    assert [kinds.count(kind) for kind in ("register", "calendar", "contact")] == [9, 1, 19]


@pytest.mark.parametrize("size", SIZES)
def test_an_enlarged_code_is_larger_and_has_the_same_payload(size: str, april: Path) -> None:
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
            assert read_qr_codes(grab_pixels(shown)) == [payload]
            tap(shown, "close")
            assert find(shown, "code").width() == small


@pytest.mark.parametrize("size", SIZES)
def test_a_module_is_a_whole_number_of_pixels(size: str, april: Path) -> None:
    with window(april, size) as shown:
        for event_id in all_event_ids(shown):
            shown.shell.openEvent(event_id)
            settle()
            code = find(shown, "code")
            modules = shown.shell.event_page.codeModules
            assert code.width() == code.height()
            assert code.width() % modules == 0
            assert code.width() / modules >= 3, "a phone cannot read modules as small as this"
