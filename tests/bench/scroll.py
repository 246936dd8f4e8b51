"""How late frames come while a list of 10,000 events with photographs is scrolled, drawn by the processor.

As a program it measures: `python -m tests.bench.scroll RENDERER FOLDER`, with figures in JSON.
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

from tests.bench.display import HEIGHT, WIDTH, display
from tests.bench.results import Result
from tests.bench.stutter import rest

if TYPE_CHECKING:
    from kiosk.app.window import KioskWindow
    from kiosk.base.model import Media
    from tests.frames import Frames

EVENTS, PICTURES = 10_000, 48
NOW = 1_388_534_400
"""1 January 2014, when all of them are coming."""
PAGES, FLINGS = 40, 12
PART = 99


def scroll(folder: Path) -> list[Result]:
    """Milliseconds that 99 of 100 frames and all of them come within; nothing where there is no Xvfb."""
    if shutil.which("Xvfb") is None:
        print("Skipped, for Xvfb is not installed: scroll")
        return []
    return [
        *_measured(folder, "opengl", "llvmpipe"),
        *_measured(folder, "software", "Qt's software renderer"),
    ]


def _measured(folder: Path, renderer: str, named: str) -> list[Result]:
    work = folder / renderer
    work.mkdir()
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "xcb", "LIBGL_ALWAYS_SOFTWARE": "1"}
    surroundings.pop("QT_QUICK_BACKEND", None)
    with display(work) as window:
        words = [sys.executable, "-m", "tests.bench.scroll", renderer, str(work / "pack")]
        done = subprocess.run(
            words, env=surroundings | {"DISPLAY": window.name}, stdout=subprocess.PIPE, check=True
        )
    moving, still = json.loads(done.stdout.splitlines()[-1])
    return [
        Result(f"scroll_{renderer}_{name}", ours, peer, f"at rest, {named}", "ms a frame")
        for name, ours, peer in zip(("p99", "most"), moving, still, strict=True)
    ]


def measure(renderer: str, folder: Path) -> tuple[list[float], list[float]]:
    """The two figures while the list moves, and while it does not."""
    from kiosk.app import window
    from tests.frames import watched
    from tests.screen_kit import opened, settle
    from tests.unit.viewmodels.sessions import session

    window.prepare_qt(renderer)
    visitor = session("kk", now=NOW, database=_database(folder / "local" / "files"))
    assert visitor.programme
    pack = replace(visitor.programme.packs[0], events=EVENTS)
    visitor.programme = replace(visitor.programme, packs=(pack,), folder=folder)
    with opened(visitor, f"{WIDTH}x{HEIGHT}") as shown:
        shown.shell.goHome()
        shown.shell.openTheme("")
        settle()
        rest(1)
        with watched(shown) as still:
            rest(2)
        with watched(shown) as moving:
            _turn_pages(shown)
            _fling(shown)
    return _figures(moving), _figures(still)


def _figures(frames: "Frames") -> list[float]:
    return [frames.late(PART), float(frames.gaps().max())]


def _database(folder: Path) -> bytes:
    from tests.bench.made_up_packs import databases

    return next(databases(1, EVENTS, list(_pictures(folder))))


def _pictures(folder: Path) -> Iterator["Media"]:
    """Photographs as large as packs have them, each of its own colours."""
    import numpy as np
    from PIL import Image

    from kiosk.base.model import Media, MediaKind

    folder.mkdir(parents=True)
    for n in range(PICTURES):
        rough = np.random.default_rng(n).integers(0, 255, (20, 30, 3), np.uint8)
        Image.fromarray(rough).resize((1920, 1280)).save(folder / f"{n}.jpg", quality=85)
        yield Media(MediaKind.PICTURE, f"{n}.jpg", 1920, 1280, {})


def _turn_pages(shown: "KioskWindow") -> None:
    """By the large button, each time before the list has come to rest."""
    from tests.screen_kit import tap

    for _ in range(PAGES):
        tap(shown, "Тағы")
        rest(0.25)


def _fling(shown: "KioskWindow") -> None:
    """As a finger does, and wait until the list has slowed down."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start = QPoint(600, 800)
    for _ in range(FLINGS):
        QTest.mousePress(shown.view, left, plain, start)
        for step in range(1, 11):
            QTest.mouseMove(shown.view, start - QPoint(0, 40 * step), 16)
        QTest.mouseRelease(shown.view, left, plain, start - QPoint(0, 400), 16)
        rest(1.2)


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
