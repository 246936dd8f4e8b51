"""The tab Pictures: which point of each picture stays in view where it is cropped."""

from typing import Any, NamedTuple

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.desk.checker import Checker
from kiosk.viewmodels.desk.workshop import Workshop
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class PictureRow(NamedTuple):
    """A picture by its address; its point as fractions `across` and `down` it, -1 without a point."""

    title: str
    name: str
    picture: str
    across: float
    down: float


@QmlElement
class PictureRows(RecordModel):
    """The pictures of the programme."""

    record = PictureRow


@QmlElement
class Pictures(QObject):
    """Sets one point at a time, and has the source checked again."""

    changed = Signal()

    def __init__(self, session: Session, checker: Checker, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._checker, self._workshop = session, checker, workshop
        self._child: ChildProcess | None = None
        self._reply: ChildReply = {}
        self._rows = PictureRows(self)

    @Slot(int, float, float)
    def setFocus(self, row: int, x: float, y: float) -> None:
        """Keep this point of a picture in view; nothing while the last one is written."""
        if self._child or not self._found:
            return
        picture = self._found[row]["picture"]["file"]
        job = {"job": "focus", "subject": self._checker.subject, "picture": picture, "x": x, "y": y}
        child = self._child = self._workshop.start(job)
        child.ended.connect(self._handle_ended)

    @Slot(object)
    def _handle_ended(self, reply: ChildReply) -> None:
        self._child, self._reply = None, reply
        self._checker.check()

    @Slot()
    def refresh(self) -> None:
        """Update all texts, after a change of language or of the report."""
        localise = self._session.localise
        self._rows.show(
            [
                PictureRow(
                    localise(one["title"]),
                    one["name"],
                    QUrl.fromLocalFile(one["file"]).toString(),
                    one["x"],
                    one["y"],
                )
                for one in self._found
            ]
        )
        self.changed.emit()

    @property
    def _found(self) -> list[dict[str, Any]]:
        return list(self._checker.report.get("pictures", ()))

    @Property(PictureRows, constant=True)
    def rows(self) -> PictureRows:
        return self._rows

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why a point could not be kept, '' if it could."""
        return self._session.localise(error_text(self._reply))
