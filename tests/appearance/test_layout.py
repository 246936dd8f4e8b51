"""Every screen and state, in every language and size, follows the rules of the layout."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from kiosk.app import run
from kiosk.app.window import KioskWindow
from kiosk.app.window_size import parse_size
from kiosk.gallery.draw import grab_settled
from kiosk.gallery.pose import Pose
from kiosk.gallery.sessions import gallery_sessions
from kiosk.images.covers import SHAPES
from kiosk.viewmodels.shell import Shell
from tests import screen_kit
from tests.appearance.home_gallery import home_sessions
from tests.appearance.rules import find_faults


def _event(id: str, date: str = "") -> Pose:
    def pose(shell: Shell) -> None:
        shell.openEvent(id)
        if date:
            shell.pages.event.selectDate(date)
            shell.pages.event.showAllDates()

    return f"event-{id}{date and '-date'}", pose


def _page(name: str, of: str) -> Pose:
    return f"{name}-{of}", lambda shell: shell.openTheme(of) if name == "theme" else shell.open(name, of)


MONTH_POSES = [
    *map(
        _event, ("english-club", "toefl", "mars-talk", "robot-weekend", "chess-club", "dombra", "game-night")
    ),
    _event("english-club", "2016-04-20T18:00/2016-04-20T19:30"),
    _event("printing-3d", "2016-04-13T19:00/2016-04-13T20:30"),
    _page("theme", "culture"),
    *(_page("choice", choice) for choice in ("today", "evening", "weekend", "children", "online", "free")),
]
SIZES = ["1920x1080", "1080x1920", "1280x1024", "1366x768"]
LARGE = "3840x2160"
"""Everything is twice as large there as on 1920x1080, and takes four times as long to draw."""


@pytest.mark.parametrize("written", [*SIZES, "1280x800"])
def test_home_holds_whatever_is_on(written: str) -> None:
    screen_kit.application()
    size = parse_size(written)
    assert size is not None
    found = [fault for stage, poses in home_sessions() for fault in _faults(stage, poses, size)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("written", [*SIZES, "1280x800"])
def test_an_ordinary_month_holds(written: str, corner_month: Path) -> None:
    """The pages of clubs, with their dates, in the made month of a Corner."""
    screen_kit.application()
    size = parse_size(written)
    assert size is not None
    session = run.open_session(corner_month, None, "2016-04-06T17:40", "en")
    session.settings = replace(session.settings, corner="american-corner-almaty")
    found = _faults(session, MONTH_POSES, size)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("written", [*SIZES, LARGE])
def test_nothing_is_cut_collides_or_is_too_small_to_touch(written: str, april: Path) -> None:
    screen_kit.application()
    size = parse_size(written)
    assert size is not None
    session = run.open_session(april, None, screen_kit.AT, "en")
    found = [
        fault
        for stage, poses in gallery_sessions(session, april.parent)
        for fault in _faults(stage, poses, size)
    ]
    assert not found, "\n".join(found)


def _faults(session: object, poses: list[Pose], size: QSize) -> list[str]:
    screen, found = KioskWindow(session, size), []  # type: ignore[arg-type]
    screen.show()
    for language in screen.shell.session.settings.languages:
        screen.shell.setLanguage(language)
        for name, pose in poses:
            pose(screen.shell)
            grab_settled(screen)
            root = screen.view.rootObject()
            found += [
                f"{name} ({language}, {size.width()}x{size.height()}): {fault}" for fault in find_faults(root)
            ]
    screen.close()
    return found


def test_the_rules_find_a_covered_icon(april: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An icon in its place, and one below the button that adds an event to the tray."""
    with screen_kit.window(april) as shown:
        screen_kit.tap(shown, "attract")
        shown.shell.openEvent("maker-space")
        screen_kit.settle()
        assert not list(find_faults(shown.view.rootObject()))
        monkeypatch.setitem(SHAPES, "hero", SHAPES["hero"]._replace(icon_top=0.2))
        assert any("covers the icon" in sentence for sentence in find_faults(shown.view.rootObject()))


def test_the_rules_find_cut_and_colliding_items(april: Path) -> None:
    """Proves that the test above can fail: with fonts twice as large."""
    with screen_kit.window(april) as shown:
        screen_kit.tap(shown, "attract")
        assert not list(find_faults(shown.view.rootObject()))
        tile, words = screen_kit.find(shown, "theme-innovation"), shown.view.rootObject()
        theme = shown.view.engine().singletonInstance("kiosk.qml.theme", "Theme")
        theme.setProperty("screenHeight", 2160)
        theme.setProperty("screenWidth", 3840)
        screen_kit.settle()
        sentences = " ".join(find_faults(words))
        assert tile.isVisible()
        assert "outside" in sentences or "collide" in sentences
