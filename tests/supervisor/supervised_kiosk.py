"""Runs a supervised kiosk under an X server, and sees on the screen when its attract loop is back."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy
from PySide6.QtCore import QPoint

from tests.flows.display import Display, start_display
from tests.screen_kit import AT, Pixels
from tests.supervisor.screen_pid import screen_pid

SIZE = "640x360"
FOOT = QPoint(320, 340)
TIMEOUT = 60.0
POLL_INTERVAL = 0.005
MAX_DIFFERENCE = 0.01
"""The share of pixels in which two pictures of the first slide may differ."""

FAULTY_PROGRAM = """
import signal
import sys
from kiosk.__main__ import main
from kiosk.viewmodels.visitor.home.page import HomePage

def refresh(page):
    raise ZeroDivisionError("put in by a test")

raised = False

def interrupt(_, frame):
    global raised
    while frame and (frame.f_code.co_name != "<module>" or frame.f_globals["__name__"] == "__main__"):
        frame = frame.f_back
    if frame or raised:
        return
    raised = True
    raise ZeroDivisionError("put in by a test, at a signal")

HomePage.refresh = refresh
signal.signal(signal.SIGUSR1, interrupt)
sys.exit(main())
"""
"""A kiosk whose home page has a bug, and which has another one at SIGUSR1, but not while it imports a module.

PySide 6.11 ends with SIGSEGV when an exception is raised within the decorator of a class.
"""


@dataclass
class SupervisedKiosk:
    """A running `kiosk run`; `attract` is the picture of its first slide."""

    display: Display
    process: "subprocess.Popen[bytes]"
    library: Path
    log: Path
    attract: Pixels

    @property
    def screen(self) -> int | None:
        """The pid of the process that shows the screen, None while there is none."""
        return screen_pid(self.process.pid)

    def wait_for_screen(self) -> int:
        """The pid of the process that shows the screen, as soon as there is one."""
        found: list[int] = []

        def has_screen() -> bool:
            if pid := self.screen:
                found.append(pid)
            return bool(found)

        self.wait_until(has_screen, "no process shows the screen")
        return found[0]

    def shows_attract(self) -> bool:
        """Whether the present process shows the first slide of the attract loop."""
        pixels = self.display.grab_pixels()
        screen = self.screen
        if not pixels.any() or screen is None:
            return False
        differing = numpy.count_nonzero(pixels != self.attract) / pixels.size
        return bool(differing < MAX_DIFFERENCE) and self._has_window(screen)

    def _has_window(self, pid: int) -> bool:
        """Whether a window of that process is on the screen (_NET_WM_PID of the EWMH)."""
        command = ["xdotool", "search", "--onlyvisible", "--pid", str(pid)]
        done = subprocess.run(command, env=self.display.environment, capture_output=True)
        return bool(done.stdout.strip())

    def wait_until(self, condition: Callable[[], object], failure: str) -> float:
        """Wait until `condition` holds; `time.monotonic` then. AssertionError `failure` after TIMEOUT."""
        deadline = time.monotonic() + TIMEOUT
        while not condition():
            assert self.process.poll() is None, f"the kiosk has ended with {self.process.returncode}"
            assert time.monotonic() < deadline, f"{failure}\n{self.log.read_text('utf-8', 'replace')}"
            time.sleep(POLL_INTERVAL)
        return time.monotonic()

    def wait_for_attract(self) -> float:
        """Wait for the first slide of the attract loop; `time.monotonic` then."""
        return self.wait_until(self.shows_attract, "the attract loop does not come")


@contextmanager
def run_supervised(
    folder: Path, library: Path, *options: str, program: Sequence[str] = ("-m", "kiosk")
) -> Iterator[SupervisedKiosk]:
    """Run a kiosk on `library` with an X server of its own; yields it when it shows the attract loop.

    `program` are the arguments of Python. A kiosk that still runs at the end must end with 0 on SIGTERM.
    """
    command = [sys.executable, *program, "run", "--library", str(library), "--at", AT, *options]
    log = folder / "kiosk.log"
    with (
        start_display(folder / "screen", SIZE) as display,
        log.open("wb") as output,
        subprocess.Popen(
            command, cwd=Path(__file__).parents[2], env=display.environment, stdout=output, stderr=output
        ) as process,
    ):
        try:
            kiosk = SupervisedKiosk(display, process, library, log, display.grab_pixels())
            kiosk.wait_until(lambda: display.grab_pixels().any(), "nothing is shown")
            kiosk.attract = display.grab_pixels()
            yield kiosk
            if process.poll() is None:
                process.terminate()
                assert process.wait(TIMEOUT) == 0
        finally:
            process.kill()
