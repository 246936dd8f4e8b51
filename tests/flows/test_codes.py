"""The QR codes of all events of the demo programmes are read from the window, at seven screen sizes."""

from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from kiosk.base.links import MAX_URL_LENGTH
from kiosk.events.event_codes import EventCode
from kiosk.events.icalendar import ENTRY_SIZE_LIMIT
from kiosk.events.text_pages import MAX_BYTES
from tests.flows.qr_codes import SIZES, check_code, read_qr_codes, select_code
from tests.screen_kit import find, grab_pixels, settle, tap, window

LANGUAGES = ["kk", "ru", "en", "kk", "ru", "kk", "ru"]
USUAL = [*zip(SIZES, LANGUAGES, strict=True)]
OTHERS = [case for case in product(SIZES, ("kk", "ru", "en")) if case not in USUAL]
"""The sizes, each with one language and with the other two."""
KINDS = {
    "april": {"register": 9, "calendar": 1, "text": 19, "contact": 19},
    "corner_month": {"register": 3, "online": 1, "calendar": 14, "text": 14},
}


def all_event_ids(shown: KioskWindow) -> list[str]:
    """The ids of all events, from the lists of upcoming and of past events."""
    shell = shown.shell
    shell.openTheme("")
    shell.openPast()
    return [row.eventId for page in (shell.pages.theme, shell.pages.past) for row in page.events.rows]


@pytest.mark.parametrize("programme", KINDS)
@pytest.mark.parametrize(
    ("size", "language"),
    [*USUAL, *(pytest.param(*case, marks=pytest.mark.campaign) for case in OTHERS)],
)
def test_every_code_is_read_from_the_window(
    size: str, language: str, programme: str, request: pytest.FixtureRequest
) -> None:
    kinds: Counter[str] = Counter()
    with window(request.getfixturevalue(programme), size, language=language) as shown:
        viewer = shown.shell.pages.event.code_viewer
        for event_id in all_event_ids(shown):
            shown.shell.openEvent(event_id)
            for code in viewer.codes:
                select_code(viewer, code)
                assert viewer.payload == code.payload
                check_code(shown, viewer, size)
                kinds[code.kind] += 1
    assert kinds == KINDS[programme]


@pytest.mark.parametrize("size", SIZES)
def test_the_largest_codes_are_read_from_the_window(size: str, april: Path) -> None:
    """As long as text, an entry and a link may be; such a link has to be enlarged."""
    text = EventCode("text", "Қ" * (MAX_BYTES // 2), "", "Needs no internet")
    entry = EventCode("calendar", "BEGIN:VEVENT".ljust(ENTRY_SIZE_LIMIT, "x"), "", "9 April, 11:00–14:00")
    link = EventCode(
        "register", "https://kz.usembassy.gov/".ljust(MAX_URL_LENGTH, "x"), "kz.usembassy.gov", ""
    )
    with window(april, size) as shown:
        shown.shell.openEvent("exercise-open-evening")
        viewer = shown.shell.pages.event.code_viewer
        viewer.show([link, entry, text])
        for code in (text, entry, link):
            select_code(viewer, code)
            if code is not link:
                check_code(shown, viewer, size)
            viewer.enlarge(True)
            settle()
            check_code(shown, viewer, size, "code-large")
            viewer.enlarge(False)


@pytest.mark.parametrize("size", SIZES[:3])
def test_an_enlarged_code_is_larger_and_has_the_same_payload(size: str, april: Path) -> None:
    with window(april, size) as shown:
        shown.shell.openEvent("exercise-open-evening")
        settle()
        for kind in ("register", "calendar", "text", "contact"):
            tap(shown, f"code-{kind}")
            small = find(shown, "code").width()
            tap(shown, "code")
            large = find(shown, "code-large").width()
            assert large > 1.2 * small
            codes = shown.shell.pages.event.code_viewer.codes
            payload = next(code.payload for code in codes if code.kind == kind)
            assert read_qr_codes(grab_pixels(shown)) == [payload]
            tap(shown, "close")
            assert find(shown, "code").width() == small
