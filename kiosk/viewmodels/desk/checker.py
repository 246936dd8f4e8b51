"""Checks the source in a child process: at once, after each edit, and never two states at a time."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QObject, Signal, Slot

from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.desk.desk_paths import DeskPaths
from kiosk.viewmodels.desk.source_watcher import SourceWatcher
from kiosk.viewmodels.desk.workshop import Workshop


class Checker(QObject):
    """Holds the last report; `changed` tells that it, or `is_running`, is another one.

    The files of each state's preview go into a folder of its own below `preview_root`.
    """

    changed = Signal()

    def __init__(self, workshop: Workshop, paths: DeskPaths, preview_root: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._workshop, self._paths, self._preview_root = workshop, paths, preview_root
        self._child: ChildProcess | None = None
        self._reply: ChildReply = {}
        self.subject = self.pictures = self.last_pack = ""
        self.state_number = 0
        self.checked_on = ""
        self._watcher = SourceWatcher(self)
        self._watcher.changed.connect(self.check)

    @property
    def is_running(self) -> bool:
        """Whether a check is going on."""
        return self._child is not None

    @property
    def report(self) -> dict[str, Any]:
        """The report of `kiosk.desk.check`; {} while there is none, or after an error."""
        return self._reply.get("done") or {}

    @property
    def problem(self) -> dict[str, str]:
        """Why nothing could be checked, in every language; {} if it could."""
        return error_text(self._reply)

    @property
    def has_failed(self) -> bool:
        """Whether the last check came to no report."""
        return bool(self._reply) and "done" not in self._reply and not self.is_running

    def count(self, severity: str) -> int:
        """How many findings of a severity there are."""
        return int(self.report.get("counts", {}).get(severity, 0))

    @property
    def is_ready(self) -> bool:
        """Whether the source as it stands can be signed."""
        return bool(self.report.get("programme")) and not self.is_running

    def take(self, subject: str, pictures: str, last_pack: str) -> None:
        """Check this source from now on."""
        self.subject, self.pictures, self.last_pack = subject, pictures, last_pack
        self._reply = {}
        self._watch()
        self.check()

    @Slot()
    def check(self) -> None:
        """Check the source anew; a check that is going on is overtaken."""
        if not self.subject:
            return
        if self._child:
            self._child.abandon(self._workshop)
        self.state_number += 1
        self.checked_on = QDate.currentDate().toString("yyyy-MM-dd")
        child = self._child = self._workshop.start(
            {
                "job": "check",
                "subject": self.subject,
                "pictures": self.pictures,
                "today": self.checked_on,
                "preview": str(self._preview_root / str(self.state_number)),
                "keys": str(self._paths.keys),
                "last_pack": self.last_pack,
            }
        )
        child.ended.connect(self._handle_ended)
        self.changed.emit()

    @Slot(object)
    def _handle_ended(self, reply: ChildReply) -> None:
        self._child, self._reply = None, reply
        self._watch()
        self.changed.emit()

    def _watch(self) -> None:
        watched = [Path(one["file"]) for one in self.report.get("watched", ())]
        chosen = [Path(path) for path in (self.subject, self.pictures) if path]
        self._watcher.watch(dict.fromkeys((*chosen, *watched)))
