"""Opens a page of the staff area in a window of this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from kiosk.app.window import KioskWindow
from kiosk.viewmodels.staff.page import StaffPage
from tests.screen_kit import settle, tap, window

Page = TypeVar("Page", bound=StaffPage)


@contextmanager
def staff_page(
    library: Path, name: str, page_type: type[Page], size: str = "1280x1024", **settings: object
) -> Iterator[tuple[KioskWindow, Page]]:
    """Open the page of that name without a PIN; sticks are folders in `media` beside the library."""
    with window(library, size, sticks=(library.parent / "media",), **settings) as shown:
        shown.start_background()
        assert shown.background and shown.staff_entrance
        area = shown.staff_entrance.area()
        area.open()
        area.enter()
        settle()
        tap(shown, f"rail-{name}")
        page = area.page_named(name)
        assert isinstance(page, page_type)
        yield shown, page
