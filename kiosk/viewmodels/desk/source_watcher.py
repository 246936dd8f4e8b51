"""Notices that somebody has saved the source: in place, or by renaming a new file over the old one."""

import stat
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

DELAY = 250
"""Milliseconds without another change until `changed`: an editor writes several times in a row."""
MOST_FILES = 1000
"""Files of a folder that are watched; of the others only their names."""
FOLDERS_BELOW = ("events", "media")


class SourceWatcher(QObject):
    """Emits `changed` after the files of a source, or the names in their folders, have changed."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._roots: tuple[Path, ...] = ()
        self._system = QFileSystemWatcher(self)
        self._system.fileChanged.connect(self._schedule)
        self._system.directoryChanged.connect(self._schedule)
        self._timer = QTimer(self, interval=DELAY, singleShot=True)
        self._timer.timeout.connect(self._report)
        self._state: dict[Path, tuple[int, int]] = {}

    def watch(self, roots: Iterable[Path]) -> None:
        """Watch these files, and these folders with what lies in them, in place of the ones before."""
        self._roots = tuple(roots)
        self._state = self._read_state()
        wanted = {str(path) for root in self._roots for path in _paths(root)}
        known = {*self._system.files(), *self._system.directories()}
        if gone := known - wanted:
            self._system.removePaths(list(gone))
        if new := wanted - known:
            self._system.addPaths(list(new))

    @Slot()
    def _schedule(self) -> None:
        self._timer.start()

    @Slot()
    def _report(self) -> None:
        before = self._state
        # a file that was replaced is another one, which the system does not watch yet
        self.watch(self._roots)
        if self._state != before:
            self.changed.emit()

    def _read_state(self) -> dict[Path, tuple[int, int]]:
        """When each file was written, and its size: other files come and go beside a workbook."""
        files = [path for root in self._roots for path in _paths(root)]
        return {path: found for path in files if (found := _time_and_size(path))}


def _time_and_size(path: Path) -> tuple[int, int] | None:
    """In nanoseconds and bytes; None for a folder and for what is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size) if stat.S_ISREG(status.st_mode) else None


def _paths(root: Path) -> Iterable[Path]:
    """What is there of a file, or of a folder with the first files in it and below it; also the parent."""
    folders = [folder for folder in (root, *(root / name for name in FOLDERS_BELOW)) if folder.is_dir()]
    below = [path for folder in folders for path in islice(folder.iterdir(), MOST_FILES)]
    return [path for path in (root.parent, root, *folders, *below) if path.exists()]
