"""Writes records to the library, in a process of its own: a disk that hangs delays no restart."""

import os
import time
from collections.abc import Callable
from typing import NoReturn

from kiosk.base.uptime import read_uptime
from kiosk.library.crash_log import Crash, add_crash, add_drawn, read_record
from kiosk.supervisor.ending import Ending, ScreenState, is_evidence

WRITE_SECONDS = 1.0
"""Seconds that a restart waits for a record."""
POLL_INTERVAL = 0.002


def record_crash(ending: Ending, state: ScreenState) -> None:
    """Record the end of a process of the screen that had reported `state`."""
    library = state.library
    if library is None:
        return
    uptime, at = read_uptime(), int(time.time())

    def write() -> None:
        is_blamed = is_evidence(ending, state, read_record(library).drawn)
        crash = Crash(at, uptime.boot, uptime.seconds, state.generation, state.page, *ending, is_blamed)
        add_crash(library, crash)

    _run_aside(write)


def record_drawn(state: ScreenState) -> None:
    """Record that the generation on show has been drawn."""
    library, generation = state.library, state.generation
    if library and generation:
        _run_aside(lambda: add_drawn(library, generation))


def _run_aside(write: Callable[[], None]) -> None:
    """Run `write` in a forked process; return when it has ended, or after WRITE_SECONDS."""
    pid = os.fork()
    if pid == 0:
        _run_and_exit(write)
    deadline = time.monotonic() + WRITE_SECONDS
    while not os.waitpid(pid, os.WNOHANG)[0] and time.monotonic() < deadline:
        time.sleep(POLL_INTERVAL)


def _run_and_exit(write: Callable[[], None]) -> NoReturn:
    try:
        write()
    finally:
        os._exit(0)
