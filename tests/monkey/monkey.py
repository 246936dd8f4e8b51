"""A monkey at the screen: taps anywhere, twenty times a second, among visitors' pages and the staff's."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.finger import Finger
from tests.flows.display import Display

PACE = 0.05
"""Seconds from one tap to the next."""
VISIT = 20.0
"""Seconds from one visit to the staff area to the next."""
HELD = 0.012
"""Seconds a finger stays."""
CORNER = (30, 30)
REST = 1.0
"""Seconds the monkey does nothing after a knock: by then the kiosk shows the PIN pad, and has tidied up."""


class Monkey:
    """Plays on a screen of that width and height with a kiosk that shows `library`.

    `rested` is called whenever the kiosk has come to rest, as far as a monkey can tell.
    """

    def __init__(
        self,
        display: Display,
        finger: Finger,
        library: Path,
        size: tuple[int, int],
        seed: int,
        rested: Callable[[], None],
    ) -> None:
        self._display, self._finger, self._library = display, finger, library
        self._width, self._height = size
        self._chance = random.Random(seed)
        self._rested = rested
        self._next = 0.0
        self.taps = self.visits = 0

    def play(self, seconds: float) -> None:
        """Tap for so long, now and then as staff."""
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            if now >= self._next:
                self._enter()
                self._next = time.monotonic() + VISIT
            self._tap(self._chance.randrange(self._width), self._chance.randrange(self._height))

    def _enter(self) -> None:
        """Knock, and type the PIN on a keyboard; where that is not heard, it was one more tap."""
        pin = self._new_pin()
        for _ in range(5):
            self._tap(*CORNER)
        time.sleep(REST)
        self._rested()
        self._display.act("type", "--delay", 20, pin)
        self.visits += 1

    def _new_pin(self) -> str:
        words = [sys.executable, "-m", "kiosk", "pin", "new", "--json", "--library", str(self._library)]
        done = subprocess.run(words, capture_output=True, check=True)
        return str(json.loads(done.stdout)["pin"])

    def _tap(self, x: int, y: int) -> None:
        start = time.monotonic()
        self._finger.move(x, y)
        self._finger.press()
        time.sleep(HELD)
        self._finger.release()
        self.taps += 1
        time.sleep(max(0.0, PACE - (time.monotonic() - start)))
