"""The page Receipts: what the kiosks have reported on a stick."""

from typing import Any, NamedTuple

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base.display_text import display_line
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.stick_watcher import StickWatcher
from kiosk.viewmodels.desk.workshop import Workshop
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class ReceiptRow(NamedTuple):
    """What one kiosk shows, or tried to show; texts as in `kiosk receipts read`."""

    corner: str
    kiosk: str
    shows: str
    newer: str
    tried: str
    result: str
    clock: str


@QmlElement
class ReceiptRows(RecordModel):
    """The newest receipt of each kiosk."""

    record = ReceiptRow


@QmlElement
class ReceiptsPage(QObject):
    """Reads the receipts below a folder in a child process."""

    changed = Signal()

    def __init__(self, session: Session, workshop: Workshop, watcher: StickWatcher, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._workshop, self._watcher = session, workshop, watcher
        self._rows = ReceiptRows(self)
        self._child: ChildProcess | None = None
        self._reply: ChildReply = {}
        self._folder = ""
        watcher.changed.connect(self.refresh)

    @Slot()
    def readStick(self) -> None:
        """Read the receipts on the stick that is plugged in."""
        if sticks := self._watcher.sticks:
            self._read(str(sticks[0].partitions[0].path))

    @Slot(QUrl)
    def readFolder(self, url: QUrl) -> None:
        """Read the receipts below this folder."""
        self._read(url.toLocalFile())

    def _read(self, folder: str) -> None:
        if self._child:
            self._child.abandon(self._workshop)
        self._folder, self._reply = folder, {}
        child = self._child = self._workshop.start({"job": "receipts", "folder": folder})
        child.ended.connect(self._handle_ended)
        self.refresh()

    @Slot(object)
    def _handle_ended(self, reply: ChildReply) -> None:
        self._child, self._reply = None, reply
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Update all texts, after a change of language, sticks or receipts."""
        rows = [row[:4] + row[5:8] for row in self._table.get("rows", ())]
        self._rows.show([ReceiptRow(*row) for row in rows])
        self.changed.emit()

    @property
    def _table(self) -> dict[str, Any]:
        tables = (self._reply.get("done") or {}).get("tables", {})
        found: dict[str, Any] = tables.get(self._session.language, {})
        return found

    @Property(ReceiptRows, constant=True)
    def rows(self) -> ReceiptRows:
        return self._rows

    @Property(bool, notify=changed)
    def hasStick(self) -> bool:
        return bool(self._watcher.sticks)

    @Property(bool, notify=changed)
    def isReading(self) -> bool:
        return self._child is not None

    @Property(str, notify=changed)
    def folder(self) -> str:
        return display_line(self._folder)

    @Property(str, notify=changed)
    def summary(self) -> str:
        """How many receipts were read, or why none."""
        text = self._session.translator.text
        if done := self._reply.get("done"):
            if not done["read"]:
                return text("receipts.empty", path=self._folder)
            return text("receipts.read", n=done["read"], refused=done["refused"])
        if not self._reply:
            return ""
        return self._session.localise(error_text(self._reply)) or text("desk.crashed")

    @Property(str, notify=changed)
    def notes(self) -> str:
        """A line for each thing that somebody has to look into."""
        problems = (self._reply.get("done") or {}).get("problems", ())
        return "\n".join((*self._table.get("notes", ()), *map(self._session.localise, problems)))
