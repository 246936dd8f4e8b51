"""`kiosk gallery` draws a picture for each page, the same at every run."""

from pathlib import Path

import numpy
from PySide6.QtGui import QImage

from kiosk.app import run
from kiosk.app.window_size import parse_size
from kiosk.gallery.draw import draw_gallery
from kiosk.gallery.sessions import gallery_sessions
from tests import screen_kit

SMOOTHING = 16
"""The largest difference of a colour, of 255: Qt smooths large letters in more than one way."""


def test_a_file_for_each_state_size_and_language(april: Path, tmp_path: Path) -> None:
    screen_kit.application()
    session = run.open_session(april, None, screen_kit.AT, "en")
    sizes = [size for size in map(parse_size, ("640x360", "360x640")) if size]
    files = list(draw_gallery(session, tmp_path / "pictures", sizes, ["kk", "en"]))
    names = {name for _, poses in gallery_sessions(session) for name, _ in poses}
    assert {
        "attract",
        "home",
        "theme-friendship",
        "event-love-to-code",
        "past",
        "map",
        "unavailable",
        "idle-question",
    } <= names
    assert {"home-empty", "events-empty", "past-empty", "map-empty", "code-enlarged"} <= names
    assert {"calendar", "calendar-day", "calendar-undated", "calendar-far", "calendar-empty"} <= names
    assert len(files) == len(set(files)) == len(names) * 4
    assert QImage(str(tmp_path / "pictures/home-kk-360x640.png")).size() == sizes[1]


def test_two_runs_draw_the_same_pixels(april: Path) -> None:
    pictures = []
    for _ in range(2):
        with screen_kit.window(april, "1280x720") as shown:
            shown.shell.goHome()
            pictures.append(screen_kit.grab_pixels(shown))
    channels = [[picture >> shift & 0xFF for shift in (0, 8, 16)] for picture in pictures]
    differences = abs(numpy.array(channels[0], numpy.int32) - numpy.array(channels[1], numpy.int32))
    assert differences.max() <= SMOOTHING
