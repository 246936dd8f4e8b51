"""Fault catalogue, row D10: a programme that crashes the screen is rolled back."""

import json
import os
import signal
from pathlib import Path

import pytest

from kiosk.library.crash_guard import MAX_CRASHES
from kiosk.library.crash_log import read_record
from kiosk.programme.shown_programme import open_library
from kiosk.store.state import State
from tests.screen_kit import april, copy_library, demo
from tests.supervisor.supervised_kiosk import run_supervised

__all__ = ["april", "demo"]


@pytest.mark.xdist_group("xvfb")
def test_d10_three_crashes_roll_back_to_the_previous_programme(april: Path, tmp_path: Path) -> None:
    """SIGSEGV ends the screen, as a broken decoder would, each time it shows the newest programme."""
    library = copy_library(april, tmp_path / "library")
    with run_supervised(tmp_path, library) as kiosk:
        kiosk.wait_until(lambda: read_record(library).drawn == (2,), "the newest one is not shown")
        for crashes in range(1, MAX_CRASHES + 1):
            kiosk.wait_for_attract()
            assert open_library(library).generation == 2
            os.kill(kiosk.wait_for_screen(), signal.SIGSEGV)
            kiosk.wait_until(lambda count=crashes: len(read_record(library).crashes) == count, "no record")
        kiosk.wait_until(lambda: read_record(library).drawn == (2, 1), "the previous one is not shown")
    assert open_library(library).generation == 1
    assert not any(crash.is_blamed for crash in read_record(library).crashes)
    with State(library / "state.db") as state:
        _, what, detail = state.log_entries()[-1]
    assert (what, json.dumps(detail)) == ("rolled_back", '{"generation": 1, "because": "crashes"}')
