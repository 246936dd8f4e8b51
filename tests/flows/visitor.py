"""Runs a kiosk under an X server, taps its window, and compares it with a twin in this process.

The twin is the same window on the same library without a display. It gives the place of each tap target,
receives every tap too, and its picture is what the real screen must show in the end.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

import numpy
from PySide6.QtTest import QTest

from kiosk.app.window import KioskWindow
from tests import screen_kit
from tests.flows.display import Display, start_display

TIMEOUT = 60.0
"""Seconds after which a wait fails."""
PAGES_BEFORE_PAUSE, PAUSE = ("attract", "unavailable"), 300
"""After these pages the kiosk ignores touches for PAUSE ms; its twin may have begun to count earlier."""
COLOUR_TOLERANCE = 64
"""The largest difference of a colour, of 255: Qt smooths large letters in more than one way."""
PIXEL_TOLERANCE = 0.001
"""The share of pixels that may differ more: the mouse pointer, a digit that has just changed."""


class Visitor:
    """A visitor at the screen of `display`; `twin` is the twin of the process `kiosk`."""

    def __init__(self, display: Display, twin: KioskWindow, kiosk: "subprocess.Popen[bytes]") -> None:
        self.display, self.twin, self.kiosk = display, twin, kiosk
        self.pause = 0

    def tap(self, name: str) -> None:
        """Wait until the screen matches the twin, then tap the item of that name on both."""
        self.wait_for_match()
        screen_kit.wait_until_ready(self.twin)
        QTest.qWait(self.pause)
        self.pause = PAUSE if self.twin.shell.page in PAGES_BEFORE_PAUSE else 0
        self.display.tap(screen_kit.centre(screen_kit.find(self.twin, name)))
        screen_kit.tap(self.twin, name)

    def wait_for_match(self) -> None:
        """Wait until the screen shows what the twin shows."""
        self.wait_until(lambda: self.difference() < PIXEL_TOLERANCE, "the screen does not match the twin")

    def difference(self) -> float:
        """The share of pixels with a red, green or blue that differs by more than COLOUR_TOLERANCE."""
        expected = screen_kit.grab_pixels(self.twin)
        pixels = self.display.grab_pixels()[: expected.shape[0], : expected.shape[1]]
        differing = pixels != expected
        pairs = numpy.stack([pixels[differing], expected[differing]]).astype(numpy.int32)
        channels = [pairs >> shift & 0xFF for shift in (0, 8, 16)]
        visible = [abs(channel[0] - channel[1]) > COLOUR_TOLERANCE for channel in channels]
        return float(numpy.count_nonzero(numpy.any(visible, axis=0)) / pixels.size)

    def wait_until(self, condition: Callable[[], bool], failure: str) -> None:
        """Process events of the twin until `condition` holds; fail with `failure` after TIMEOUT."""
        deadline = time.monotonic() + TIMEOUT
        while not condition():
            assert self.kiosk.poll() is None, f"the kiosk has ended with {self.kiosk.returncode}"
            assert time.monotonic() < deadline, failure
            QTest.qWait(50)

    def expect_texts(self, *texts: str) -> None:
        """Check that the screen shows these texts."""
        self.wait_for_match()
        shown = screen_kit.texts(self.twin)
        assert all(text in shown for text in texts), shown

    def terminate(self, signal_number: signal.Signals = signal.SIGTERM) -> int:
        """Send the signal to the kiosk and return its exit code."""
        self.kiosk.send_signal(signal_number)
        return self.kiosk.wait(TIMEOUT)


@contextmanager
def run_kiosk(
    folder: Path,
    library: Path,
    size: str = "1920x1080",
    *,
    settings: str = 'language = "en"',
    program: Sequence[str] = ("-m", "kiosk"),
    twin: Path | None = None,
    at: str | None = screen_kit.AT,
    largest: str | None = None,
) -> Iterator[Visitor]:
    """Run a full-screen kiosk under an X server of its own; its output goes to `folder`/kiosk.log.

    It rehearses the time `at`; with None it is no rehearsal. `settings` is the text of its kiosk.toml,
    `program` the arguments of Python, `twin` another library for the twin, `largest` the size to which the
    screen may grow. A kiosk that still runs at the end is terminated and must end with 0.
    """
    file = folder / "kiosk.toml"
    file.write_text(settings, "utf-8")
    command = ["run", "--library", str(library), "--settings", str(file), *(("--at", at) if at else ())]
    with (
        start_display(folder / "screen", largest or size) as screen,
        (folder / "kiosk.log").open("wb") as log,
        nullcontext(screen.set_mode(size) if largest else None),
        screen_kit.window(twin or library, size, at=at, language=None, settings=file) as shown,
        subprocess.Popen(
            [sys.executable, *program, *command],
            cwd=Path(__file__).parents[2], env=screen.environment, stdout=log, stderr=log,
        ) as kiosk,
    ):  # fmt: skip
        try:
            visitor = Visitor(screen, shown, kiosk)
            yield visitor
            if kiosk.poll() is None:
                assert visitor.terminate() == 0
        finally:
            kiosk.kill()
