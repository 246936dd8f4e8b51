"""A visitor at a real kiosk: taps its X window, and sees by a twin in this process what it should show.

The twin is the same window on the same library without a display. It tells where things are to be tapped,
takes every tap too, and its picture is what the real screen must come to show.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy
from PySide6.QtTest import QTest

from kiosk.app.window import KioskWindow
from tests import screen_kit
from tests.flows.display import Display, display

PATIENCE = 60.0
"""Seconds until something that should happen counts as never happening."""
PASSING, PAUSE = ("attract", "unavailable"), 300
"""After these pages the kiosk takes no touch for so many ms; its twin may have begun to count earlier."""
SHADE = 64
"""How much a colour may differ, of 255: Qt smooths large letters in more than one way."""
SAME = 0.001
"""The part of the pixels that may differ more: the mouse pointer, a digit that has just changed."""


class Visitor:
    """Somebody in front of the screen of `display`."""

    def __init__(self, display: Display, twin: KioskWindow, kiosk: "subprocess.Popen[bytes]") -> None:
        self.display, self.twin, self.kiosk = display, twin, kiosk
        self.pause = 0

    def tap(self, name: str) -> None:
        """Wait until the screen shows what it should, then touch the thing of that name."""
        self.agree()
        screen_kit.wait_until_ready(self.twin)
        QTest.qWait(self.pause)
        self.pause = PAUSE if self.twin.shell.page in PASSING else 0
        self.display.tap(screen_kit.centre(screen_kit.find(self.twin, name)))
        screen_kit.tap(self.twin, name)

    def agree(self) -> None:
        """Wait until the screen shows what the twin shows."""
        self.wait(lambda: self.difference() < SAME, "the screen shows something else")

    def difference(self) -> float:
        """The part of the pixels whose red, green or blue is another than on the twin, by more than SHADE."""
        seen, shown = self.display.picture(), screen_kit.grab_pixels(self.twin)
        others = seen != shown
        pairs = numpy.stack([seen[others], shown[others]]).astype(numpy.int32)
        parts = [pairs >> shift & 0xFF for shift in (0, 8, 16)]
        far = [abs(part[0] - part[1]) > SHADE for part in parts]
        return float(numpy.count_nonzero(numpy.any(far, axis=0)) / seen.size)

    def wait(self, condition: Callable[[], bool], never: str) -> None:
        """Wait until `condition` holds, while the twin lives on."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert self.kiosk.poll() is None, f"the kiosk has ended with {self.kiosk.returncode}"
            assert time.monotonic() < deadline, never
            QTest.qWait(50)

    def sees(self, *texts: str) -> None:
        """These words are on the screen."""
        self.agree()
        shown = screen_kit.texts(self.twin)
        assert all(text in shown for text in texts), shown

    def leave(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask the program to end; its exit code."""
        self.kiosk.send_signal(number)
        return self.kiosk.wait(PATIENCE)


@contextmanager
def visitor(
    folder: Path,
    library: Path,
    size: str = "1920x1080",
    *,
    settings: str = 'language = "en"',
    program: Sequence[str] = ("-m", "kiosk"),
    twin: Path | None = None,
    at: str | None = screen_kit.AT,
) -> Iterator[Visitor]:
    """A full-screen kiosk under an X server of its own, rehearsing the demo; its words go to `folder`/said.

    Without `at` it is no rehearsal. `settings` is what stands in its kiosk.toml, `program` what Python is to
    run, `twin` another library for the twin. A kiosk that still runs in the end must end well when asked to.
    """
    file = folder / "kiosk.toml"
    file.write_text(settings, "utf-8")
    words = ["run", "--library", str(library), "--settings", str(file), *(("--at", at) if at else ())]
    with (
        display(folder / "screen", size) as x,
        (folder / "said").open("wb") as said,
        screen_kit.window(twin or library, size, at=at, language=None, settings=file) as shown,
        subprocess.Popen(
            [sys.executable, *program, *words],
            cwd=Path(__file__).parents[2], env=x.environment, stdout=said, stderr=said,
        ) as kiosk,
    ):  # fmt: skip
        try:
            guest = Visitor(x, shown, kiosk)
            yield guest
            if kiosk.poll() is None:
                assert guest.leave() == 0
        finally:
            kiosk.kill()
