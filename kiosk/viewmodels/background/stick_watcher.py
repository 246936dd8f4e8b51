"""Which sticks are plugged in, noticed without asking any of them (ADR 10)."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from kiosk.sources.linux_mounts import Stick, parse_sticks
from kiosk.sources.windows_drives import removable_drives

MOUNTS = Path("/proc/self/mountinfo")
"""The kernel makes this file an exceptional event whenever something is mounted or unmounted (proc(5))."""
LOOK = 2000
"""Milliseconds between two looks where nobody announces a stick."""


class Sticks(QObject):
    """The sticks mounted below `folders`, as `found`; `changed` tells of every coming and going."""

    changed = Signal()

    def __init__(self, folders: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.found: tuple[Stick, ...] = ()
        self._folders = folders
        self._file = -1
        if sys.platform == "linux":
            self._file = os.open(MOUNTS, os.O_RDONLY | os.O_CLOEXEC)
            self._notifier = QSocketNotifier(self._file, QSocketNotifier.Type.Exception, self)
            self._notifier.activated.connect(self.look)
        else:
            self._timer = QTimer(self, interval=LOOK)
            self._timer.timeout.connect(self.look)
            self._timer.start()

    def look(self) -> None:
        """Take note of what is there now."""
        found = parse_sticks(_read(self._file), self._folders) if self._file >= 0 else removable_drives()
        if found != self.found:
            self.found = found
            self.changed.emit()

    def close(self) -> None:
        """Look no more."""
        if self._file >= 0:
            self._notifier.setEnabled(False)
            os.close(self._file)
            self._file = -1


def _read(file: int) -> str:
    """All of the list of mounts; reading it to the end also takes note of the announcement."""
    os.lseek(file, 0, os.SEEK_SET)
    parts = []
    while part := os.read(file, 1 << 16):
        parts.append(part)
    return b"".join(parts).decode("utf-8", "surrogateescape")
