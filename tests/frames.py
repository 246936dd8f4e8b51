"""How late the frames of a window come: what anybody who watches it would notice as a stutter."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, QTimer

from kiosk.app.window import KioskWindow

BEAT = 16
"""Milliseconds from one frame to the next, as on a screen of 60 Hz."""
_QUEUED = Path("/proc/thread-self/schedstat")


class Frames:
    """Asks a window for a frame at every beat, and notes when each was there (seconds)."""

    def __init__(self, shown: KioskWindow) -> None:
        self._view = shown.view
        self._moments: list[float] = []
        self._queued: list[float] = []
        self._timer = QTimer(interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._view.update)
        self._view.afterRendering.connect(self._note, Qt.ConnectionType.DirectConnection)

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def stop(self) -> None:
        """Enough has been seen."""
        self._timer.stop()
        self._view.afterRendering.disconnect(self._note)

    def gaps(self) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        """Milliseconds between one frame and the next."""
        return np.diff(np.array(self._moments)) * 1000

    def late(self, part: float) -> float:
        """Milliseconds that all but the latest frames came within; `part` is 99 for 99 of 100."""
        return float(np.percentile(self.gaps(), part))

    def late_by_itself(self, part: float) -> float:
        """The same without the time in which the window waited for a processor that other programs had."""
        return float(np.percentile(self.gaps() - np.diff(np.array(self._queued)) * 1000, part))

    def _note(self) -> None:
        self._moments.append(time.perf_counter())
        self._queued.append(_queued())


def _queued() -> float:
    """Seconds for which this thread could have run, but had to wait (Linux, sched-stats.rst); else 0."""
    return int(_QUEUED.read_text("ascii").split()[1]) / 1e9 if _QUEUED.exists() else 0.0


@contextmanager
def watched(shown: KioskWindow) -> Iterator[Frames]:
    """Frames are asked for and noted within the `with` statement."""
    frames = Frames(shown)
    frames.start()
    try:
        yield frames
    finally:
        frames.stop()
