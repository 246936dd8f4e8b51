"""Runs the screen in a process of its own and starts it again after a crash or a hang (ADR 17)."""

import gc
import os
import sys
import time
from collections.abc import Callable

from kiosk.supervisor.end_signals import END_SIGNALS, EndSignals
from kiosk.supervisor.ending import Ending, ScreenState, ending_of
from kiosk.supervisor.hang_detector import WAKE_INTERVAL, HangDetector
from kiosk.supervisor.link import SupervisorLink
from kiosk.supervisor.records import record_crash, record_drawn
from kiosk.supervisor.restart_policy import RestartPolicy
from kiosk.supervisor.screen_process import ScreenProcess
from kiosk.supervisor.service_manager import ServiceManager

END_SECONDS = 10.0
"""Seconds the screen has to end in order."""
WANTED = (0, 130, *(-number for number in END_SIGNALS))
"""Exit codes of a screen whose window was closed, or that was itself asked to end."""
REFUSED = (1, 2)
"""Exit codes for what another start cannot change, as long as the screen has not reported its library."""

Show = Callable[[SupervisorLink], int]
"""Runs the screen until its window is closed; returns the exit code."""


def supervise(show: Show) -> int:
    """Run `show` until its window is closed or this process is asked to end; returns the exit code.

    Wrong settings and arguments end it too. On Windows `show` runs in this process.
    """
    if sys.platform == "win32":
        return show(SupervisorLink())
    gc.freeze()  # this process keeps what it has; the new ones share that memory
    policy = RestartPolicy()
    with ServiceManager() as manager, EndSignals() as end_signals:
        while not end_signals.received:
            screen = ScreenProcess.start(_choose_renderer(show, policy.uses_software))
            watched = _watch(screen, end_signals, manager)
            if isinstance(watched, int):
                return watched
            ending, state = watched
            record_crash(ending, state)
            end_signals.wait(policy.delay_after(state.has_drawn))
    return 0


def _watch(
    screen: ScreenProcess, end_signals: EndSignals, manager: ServiceManager
) -> int | tuple[Ending, ScreenState]:
    """Watch one process of the screen: the exit code when all is to end, else why it has to start again."""
    state, drawn = ScreenState(), 0
    detector = HangDetector(time.monotonic())
    try:
        while True:
            end_signals.wait(WAKE_INTERVAL, screen.pipe)
            if end_signals.received:
                screen.terminate(END_SECONDS)
                return 0
            detector.wake(time.monotonic())
            code = screen.exit_code()  # before its last reports are read
            for report in screen.read_reports():
                state = state.after(report)
                detector.hear(time.monotonic(), report.get("drawn"))
                if report.get("drawn"):
                    manager.note_frame()
                if state.has_drawn and state.generation != drawn:
                    drawn = state.generation
                    record_drawn(state)
            if code in WANTED:
                return 0
            if code in REFUSED and state.library is None:
                return code
            if code is not None:
                return ending_of(code, state), state
            now = time.monotonic()
            if cause := detector.find_hang(now, screen.state):
                screen.kill()
                return Ending(cause, str(round(detector.undrawn_seconds(now)))), state
    finally:
        os.close(screen.pipe)


def _choose_renderer(show: Show, by_processor: bool) -> Show:
    """Have `show` draw by the processor, if so."""

    def show_by_processor(link: SupervisorLink) -> int:
        os.environ["QT_QUICK_BACKEND"] = "software"
        return show(link)

    return show_by_processor if by_processor else show
