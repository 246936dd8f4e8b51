"""The layout rules find faults that are made on purpose in a sound page."""

from collections.abc import Iterator

import pytest

from kiosk.app.window import KioskWindow
from kiosk.app.window_size import parse_size
from kiosk.gallery.draw import grab_settled
from tests.appearance.generated.stage import NOW
from tests.appearance.rules import find_faults
from tests.appearance.text_lines import find_torn
from tests.appearance.walk import texts_of
from tests.screen_kit import application, find, items
from tests.unit.viewmodels.sessions import make_session


@pytest.fixture
def home() -> Iterator[KioskWindow]:
    """A window that shows the home page, without a fault."""
    application()
    window = KioskWindow(make_session("kk", now=NOW), parse_size("1280x800"))
    window.show()
    window.shell.goHome()
    grab_settled(window)
    assert not faults(window)
    yield window
    window.close()


def faults(window: KioskWindow) -> str:
    """What the rules find, in one text."""
    return "\n".join(find_faults(window.view.rootObject()))


def test_a_door_behind_the_dock(home: KioskWindow) -> None:
    door = find(home, "theme-innovation")
    door.setY(door.y() + door.height())
    assert "is outside" in faults(home)


def test_the_page_behind_the_attract_loop_is_not_judged(home: KioskWindow) -> None:
    home.shell.showAttract()
    home.shell.page_cache.draw("home")
    grab_settled(home)
    assert find(home, "theme-innovation").isVisible()
    assert not faults(home)


def test_two_targets_beside_each_other(home: KioskWindow) -> None:
    door, other = find(home, "theme-innovation"), find(home, "theme-friendship")
    door.setX(other.x() - door.width() - 4)
    assert "pixels apart" in faults(home)


def test_a_card_without_a_word(home: KioskWindow) -> None:
    row = next(item for item in items(home) if item.objectName().startswith("coming-"))
    for text in texts_of(row):
        text.setProperty("text", "")
    for child in row.childItems():
        if child.inherits("QQuickImage"):
            child.setVisible(False)
    assert "is blank" in faults(home)


def test_a_torn_word(home: KioskWindow) -> None:
    text = next(text for text in texts_of(find(home, "theme-innovation")) if text.isVisible())
    text.setProperty("text", "Программирование")
    text.setProperty("maximumLineCount", 3)
    text.setProperty("wrapMode", 3)  # Text.WrapAnywhere
    font = text.property("font")
    font.setPixelSize(60)
    text.setProperty("font", font)
    text.setWidth(300)
    assert list(find_torn(text, 16))
