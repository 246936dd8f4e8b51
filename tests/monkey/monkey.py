"""Taps anywhere on the screen, twenty times a second, on pages for visitors and for staff."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.finger import Finger
from tests.flows.display import Display

TAP_INTERVAL = 0.05
"""Seconds between two taps."""
STAFF_INTERVAL = 20.0
"""Seconds between two entries to the staff area."""
TAP_SECONDS = 0.012
"""Seconds a touch lasts."""
GESTURE_POINT = (30, 30)
REST_SECONDS = 1.0
"""Seconds without taps after the staff gesture: by then the kiosk shows the PIN pad and has freed memory."""


class Monkey:
    """Taps on a screen of that width and height with a kiosk that shows `library`.

    `on_rest` is called whenever the kiosk should have come to rest.
    """

    def __init__(
        self,
        display: Display,
        finger: Finger,
        library: Path,
        size: tuple[int, int],
        seed: int,
        on_rest: Callable[[], None],
    ) -> None:
        self._display, self._finger, self._library = display, finger, library
        self._width, self._height = size
        self._random = random.Random(seed)
        self._on_rest = on_rest
        self._next = 0.0
        self.taps = self.staff_visits = 0

    def play(self, seconds: float) -> None:
        """Tap for `seconds`, with regular entries to the staff area."""
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            if now >= self._next:
                self._enter_staff_area()
                self._next = time.monotonic() + STAFF_INTERVAL
            self._tap(self._random.randrange(self._width), self._random.randrange(self._height))

    def _enter_staff_area(self) -> None:
        """Make the staff gesture and type the PIN on a keyboard; without effect where the page ignores it."""
        pin = self._new_pin()
        for _ in range(5):
            self._tap(*GESTURE_POINT)
        time.sleep(REST_SECONDS)
        self._on_rest()
        self._display.run_xdotool("type", "--delay", 20, pin)
        self.staff_visits += 1

    def _new_pin(self) -> str:
        command = [sys.executable, "-m", "kiosk", "pin", "new", "--json", "--library", str(self._library)]
        done = subprocess.run(command, capture_output=True, check=True)
        return str(json.loads(done.stdout)["pin"])

    def _tap(self, x: int, y: int) -> None:
        start = time.monotonic()
        self._finger.move(x, y)
        self._finger.press()
        time.sleep(TAP_SECONDS)
        self._finger.release()
        self.taps += 1
        time.sleep(max(0.0, TAP_INTERVAL - (time.monotonic() - start)))
