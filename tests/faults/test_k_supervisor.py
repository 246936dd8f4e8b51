"""Fault catalogue, row K2: a crash or a hang of the screen brings the attract loop back."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.library.crash_log import Cause, read_record
from kiosk.programme.shown_programme import open_library
from tests.faulty_share import wait_until
from tests.screen_kit import april, copy_library, demo
from tests.supervisor.screen_faults import FAULTS, restart_seconds
from tests.supervisor.screen_pid import process_state
from tests.supervisor.supervised_kiosk import FAULTY_PROGRAM, TIMEOUT, run_supervised

__all__ = ["april", "demo"]

pytestmark = pytest.mark.xdist_group("xvfb")

NEEDS_SOFTWARE = """
import os, sys
from kiosk.__main__ import main
from kiosk.app import run

prepare_qt = run.prepare_qt

def prepare(renderer):
    if "QT_QUICK_BACKEND" not in os.environ:
        os.abort()
    prepare_qt(renderer)

run.prepare_qt = prepare
sys.exit(main())
"""
"""A kiosk whose graphics card ends it before its first frame."""


def test_k02_every_fault_of_the_screen_brings_the_attract_loop_back(april: Path, tmp_path: Path) -> None:
    """Several times each, so that a programme that is wrongly blamed would be taken off."""
    library = copy_library(april, tmp_path / "library")
    with run_supervised(tmp_path, library, program=("-c", FAULTY_PROGRAM)) as kiosk:
        for fault in (*FAULTS.values(), *(FAULTS[name] for name in FAULTS if name != "kill -STOP")):
            restart_seconds(kiosk, fault)
    assert open_library(library).generation == 2
    crashes = read_record(library).crashes
    assert [crash.cause for crash in crashes].count(Cause.STOPPED) == 1
    assert len(crashes) == 2 * len(FAULTS) - 1
    assert [crash for crash in crashes if crash.is_blamed] == []
    log = kiosk.log.read_text("utf-8")
    assert log.count("ZeroDivisionError: put in by a test, at a signal") == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("stopped", [False, True])
def test_k02_a_signal_ends_supervisor_and_screen(
    number: signal.Signals, stopped: bool, demo: Path, tmp_path: Path
) -> None:
    with run_supervised(tmp_path, demo) as kiosk:
        screen = kiosk.wait_for_screen()
        if stopped:
            os.kill(screen, signal.SIGSTOP)
        kiosk.process.send_signal(number)
        assert kiosk.process.wait(TIMEOUT) == 0
    assert process_state(screen) == "Z"
    assert kiosk.log.read_text("utf-8") == ""


def test_k02_a_screen_ends_with_its_supervisor(demo: Path, tmp_path: Path) -> None:
    library = copy_library(demo, tmp_path / "library")
    with run_supervised(tmp_path, library) as kiosk:
        kiosk.wait_until(lambda: read_record(library).drawn, "nothing is drawn")
        screen = kiosk.wait_for_screen()
        kiosk.process.kill()
        wait_until(lambda: process_state(screen) == "Z", TIMEOUT)


def test_k02_wrong_arguments_are_not_tried_again(demo: Path, tmp_path: Path) -> None:
    settings = tmp_path / "kiosk.toml"
    settings.write_text('languages = ["kk", "ru"]\n', "utf-8")
    command = [sys.executable, "-m", "kiosk", "run", "--library", str(demo), "--settings", str(settings)]
    done = subprocess.run(
        [*command, "--language", "en"],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_k02_without_a_graphics_card_that_works_the_processor_draws(demo: Path, tmp_path: Path) -> None:
    library = copy_library(demo, tmp_path / "library")
    with run_supervised(tmp_path, library, program=("-c", NEEDS_SOFTWARE)):
        pass
    crashes = read_record(library).crashes
    assert [(crash.detail, crash.is_blamed) for crash in crashes] == [("6", False)] * 2
