"""Runs on the computer: kills a part of the screen and prints after how many seconds it is back.

A frame that is drawn feeds the watchdog of the unit: the screen is back with the first one after the fault.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

UNIT = "corner-kiosk.service"
LIMIT = 120.0


def main(what: str) -> None:
    """Do one fault."""
    victim, number, noticed_after = FAULTS[what]
    pid = victim()
    fed = watchdog()
    while watchdog() == fed:  # a beat has just come: the next one is not that of the old process
        time.sleep(0.02)
    began = time.clock_gettime(time.CLOCK_MONOTONIC)
    os.kill(pid, number)
    began += noticed_after
    while watchdog() <= (began + SETTLE) * 1e6:
        if time.clock_gettime(time.CLOCK_MONOTONIC) - began > LIMIT:
            sys.exit("the screen is not back")
        time.sleep(0.02)
    print(f"{watchdog() / 1e6 - began:.2f}")


SETTLE = 0.05
"""Seconds within which a beat may still come from the process that was killed."""


def watchdog() -> int:
    """When the watchdog was fed, in microseconds of the monotonic clock."""
    return int(_ask("WatchdogTimestampMonotonic"))


def compositor() -> int:
    """The process of cage, the unit's first one."""
    return int(_ask("MainPID"))


def supervisor() -> int:
    """The child of the compositor that is no X server."""
    return _child(compositor())


def interface() -> int:
    """The child of the supervisor."""
    return _child(supervisor())


FAULTS = {
    "kill": (interface, signal.SIGKILL, 0),
    "crash": (interface, signal.SIGSEGV, 0),
    "hang": (interface, signal.SIGSTOP, 10),
    "supervisor": (supervisor, signal.SIGKILL, 0),
    "compositor": (compositor, signal.SIGKILL, 0),
    "frozen compositor": (compositor, signal.SIGSTOP, 30),
}
"""The process, the signal, and the seconds after which it is noticed that one stands still."""


def _ask(name: str) -> str:
    words = ["systemctl", "show", "--value", "-p", name, UNIT]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def _child(pid: int) -> int:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    (child,) = (int(one) for one in children if Path(f"/proc/{one}/comm").read_text() != "Xwayland\n")
    return child


main(sys.argv[1])
