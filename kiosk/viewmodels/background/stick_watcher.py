"""Detects which sticks are plugged in, without reading from any of them (ADR 10)."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from kiosk.sources.linux_mounts import parse_sticks
from kiosk.sources.stick import Stick
from kiosk.sources.windows_drives import removable_drives

MOUNTS = Path("/proc/self/mountinfo")
"""The kernel makes this file an exceptional event whenever something is mounted or unmounted (proc(5))."""
POLL_INTERVAL = 2000
"""Milliseconds between two checks where the system does not notify of mounts."""


class StickWatcher(QObject):
    """Keeps `sticks`, those mounted below `folders`; emits `changed` when one is plugged in or removed."""

    changed = Signal()

    def __init__(self, folders: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.sticks: tuple[Stick, ...] = ()
        self._folders = folders
        self._file = -1
        if sys.platform == "linux":
            self._file = os.open(MOUNTS, os.O_RDONLY | os.O_CLOEXEC)
            self._notifier = QSocketNotifier(self._file, QSocketNotifier.Type.Exception, self)
            self._notifier.activated.connect(self.check)
        else:
            self._timer = QTimer(self, interval=POLL_INTERVAL)
            self._timer.timeout.connect(self.check)
            self._timer.start()

    def check(self) -> None:
        """Update `sticks`."""
        found = (
            parse_sticks(_read_mounts(self._file), self._folders) if self._file >= 0 else removable_drives()
        )
        if found != self.sticks:
            self.sticks = found
            self.changed.emit()

    def close(self) -> None:
        """Stop watching."""
        if self._file >= 0:
            self._notifier.setEnabled(False)
            os.close(self._file)
            self._file = -1


def _read_mounts(file: int) -> str:
    """The whole list of mounts; reading it to the end also acknowledges the kernel's event."""
    os.lseek(file, 0, os.SEEK_SET)
    parts = []
    while part := os.read(file, 1 << 16):
        parts.append(part)
    return os.fsdecode(b"".join(parts))
