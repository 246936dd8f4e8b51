"""The buttons of the dock have fixed places: on all pages, in all languages, with any number of hearts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from kiosk.app.window import KioskWindow
from kiosk.i18n.translator import LANGUAGES
from tests.appearance.rules import find_faults
from tests.screen_kit import find, settle, tap, tap_targets, window

SIZES = ["1920x1080", "1080x1920", "1280x1024", "1366x768", "1280x800", "3840x2160"]
ORDER = ["home", "events", "calendar", "map", "search", "tray"]


def dock_places(shown: KioskWindow) -> dict[str, tuple[float, float, float, float]]:
    """The place of each button in the window."""
    settle()
    boxes = {
        item.objectName(): item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        for item in tap_targets(shown)
        if item.objectName().startswith("dock-")
    }
    return {name: (box.x(), box.y(), box.width(), box.height()) for name, box in boxes.items()}


@pytest.mark.parametrize("size", SIZES)
def test_the_buttons_never_move(size: str, april: Path) -> None:
    with window(april, size) as shown:
        tap(shown, "attract")
        expected, found = dock_places(shown), []
        assert sorted(expected, key=lambda name: expected[name]) == [f"dock-{name}" for name in ORDER]
        assert shown.shell.session.programme is not None
        ids = [card.id for card in shown.shell.session.programme.catalogue.cards(None)]
        for language in LANGUAGES:
            shown.shell.setLanguage(language)
            for hearts in (0, 1, 17):
                shown.shell.pages.tray.reset()
                for id in ids[:hearts]:
                    shown.shell.pages.tray.toggle(id)
                for page in ORDER:
                    tap(shown, f"dock-{page}")
                    assert find(shown, f"dock-{page}").property("chosen")
                    assert find(shown, "dock-tray").property("number") == hearts
                    if dock_places(shown) != expected:
                        found.append(f"{page} {language} {hearts}: {dock_places(shown)}")
                found += [f"{language} {hearts}: {fault}" for fault in find_faults(shown.view.rootObject())]
                shown.shell.openEvent(ids[0])
                assert dock_places(shown) == expected
        assert not found, "\n".join(found)


def test_a_heart_changes_the_number_and_nothing_else_in_the_dock(april: Path) -> None:
    with window(april) as shown:
        tap(shown, "attract")
        shown.shell.openEvent("techforum")
        expected = dock_places(shown)
        for number in (1, 0):
            tap(shown, "heart")
            assert find(shown, "dock-tray").property("number") == number
            assert dock_places(shown) == expected
