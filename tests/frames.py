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
        self._queued: list[float] = []
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

    def percentile_gap_running(self, percentile: float) -> float:
        """The same without the time in which the window waited for a processor used by other programs."""
        return float(np.percentile(self.gaps() - np.diff(np.array(self._queued)) * 1000, percentile))

    def _record(self) -> None:
        self._times.append(time.perf_counter())
        self._queued.append(_seconds_queued())


def _seconds_queued() -> float:
    """Seconds for which this thread could have run, but had to wait (Linux, sched-stats.rst); else 0."""
    return int(_SCHEDULER_STATS.read_text("ascii").split()[1]) / 1e9 if _SCHEDULER_STATS.exists() else 0.0


@contextmanager
def record_frames(shown: KioskWindow) -> Iterator[Frames]:
    """Record frames within the `with` statement."""
    frames = Frames(shown)
    frames.start()
    try:
        yield frames
    finally:
        frames.stop()
