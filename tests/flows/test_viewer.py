"""A visitor views the pictures of an event: by buttons, by swipes, and back to the event."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app.window import KioskWindow
from kiosk.i18n.translator import LANGUAGES, translator
from tests.appearance.rules import find_faults
from tests.flows.qr_codes import read_qr_codes
from tests.screen_kit import (
    centre,
    find,
    grab_pixels,
    items,
    settle,
    tap,
    tap_targets,
    texts,
    wait_until_ready,
    window,
)

SIZES = ["1920x1080", "1080x1920", "1280x1024"]
EVENT = "us-kz-film-festival"


def picture_items(shown: KioskWindow) -> list[QQuickItem]:
    """The items that show a picture of the viewer."""
    return [item for item in items(shown) if item.objectName() == "viewed"]


def swipe(shown: KioskWindow, distance: int) -> None:
    """Swipe over the picture, `distance` pixels to the right."""
    start = centre(find(shown, "viewed"))
    no_modifier = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(shown.view, Qt.MouseButton.LeftButton, no_modifier, start)
    for step in range(1, 11):
        QTest.mouseMove(shown.view, start + QPoint(distance * step // 10, 0))
        settle()
    QTest.mouseRelease(shown.view, Qt.MouseButton.LeftButton, no_modifier, start + QPoint(distance, 0))
    settle()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_viewer_opens_steps_and_closes(size: str, language: str, demo: Path) -> None:
    translations = translator(language)
    with window(demo, size, language=language) as shown:
        tap(shown, "attract")
        shown.shell.openEvent(EVENT)
        before = grab_pixels(shown)
        assert not picture_items(shown)
        tap(shown, "viewer-open")
        assert translations.text("screens.viewer.place", n=1, m=3) in texts(shown)
        (first,) = picture_items(shown)
        assert first.property("progress") == 1
        assert not list(find_faults(shown.view.rootObject()))
        first_pixels = grab_pixels(shown)
        tap(shown, "viewer-after")
        assert translations.text("screens.viewer.place", n=2, m=3) in texts(shown)
        assert (grab_pixels(shown) != first_pixels).mean() > 0.1
        assert len(picture_items(shown)) == 1
        tap(shown, "viewer-before")
        assert (grab_pixels(shown) == first_pixels).mean() > 0.99
        tap(shown, "viewer-close")
        assert not picture_items(shown)
        assert (grab_pixels(shown) == before).mean() > 0.99


@pytest.mark.parametrize("size", SIZES)
def test_a_long_swipe_changes_the_picture_and_a_short_one_does_not(size: str, demo: Path) -> None:
    with window(demo, size) as shown:
        viewer = shown.shell.pages.event.media_viewer
        shown.shell.openEvent(EVENT)
        viewer.open()
        settle()
        for distance, index in ((-400, 1), (300, 0), (300, 2), (-40, 2)):
            swipe(shown, distance)
            assert viewer.index == index
            assert find(shown, "viewed").x() == 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_video_playback_poster_and_code_are_shown(size: str, language: str, demo: Path) -> None:
    with window(demo, size, language=language) as shown:
        shown.shell.openEvent(EVENT)
        wait_until_ready(shown)
        tap(shown, "viewer-open")
        tap(shown, "viewer-before")
        (poster,) = picture_items(shown)
        assert poster.property("progress") == 1
        assert translator(language).text("screens.viewer.phone") in texts(shown)
        assert read_qr_codes(grab_pixels(shown)) == [
            "https://kz.usembassy.gov/25-years/film-festival/trailer"
        ]
        assert "film-play" not in [item.objectName() for item in tap_targets(shown)]
        assert not list(find_faults(shown.view.rootObject()))


def test_leaving_the_event_closes_the_viewer(demo: Path) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        shown.shell.openEvent(EVENT)
        tap(shown, "viewer-open")
        tap(shown, "dock-home")
        assert not picture_items(shown)
        shown.shell.showAttract()
        shown.shell.reset_pages()
        assert not shown.shell.pages.event.media_viewer.isOpen
