"""Measures the gaps between the frames of a window: long ones are visible as stutter."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, QTimer

from kiosk.app.window import KioskWindow

FRAME_INTERVAL = 16
"""Milliseconds between two frames, as on a screen of 60 Hz."""
_SCHEDULER_STATS = Path("/proc/thread-self/schedstat")


class Frames:
    """Requests a frame of a window every FRAME_INTERVAL and records the time of each (seconds)."""

    def __init__(self, shown: KioskWindow) -> None:
        self._view = shown.view
        self._times: list[float] = []
        self._runnable: list[float] = []
        self._timer = QTimer(interval=FRAME_INTERVAL, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._view.update)
        self._view.afterRendering.connect(self._record, Qt.ConnectionType.DirectConnection)

    def start(self) -> None:
        """Start recording."""
        self._timer.start()

    def stop(self) -> None:
        """Stop recording."""
        self._timer.stop()
        self._view.afterRendering.disconnect(self._record)

    def gaps(self) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        """Milliseconds between one frame and the next."""
        return np.diff(np.array(self._times)) * 1000

    def percentile_gap(self, percentile: float) -> float:
        """A percentile of the gaps in milliseconds; `percentile` is 99 for the 99th."""
        return float(np.percentile(self.gaps(), percentile))

    def percentile_gap_blocked(self, percentile: float) -> float:
        """The same without the time in which the thread ran, or could have run had a processor been free.

        What is left is what it waited for: its timer, a file, a lock, another process.
        """
        return float(np.percentile(self.gaps() - np.diff(np.array(self._runnable)) * 1000, percentile))

    def _record(self) -> None:
        self._times.append(time.perf_counter())
        self._runnable.append(_seconds_runnable())


def _seconds_runnable() -> float:
    """Seconds for which this thread ran or waited for a processor (Linux, sched-stats.rst); else 0."""
    if not _SCHEDULER_STATS.exists():
        return 0.0
    running, queued, _ = _SCHEDULER_STATS.read_text("ascii").split()
    return (int(running) + int(queued)) / 1e9


@contextmanager
def record_frames(shown: KioskWindow) -> Iterator[Frames]:
    """Record frames within the `with` statement."""
    frames = Frames(shown)
    frames.start()
    try:
        yield frames
    finally:
        frames.stop()
