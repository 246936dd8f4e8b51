"""The staff gesture: five taps in the corner of the screen, without any visible sign."""

import time
from collections import deque
from collections.abc import Callable

TAPS = 5
TIME_LIMIT = 3.0
"""Seconds from the first tap to the last."""


class StaffGesture:
    """Recognises the gesture; `clock` returns monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._taps: deque[float] = deque(maxlen=TAPS)

    def tap(self) -> bool:
        """Record a tap and return whether it completes the gesture."""
        self._taps.append(self._clock())
        if len(self._taps) < TAPS or self._taps[-1] - self._taps[0] > TIME_LIMIT:
            return False
        self._taps.clear()
        return True
