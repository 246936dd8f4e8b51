"""Measures frame times while a list of 10,000 events with photographs is scrolled, rendered by the CPU.

`python -m tests.bench.scroll RENDERER FOLDER` prints the figures as JSON.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.display import HEIGHT, WIDTH, start_display
from tests.bench.results import Result
from tests.bench.stutter import run_event_loop

if TYPE_CHECKING:
    from kiosk.app.window import KioskWindow
    from kiosk.base.model import Media
    from tests.frames import Frames

EVENTS, PICTURES = 10_000, 48
NOW = 1_388_534_400
"""1 January 2014, when all events are still to come."""
PAGES, FLINGS = 40, 12
PERCENTILE = 99


def measure_scrolling(folder: Path) -> list[Result]:
    """The 99th percentile and the maximum of frame times in milliseconds; nothing without Xvfb."""
    if shutil.which("Xvfb") is None:
        print("Skipped, for Xvfb is not installed: scroll")
        return []
    return [
        *_run_measurement(folder, "opengl", "llvmpipe"),
        *_run_measurement(folder, "software", "Qt's software renderer"),
    ]


def _run_measurement(folder: Path, renderer: str, named: str) -> list[Result]:
    work = folder / renderer
    work.mkdir()
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "LIBGL_ALWAYS_SOFTWARE": "1"}
    environment.pop("QT_QUICK_BACKEND", None)
    with start_display(work) as window:
        command = [sys.executable, "-m", "tests.bench.scroll", renderer, str(work / "pack")]
        done = subprocess.run(
            command, env=environment | {"DISPLAY": window.name}, stdout=subprocess.PIPE, check=True
        )
    moving, still = json.loads(done.stdout.splitlines()[-1])
    return [
        Result(f"scroll_{renderer}_{name}", ours, peer, f"at rest, {named}", "ms a frame")
        for name, ours, peer in zip(("p99", "most"), moving, still, strict=True)
    ]


def measure(renderer: str, folder: Path) -> tuple[list[float], list[float]]:
    """The two figures while the list moves, and while it is at rest."""
    from kiosk.app import window
    from tests.frames import record_frames
    from tests.screen_kit import open_session, settle
    from tests.unit.viewmodels.sessions import make_session

    window.prepare_qt(renderer)
    visitor_session = make_session("kk", now=NOW, database=_database(folder / "local" / "files"))
    assert visitor_session.programme
    pack = replace(visitor_session.programme.packs[0], events=EVENTS)
    visitor_session.programme = replace(visitor_session.programme, packs=(pack,), folder=folder)
    with open_session(visitor_session, f"{WIDTH}x{HEIGHT}") as shown:
        shown.shell.goHome()
        shown.shell.openTheme("")
        settle()
        run_event_loop(1)
        with record_frames(shown) as still:
            run_event_loop(2)
        with record_frames(shown) as moving:
            _turn_pages(shown)
            _fling(shown)
    return _frame_times(moving), _frame_times(still)


def _frame_times(frames: "Frames") -> list[float]:
    return [frames.percentile_gap(PERCENTILE), float(frames.gaps().max())]


def _database(folder: Path) -> bytes:
    from tests.bench.random_databases import random_databases

    return next(random_databases(1, EVENTS, list(_write_pictures(folder))))


def _write_pictures(folder: Path) -> Iterator["Media"]:
    """Photographs of the size of those in packs, each with other colours."""
    import numpy as np
    from PIL import Image

    from kiosk.base.model import Media, MediaKind

    folder.mkdir(parents=True)
    for n in range(PICTURES):
        rough = np.random.default_rng(n).integers(0, 255, (20, 30, 3), np.uint8)
        Image.fromarray(rough).resize((1920, 1280)).save(folder / f"{n}.jpg", quality=85)
        yield Media(MediaKind.PICTURE, f"{n}.jpg", 1920, 1280, {})


def _turn_pages(shown: "KioskWindow") -> None:
    """Tap the large button, each time before the list has come to rest."""
    from tests.screen_kit import tap

    for _ in range(PAGES):
        tap(shown, "Тағы")
        run_event_loop(0.25)


def _fling(shown: "KioskWindow") -> None:
    """Flick the list as with a finger, and wait until it has slowed down."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start = QPoint(600, 800)
    for _ in range(FLINGS):
        QTest.mousePress(shown.view, left, plain, start)
        for step in range(1, 11):
            QTest.mouseMove(shown.view, start - QPoint(0, 40 * step), 16)
        QTest.mouseRelease(shown.view, left, plain, start - QPoint(0, 400), 16)
        run_event_loop(1.2)


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
