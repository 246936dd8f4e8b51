"""Faults of the screen's process, and how long its attract loop then takes to come back."""

import os
import signal
import time
from collections.abc import Callable

from kiosk.supervisor.hang_detector import SILENCE_LIMIT
from tests.supervisor.screen_pid import process_state
from tests.supervisor.supervised_kiosk import FOOT, SupervisedKiosk

MAX_SECONDS = 3.0
"""Seconds from a crash, or from the end of the silence of a hang, to the attract loop."""


def kill(kiosk: SupervisedKiosk) -> float:
    """Kill the process, as a system without memory would."""
    os.kill(kiosk.wait_for_screen(), signal.SIGKILL)
    return time.monotonic()


def stop(kiosk: SupervisedKiosk) -> float:
    """Stop the process, so that it draws nothing more and answers nothing."""
    os.kill(kiosk.wait_for_screen(), signal.SIGSTOP)
    return time.monotonic() + SILENCE_LIMIT


def break_page(kiosk: SupervisedKiosk) -> float:
    """Open the home page, which has a bug."""
    before = kiosk.wait_for_screen()

    def tap() -> bool:
        if process_state(before) != "Z":  # the window ignores taps at first
            kiosk.display.tap(FOOT)
        return process_state(before) == "Z"

    return kiosk.wait_until(tap, "the bug does not end the process")


def break_at_signal(kiosk: SupervisedKiosk) -> float:
    """Raise an exception in whatever Python code runs at that moment, or soon, while modules are imported."""
    before = kiosk.wait_for_screen()

    def interrupt() -> bool:
        if process_state(before) != "Z":
            os.kill(before, signal.SIGUSR1)
        return process_state(before) == "Z"

    return kiosk.wait_until(interrupt, "the bug does not end the process")


FAULTS: dict[str, Callable[[SupervisedKiosk], float]] = {
    "kill -9": kill,
    "kill -STOP": stop,
    "a bug in a page": break_page,
    "a bug at a signal": break_at_signal,
}
"""Each puts in a fault; `time.monotonic` of the moment from which the restart counts."""


def restart_seconds(kiosk: SupervisedKiosk, fault: Callable[[SupervisedKiosk], float]) -> float:
    """Put in a fault; the seconds from then until another process shows the attract loop."""
    kiosk.wait_for_attract()
    before = kiosk.wait_for_screen()
    start = fault(kiosk)
    kiosk.wait_until(lambda: kiosk.screen not in (None, before), "no other process is started")
    return kiosk.wait_for_attract() - start
