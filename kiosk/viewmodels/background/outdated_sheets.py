"""Finds the flyers on the wall that are outdated, in a child process."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply


class OutdatedSheets(QObject):
    """Runs `kiosk sheets outdated`: `sheets` is its latest result, empty before."""

    changed = Signal()

    def __init__(self, command: Callable[[], Sequence[object]], parent: QObject) -> None:
        super().__init__(parent)
        self._command = command
        self._child: ChildProcess | None = None
        self._is_stale = False
        self.sheets: list[dict[str, Any]] = []

    def check(self) -> None:
        """Look for outdated flyers; while a look runs, which may have begun too early, once more after it."""
        self._is_stale = self._child is not None
        if self._child is None:
            self._child = ChildProcess(self._command(), self)
            self._child.ended.connect(self._handle_reply)
            self._child.start()

    def _handle_reply(self, reply: ChildReply) -> None:
        self._child = None
        if "done" in reply:
            self.sheets = reply["done"].get("wrong", [])
            self.changed.emit()
        if self._is_stale:
            self.check()
