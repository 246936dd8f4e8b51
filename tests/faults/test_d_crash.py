"""Fault catalogue, row D10: a programme that crashes the screen is rolled back."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from kiosk.library.crash_guard import MAX_CRASHES
from kiosk.programme.shown_programme import open_library
from kiosk.store.state import State
from tests.faulty_share import wait_until
from tests.screen_kit import april, copy_library, demo

__all__ = ["april", "demo"]


def crash(library: Path) -> None:
    """Start the kiosk and end it with SIGSEGV, as a broken decoder would."""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-m", "kiosk", "run", "--library", str(library), "--size", "640x360"]
    before = count_starts(library)
    with subprocess.Popen(words, env=surroundings, cwd=Path(__file__).parents[2]) as kiosk:
        wait_until(lambda: count_starts(library) > before, 60)
        kiosk.send_signal(signal.SIGSEGV)
        assert kiosk.wait(60) == -signal.SIGSEGV


def count_starts(library: Path) -> int:
    """The number of starts on record."""
    file = library / "runs"
    return len(file.read_text().splitlines()) if file.exists() else 0


def test_d10_three_crashes_roll_back_to_the_previous_programme(april: Path, tmp_path: Path) -> None:
    library = copy_library(april, tmp_path / "library")
    for _ in range(MAX_CRASHES):
        assert open_library(library).generation == 2
        crash(library)
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-m", "kiosk", "run", "--library", str(library), "--size", "640x360"]
    with subprocess.Popen(words, env=surroundings, cwd=Path(__file__).parents[2]) as kiosk:
        wait_until(lambda: open_library(library).generation == 1, 60)
        wait_until(lambda: count_starts(library) == 1, 60)
        kiosk.terminate()
        assert kiosk.wait(60) == 0
    assert count_starts(library) == 0
    with State(library / "state.db") as state:
        _, what, detail = state.log_entries()[-1]
    assert (what, json.dumps(detail)) == ("rolled_back", '{"generation": 1, "because": "crashes"}')
