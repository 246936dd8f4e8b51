"""Detects a new generation in the library, whichever process installed it (ADR 10)."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from kiosk.store.state_file import current_generation

SETTLE_DELAY = 250
"""Milliseconds from the last change in the library's folder to the check."""
POLL_INTERVAL = 10_000
"""Milliseconds between two checks in any case: the folder may not have existed when watching began."""


class GenerationWatcher(QObject):
    """Watches the library in `folder`; `current` is the number of its current generation, 0 for none."""

    changed = Signal()

    def __init__(self, folder: Path, current: int, parent: QObject) -> None:
        super().__init__(parent)
        self.current = current
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._check_later)
        self._settle_timer = QTimer(self, interval=SETTLE_DELAY, singleShot=True)
        self._settle_timer.timeout.connect(self.check)
        self._poll_timer = QTimer(self, interval=POLL_INTERVAL)
        self._poll_timer.timeout.connect(self.check)

    def start(self) -> None:
        """Start watching."""
        self._poll_timer.start()
        self._watch()

    def _watch(self) -> None:
        if not self._watcher.directories() and self._folder.is_dir():
            self._watcher.addPath(str(self._folder))

    def _check_later(self) -> None:
        self._settle_timer.start()

    def check(self) -> None:
        """Read the current generation; where it cannot be told, the next change or poll reads it again."""
        self._watch()
        generation = current_generation(self._folder)
        if generation is not None and generation != self.current:
            self.current = generation
            self.changed.emit()
