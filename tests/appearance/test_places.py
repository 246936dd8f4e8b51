"""The language switch, the back button, the heart and the pager are at one place on every page."""

from collections import defaultdict
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.app import run
from kiosk.app.window import KioskWindow
from kiosk.app.window_size import parse_size
from kiosk.gallery.draw import grab_settled
from kiosk.gallery.visitor_poses import visitor_poses
from kiosk.viewmodels.shell import Shell
from tests.appearance.home_gallery import home_sessions
from tests.appearance.walk import texts_of
from tests.screen_kit import application, items
from tests.unit.viewmodels.sessions import make_session

Place = tuple[float, float]

PAGES: dict[str, Callable[[Shell], None]] = {
    "home": Shell.goHome,
    "theme": lambda shell: shell.openTheme("innovation"),
    "events": lambda shell: shell.openTheme(""),
    "event": lambda shell: shell.openEvent("code"),
    "calendar": lambda shell: shell.open("calendar", ""),
    "map": lambda shell: shell.open("map", ""),
    "search": lambda shell: shell.open("search", ""),
    "past": Shell.openPast,
    "tray": lambda shell: shell.open("tray", ""),
}


SIZES = ["1920x1080", "1080x1920", "1280x1024", "1280x800"]


@pytest.mark.parametrize("size", SIZES)
def test_each_thing_is_at_one_place(size: str) -> None:
    application()
    window = KioskWindow(make_session("kk"), parse_size(size))
    window.show()
    switches, backs = {}, {}
    for name, show in PAGES.items():
        show(window.shell)
        grab_settled(window)
        shown = list(items(window))
        switches[name] = [_right_top(one) for one in shown if _is_switch(one)]
        backs[name] = [_left_top(one) for one in shown if one.objectName() == "back"]
    window.close()
    assert len({tuple(found) for found in switches.values()}) == 1, switches
    assert len({place for found in backs.values() for place in found}) == 1, backs


@pytest.mark.parametrize("size", SIZES)
def test_the_heart_and_the_pager_stay_where_they_are(size: str, corner_month: Path) -> None:
    """The heart over all events; the pager over all lists, over all codes of an event, and above one line."""
    application()
    session = run.open_session(corner_month, None, "2016-04-06T17:40", "kk")
    window = KioskWindow(session, parse_size(size))
    window.show()
    hearts: set[Place] = set()
    pagers: dict[str, set[Place]] = defaultdict(set)
    for name, pose in visitor_poses(session):
        pose(window.shell)
        grab_settled(window)
        for item in items(window):
            if item.metaObject().className().startswith("MarkButton"):
                hearts.add(_right_top(item))
            elif item.metaObject().className().startswith("Pager") and item.property("overflows"):
                pagers[_kind(name)] |= {_right_bottom(one) for one in _last_buttons(item)}
    window.close()
    assert len(hearts) == 1, hearts
    assert {"list", "event", "tray"} <= pagers.keys()
    assert all(len(places) == 1 for places in pagers.values()), pagers
    reaching = pagers.keys() - ({"event", "search", "tray"} if "x1920" in size else {"search"})
    assert len({bottom for kind in reaching for _, bottom in pagers[kind]}) == 1, pagers


@pytest.mark.parametrize("size", SIZES)
def test_the_titles_of_doors_are_on_one_line(size: str) -> None:
    """In one size, and in boxes of one height at the same distance from the top of their doors."""
    application()
    uneven = []
    for session, poses in home_sessions():
        window = KioskWindow(session, parse_size(size))
        window.show()
        for (name, pose), language in product(poses, session.settings.languages):
            window.shell.setLanguage(language)
            pose(window.shell)
            grab_settled(window)
            doors = [item for item in items(window) if item.metaObject().className().startswith("Door_")]
            if len({_title_line(door) for door in doors}) > 1:
                uneven.append((name, language, [_title_line(door) for door in doors]))
        window.close()
    assert not uneven


def _title_line(door: QQuickItem) -> tuple[float, int, int]:
    """Font size in pixels, top and bottom in the door of its title."""
    (title,) = [text for text in texts_of(door) if text.property("text") == door.property("title")]
    box = title.mapRectToItem(door, QRectF(0, 0, title.width(), title.height()))
    return title.property("font").pixelSize(), round(box.top()), round(box.bottom())


def _kind(name: str) -> str:
    """The kind of page of a state: all lists of events are of one kind."""
    kind = name.split("-")[0]
    if kind in ("choice", "theme", "events", "past"):
        return "list"
    return "event" if kind == "code" else kind


def _last_buttons(pager: QQuickItem) -> list[QQuickItem]:
    """The button 'More' of a pager."""
    grid = pager.childItems()[-1]
    return [one for one in grid.childItems() if one.metaObject().className().startswith("PillButton")][-1:]


def _is_switch(item: QQuickItem) -> bool:
    return item.metaObject().className().startswith("LanguageSwitch")


def _right_top(item: QQuickItem) -> Place:
    point = item.mapToScene(QPointF(item.width(), 0))
    return round(point.x()), round(point.y())


def _right_bottom(item: QQuickItem) -> Place:
    point = item.mapToScene(QPointF(item.width(), item.height()))
    return round(point.x()), round(point.y())


def _left_top(item: QQuickItem) -> Place:
    point = item.mapToScene(QPointF(0, 0))
    return round(point.x()), round(point.y())
