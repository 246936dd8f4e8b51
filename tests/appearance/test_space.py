"""Every page earns its space: no page of the programmes in `data` is more than a third empty."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.app import run
from kiosk.app.window import KioskWindow
from kiosk.app.window_size import parse_size
from kiosk.gallery.draw import grab_settled
from kiosk.gallery.visitor_poses import visitor_poses
from tests import screen_kit
from tests.appearance.blank import largest_blank
from tests.appearance.walk import PAGE_TYPES

MOST = 1 / 3
"""The largest share of a page that may be one empty rectangle."""
PAPER, INK = "#FAF6EF", "#0B1F3A"


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920", "1280x1024", "1280x800"])
@pytest.mark.parametrize(
    ("programme", "at"), [("april", screen_kit.AT), ("corner_month", "2016-04-06T17:40")]
)
def test_no_page_is_a_third_empty(programme: str, at: str, size: str, request: pytest.FixtureRequest) -> None:
    library: Path = request.getfixturevalue(programme)
    screen_kit.application()
    session = run.open_session(library, None, at, "kk")
    session.settings = replace(session.settings, corner="american-corner-almaty")
    window, empty = KioskWindow(session, parse_size(size)), {}
    window.show()
    for name, pose in visitor_poses(session):
        pose(window.shell)
        share = largest_blank(grab_settled(window), _rgb(PAPER), _page_height(window))
        if share > MOST:
            empty[name] = round(share, 2)
    window.close()
    assert not empty


def test_what_is_drawn_divides_the_empty_space() -> None:
    picture = QImage(1080, 1080, QImage.Format.Format_RGB32)
    picture.fill(QColor(PAPER))
    assert largest_blank(picture, _rgb(PAPER), 1080) == 1
    painter = QPainter(picture)
    painter.fillRect(0, 480, 1080, 60, QColor(INK))
    assert largest_blank(picture, _rgb(PAPER), 1080) == pytest.approx(0.5)
    assert largest_blank(picture, _rgb(PAPER), 540) == pytest.approx(480 / 540, abs=0.02)
    painter.fillRect(600, 540, 60, 540, QColor(INK))
    painter.end()
    assert largest_blank(picture, _rgb(PAPER), 1080) == pytest.approx(480 / 1080, abs=0.02)


def _page_height(window: KioskWindow) -> float:
    """The height of the page that is shown, which ends above the dock."""
    return max(
        item.height()
        for item in screen_kit.items(window)
        if item.metaObject().className().startswith(PAGE_TYPES)
    )


def _rgb(colour: str) -> int:
    return int(colour[1:], 16)
