"""The sign that lets staff in: five taps in the corner of the screen, which tell a visitor nothing."""

import time
from collections import deque
from collections.abc import Callable

TAPS = 5
WITHIN = 3.0
"""Seconds from the first tap to the last."""


class StaffGesture:
    """Counts taps; `seconds` tells a time that cannot be set."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._taps: deque[float] = deque(maxlen=TAPS)

    def tap(self) -> bool:
        """Note a tap; whether it was the last of a knock."""
        self._taps.append(self._seconds())
        if len(self._taps) < TAPS or self._taps[-1] - self._taps[0] > WITHIN:
            return False
        self._taps.clear()
        return True
