"""How soon the attract loop is back after the process that shows it was killed."""

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from tests.bench.display import Display, PixelSamples, is_like
from tests.bench.programs import Program
from tests.bench.results import Result
from tests.bench.visits.attract import SETTLED_SECONDS, TIMEOUT, Attract, attracting
from tests.supervisor.screen_pid import screen_pid

ROUNDS = 2
KILLS = 3
"""How often each program is killed in each round."""
LOOP = 'while :; do "$@"; done'
"""What starts a browser again: the shell."""
PEER = "chromium --kiosk in a shell's loop"


def started_again(browser: Program) -> Program:
    """The browser in a loop of the shell, which starts it again when it has ended."""
    return replace(browser, command=("/bin/sh", "-c", LOOP, "loop", *browser.command))


def measure_restart(display: Display, kiosk: Program, browser: Program | None) -> Result:
    """Seconds from SIGKILL until the complete attract picture; the median of all kills."""
    programs = [kiosk, started_again(browser)] if browser else [kiosk]
    seconds = restart_times(display, programs)
    figures = [median(found) for found in seconds]
    return Result("restart", figures[0], figures[1] if browser else None, PEER, "s")


def restart_times(display: Display, programs: Sequence[Program]) -> list[list[float]]:
    """Kill the programs in turn; the seconds of each kill."""
    found: list[list[float]] = [[] for _ in programs]
    for _ in range(ROUNDS):
        for program, seconds in zip(programs, found, strict=True):
            with attracting(display, program) as attract:
                seconds += [_restart_seconds(attract) for _ in range(KILLS)]
    return found


def _restart_seconds(attract: Attract) -> float:
    """Kill the child that shows the screen; TimeoutError when no other one shows the first slide."""
    time.sleep(SETTLED_SECONDS)
    child = _only_child(attract.session)

    def shows_attract(picture: PixelSamples) -> bool:
        return is_like(picture, attract.picture)

    recording = attract.display.record(
        lambda: os.kill(child, signal.SIGKILL), TIMEOUT, rest=SETTLED_SECONDS, is_expected=shows_attract
    )
    if not recording.frames or not shows_attract(recording.frames[-1][1]):
        raise TimeoutError("the attract loop does not come back")
    return recording.time_to_final_picture()


def _only_child(parent: int) -> int:
    """The running child of a process; TimeoutError when there is none, or more than one."""
    end = time.monotonic() + TIMEOUT
    while (child := screen_pid(parent)) is None:
        if time.monotonic() > end:
            raise TimeoutError("no process shows the screen")
        time.sleep(0.01)
    return child
