"""`kiosk gallery` draws a picture for each page, the same at every run."""

from dataclasses import replace
from pathlib import Path

import numpy
import pytest
from PySide6.QtGui import QImage

from kiosk.__main__ import main
from kiosk.app import run
from kiosk.app.window_size import parse_size
from kiosk.gallery.draw import draw_sessions
from kiosk.gallery.pose import Pose
from kiosk.gallery.selection import Selection
from kiosk.gallery.sessions import gallery_sessions
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell
from tests import screen_kit

SMOOTHING = 16
"""The largest difference of a colour, of 255: Qt smooths large letters in more than one way."""


def test_a_file_for_each_state_size_and_language(april: Path, tmp_path: Path) -> None:
    screen_kit.application()
    session = run.open_session(april, None, screen_kit.AT, "en")
    sizes = [size for size in map(parse_size, ("640x360", "360x640")) if size]
    files = list(draw_sessions(gallery_sessions(session), tmp_path / "pictures", sizes, ["kk", "en"]))
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


def test_no_picture_shows_the_idle_question_that_comes_while_others_are_drawn(
    april: Path, tmp_path: Path
) -> None:
    screen_kit.application()
    session = run.open_session(april, None, screen_kit.AT, "en")
    size = parse_size("640x360")
    assert size
    poses: list[Pose] = [
        ("home", Shell.goHome),
        ("map", lambda shell: shell.open("map")),
        ("past", Shell.openPast),
    ]
    pictures = []
    for seconds in (0.001, 60):
        patient = replace(session, settings=replace(session.settings, idle_seconds=seconds))
        files = list(draw_sessions([(patient, poses)], tmp_path / f"{seconds}", [size], ["en"]))
        pictures.append([QImage(str(file)) for file in files])
    assert pictures[0][1:] == pictures[1][1:]


def selected(session: Session, selection: Selection) -> list[str]:
    """The names of the states that are drawn."""
    return [name for _, poses in gallery_sessions(session, selection=selection) for name, _ in poses]


def test_some_events_and_some_screens_can_be_drawn_alone(april: Path) -> None:
    screen_kit.application()
    session = run.open_session(april, None, screen_kit.AT, "en")
    own = selected(session, Selection(events=["love-to-code"]))
    assert own[0] == "event-love-to-code"
    assert all(name.startswith("event-love-to-code") for name in own)
    assert selected(session, Selection(screens=["home*", "map"])) == ["home", "map", "home-empty"]
    both = selected(session, Selection(events=["love-to-code"], screens=["event-*", "home"]))
    assert both[:2] == ["home", "event-love-to-code"]


def test_an_unknown_event_is_told(april: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["gallery", str(tmp_path / "pictures"), "--library", str(april), "--event", "nobody"]
    assert main(words) == 1
    assert "“nobody”" in capsys.readouterr().err
    assert not (tmp_path / "pictures").exists()


def test_pictures_that_are_there_can_stay(april: Path, tmp_path: Path) -> None:
    screen_kit.application()
    session = run.open_session(april, None, screen_kit.AT, "en")
    sessions = list(gallery_sessions(session, selection=Selection(screens=["home", "map"])))
    sizes = [size for size in [parse_size("640x360")] if size]
    (tmp_path / "map-en-640x360.png").write_bytes(b"before")
    files = [file.name for file in draw_sessions(sessions, tmp_path, sizes, ["en"], only_missing=True)]
    assert files == ["home-en-640x360.png"]
    assert (tmp_path / "map-en-640x360.png").read_bytes() == b"before"


def test_two_runs_draw_the_same_pixels(april: Path) -> None:
    pictures = []
    for _ in range(2):
        with screen_kit.window(april, "1280x720") as shown:
            shown.shell.goHome()
            pictures.append(screen_kit.grab_pixels(shown))
    channels = [[picture >> shift & 0xFF for shift in (0, 8, 16)] for picture in pictures]
    differences = abs(numpy.array(channels[0], numpy.int32) - numpy.array(channels[1], numpy.int32))
    assert differences.max() <= SMOOTHING
