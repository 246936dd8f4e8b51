"""One change to the library at a time, done by a child while staff watch or walk away."""

import time
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from kiosk.viewmodels.background.child_process import ChildProcess, ChildReply

WARM_UP = 1.0
"""Seconds before a rate is good enough to tell the time left from."""


class Job(QObject):
    """Runs a command and keeps how it went: `kind` is what was asked for, '' before the first.

    While it runs `step`, `done` and `total` (bytes) tell how far it is; afterwards `result` is what the child
    said last.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.kind = ""
        self.step, self.done, self.total = "", 0, 0
        self.result: ChildReply | None = None
        self.cancelled = False
        self._child: ChildProcess | None = None
        self._began = 0.0
        self._from = 0

    @property
    def running(self) -> bool:
        """Whether it is being done just now."""
        return self._child is not None

    @property
    def left(self) -> float | None:
        """Seconds until the step is done, at the rate until now; None while nobody can tell."""
        passed, moved = time.monotonic() - self._began, self.done - self._from
        if passed < WARM_UP or moved <= 0:
            return None
        return passed * (self.total - self.done) / moved

    def start(self, kind: str, words: Sequence[object]) -> None:
        """Begin, unless something is being done already."""
        if self._child:
            return
        self.kind, self.result, self.cancelled = kind, None, False
        self.step, self.done, self.total = "", 0, 0
        self._child = ChildProcess(words, self)
        self._child.progressed.connect(self._heard)
        self._child.ended.connect(self._ended)
        self._child.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Give up; the library stays as it was, unless all was done already."""
        if self._child:
            self.cancelled = True
            self._child.cancel()
            self.changed.emit()

    def forget(self) -> None:
        """Put away the result, once it has been read."""
        if not self._child:
            self.kind, self.result = "", None
            self.changed.emit()

    def _heard(self, said: Mapping[str, object]) -> None:
        step = str(said["step"])
        if step != self.step:
            self._began, self._from = time.monotonic(), int(str(said["done"]))
        self.step, self.done, self.total = step, int(str(said["done"])), int(str(said["total"]))
        self.changed.emit()

    def _ended(self, said: ChildReply) -> None:
        self._child = None
        self.result = said
        self.changed.emit()
        self.finished.emit()
