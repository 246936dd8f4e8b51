"""Runs one install or rollback at a time in a child process and keeps its progress and result."""

import time
from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QObject, Signal

from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply

JobKind = Literal["install", "rollback", "forward"]
WARM_UP = 1.0
"""Seconds before the rate is good enough to estimate the time left."""


class LibraryJob(QObject):
    """Runs a command that changes the library; `kind` is None before the first.

    While it runs, `step`, `done` and `total` (bytes) are its progress; afterwards `result` is the reply.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.kind: JobKind | None = None
        self.step, self.done, self.total = "", 0, 0
        self.result: ChildReply | None = None
        self.cancelled = False
        self._child: ChildProcess | None = None
        self._step_began = 0.0
        self._step_offset = 0

    @property
    def is_running(self) -> bool:
        """Whether the command is running now."""
        return self._child is not None

    @property
    def seconds_left(self) -> float | None:
        """Seconds until the step is done, at the rate until now; None while there is no estimate."""
        passed, moved = time.monotonic() - self._step_began, self.done - self._step_offset
        if passed < WARM_UP or moved <= 0:
            return None
        return passed * (self.total - self.done) / moved

    def start(self, kind: JobKind, command: Sequence[object]) -> None:
        """Start the command, unless one is running already."""
        if self._child:
            return
        self.kind, self.result, self.cancelled = kind, None, False
        self.step, self.done, self.total = "", 0, 0
        self._child = ChildProcess(command, self)
        self._child.progressed.connect(self._handle_progress)
        self._child.ended.connect(self._handle_end)
        self._child.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Cancel the command; the library stays as it was, unless the command was done already."""
        if self._child:
            self.cancelled = True
            self._child.cancel()
            self.changed.emit()

    def clear_result(self) -> None:
        """Forget the result, once staff have read it."""
        if not self._child:
            self.kind, self.result = None, None
            self.changed.emit()

    def _handle_progress(self, progress: Mapping[str, object]) -> None:
        step, done, total = str(progress["step"]), int(str(progress["done"])), int(str(progress["total"]))
        if step != self.step:
            self._step_began, self._step_offset = time.monotonic(), done
        self.step, self.done, self.total = step, done, total
        self.changed.emit()

    def _handle_end(self, reply: ChildReply) -> None:
        self._child = None
        self.result = reply
        self.changed.emit()
        self.finished.emit()
