"""Where a page has room, a visitor finds what else there is, and comes back."""

from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from tests.screen_kit import find, settle, tap, tap_targets, wait_until, window


def names(shown: KioskWindow, prefix: str) -> list[str]:
    """The object names of the visible tap targets that begin so."""
    return [item.objectName() for item in tap_targets(shown) if item.objectName().startswith(prefix)]


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_a_short_text_leaves_room_for_the_place_and_the_theme(size: str, april: Path) -> None:
    with window(april, size, language="en") as shown:
        tap(shown, "attract")
        shown.shell.openEvent("us-kz-fest")
        wait_until(lambda: names(shown, "next-"))
        first, *_ = names(shown, "next-")
        tap(shown, "place-map")
        assert shown.shell.page == "map"
        shown.shell.back()
        tap(shown, first)
        assert shown.shell.pages.event.view_state == first.removeprefix("next-")
        tap(shown, "back")
        assert shown.shell.pages.event.view_state == "us-kz-fest"
        wait_until(lambda: names(shown, "next-"))
        assert names(shown, "next-")[0] == first


@pytest.mark.parametrize("page", ["past", "search", "tray"])
def test_a_list_with_room_leads_to_what_comes_next(page: str, april: Path) -> None:
    with window(april, "1080x1920", language="kk") as shown:
        tap(shown, "attract")
        shown.shell.open(page)
        settle()
        first, *others = names(shown, "next-")
        assert others
        tap(shown, first)
        assert shown.shell.pages.event.view_state == first.removeprefix("next-")
        shown.shell.back()
        assert shown.shell.page == page


def test_a_long_text_leaves_none(april: Path) -> None:
    with window(april, "1280x1024", language="kk") as shown:
        tap(shown, "attract")
        shown.shell.openEvent("ultra-marathon")
        settle()
        assert not names(shown, "next-")
        assert not names(shown, "place-map")
        assert not shown.shell.pages.event.surroundings.isFilled


def test_what_comes_next_leaves_with_the_first_letter(april: Path) -> None:
    with window(april, "1920x1080", language="kk") as shown:
        tap(shown, "attract")
        shown.shell.open("search")
        settle()
        assert names(shown, "next-")
        tap(shown, "а")
        assert not names(shown, "next-")
        assert find(shown, "keyboard").isVisible()


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_an_event_that_is_opened_first_has_them_too(size: str, april: Path) -> None:
    with window(april, size, language="kk") as shown:
        shown.shell.goHome()
        shown.shell.openEvent("us-kz-fest")
        wait_until(lambda: names(shown, "next-") and names(shown, "place-map"))
