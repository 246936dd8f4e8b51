"""Learns of a new generation in the library, whoever put it there (ADR 10)."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from kiosk.store.state_file import current_generation

SETTLE = 250
"""Milliseconds after the last change in the library's folder until it is looked at."""
LOOK = 10_000
"""Milliseconds between two looks in any case: the folder may not have been there to be watched."""


class Generations(QObject):
    """Watches the library in `folder`; `found` is the number of the generation shown, 0 for none."""

    changed = Signal()

    def __init__(self, folder: Path, found: int, parent: QObject) -> None:
        super().__init__(parent)
        self.found = found
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._wait)
        self._settled = QTimer(self, interval=SETTLE, singleShot=True)
        self._settled.timeout.connect(self.look)
        self._regular = QTimer(self, interval=LOOK)
        self._regular.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._regular.start()
        self._watch()

    def _watch(self) -> None:
        if not self._watcher.directories() and self._folder.is_dir():
            self._watcher.addPath(str(self._folder))

    def _wait(self) -> None:
        self._settled.start()

    def look(self) -> None:
        """Take note of the generation now; later, while an installation is just being committed."""
        self._watch()
        found = current_generation(self._folder)
        if found is None:
            self._settled.start()
        elif found != self.found:
            self.found = found
            self.changed.emit()
