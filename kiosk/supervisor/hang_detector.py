"""Tells a screen that hangs from a machine that was suspended and from a supervisor that was stopped."""

from collections.abc import Callable

from kiosk.library.crash_log import Cause

WAKE_INTERVAL = 1.0
"""Seconds between two looks at the screen's process, at the most."""
MAX_LATENESS = 2.0
"""Seconds by which the supervisor may wake late; when it is later, it was itself not running."""
SILENCE_LIMIT = 10.0
"""Seconds without a beat, or without a frame while one is due, after which a screen hangs."""
START_LIMIT = 60.0
"""The same before the first frame: a cold start from a slow disk takes its time."""


class HangDetector:
    """Judges one process of the screen; times are seconds of a clock that nobody can set."""

    def __init__(self, now: float) -> None:
        self._last_beat = self._last_drawn = self._woken = now
        self.has_drawn = False

    def wake(self, now: float) -> None:
        """Note that the supervisor runs; call at least every WAKE_INTERVAL. A gap counts for no one."""
        gap = now - self._woken
        if gap > WAKE_INTERVAL + MAX_LATENESS:
            self._last_beat += gap
            self._last_drawn += gap
        self._woken = now

    def hear(self, now: float, drawn: bool | None) -> None:
        """Note a report; `drawn` is that of a beat, None for another report."""
        self._last_beat = now
        if drawn:
            self._last_drawn = now
            self.has_drawn = True

    def undrawn_seconds(self, now: float) -> float:
        """Seconds since the last frame, or since the start."""
        return now - self._last_drawn

    def find_hang(self, now: float, process_state: Callable[[], str]) -> Cause | None:
        """Why the screen has to be ended, None while it runs; `process_state` is a letter as in proc(5)."""
        silence, undrawn = now - self._last_beat, self.undrawn_seconds(now)
        if undrawn < SILENCE_LIMIT:
            return None
        if silence >= SILENCE_LIMIT and process_state() in ("T", "t"):
            return Cause.STOPPED
        limit = SILENCE_LIMIT if self.has_drawn else START_LIMIT
        if silence >= limit:
            return Cause.BLOCKED if process_state() == "D" else Cause.HANG
        return Cause.NO_FRAME if undrawn >= limit else None
