"""The form of the first use: makes the publisher's keys."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.desk.hosts import read_hosts
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.desk.checker import Checker
from kiosk.viewmodels.desk.desk_paths import DeskPaths
from kiosk.viewmodels.desk.workshop import Workshop
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class KeysForm(QObject):
    """Asks for the publisher's name and the hosts its codes may lead to; `made` tells of new keys."""

    changed = Signal()
    made = Signal()

    def __init__(
        self, session: Session, checker: Checker, workshop: Workshop, paths: DeskPaths, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._checker = session, checker
        self._workshop, self._paths = workshop, paths
        self._child: ChildProcess | None = None
        self._reply: ChildReply = {}
        self._differs = False

    @Slot(str, str, str, str)
    def makeKeys(self, name: str, hosts: str, passphrase: str, again: str) -> None:
        """Make the keys of a publisher; `hosts` as in `read_hosts`.

        The passphrase, typed twice, may be ''. It is handed to the child process and kept nowhere.
        """
        if self._child:
            return
        self._differs = passphrase != again
        if self._differs:
            self.changed.emit()
            return
        job = {
            "job": "keys",
            "keys": str(self._paths.keys),
            "name": name.strip(),
            "hosts": read_hosts(hosts),
            "passphrase": passphrase,
            "sheets": str(self._paths.sheets),
            "language": self._session.language,
        }
        child = self._child = self._workshop.start(job)
        child.ended.connect(self._handle_ended)
        self._reply = {}
        self.changed.emit()

    @Slot(object)
    def _handle_ended(self, reply: ChildReply) -> None:
        self._child, self._reply = None, reply
        self.changed.emit()
        if "done" in reply:
            self.made.emit()

    @Slot()
    def acknowledge(self) -> None:
        """Leave the instructions."""
        self._reply = {}
        self.changed.emit()

    @Slot()
    def forgetProblem(self) -> None:
        """Say no more what was wrong, as somebody mends it."""
        if self.problem and not self._child:
            self._reply, self._differs = {}, False
            self.changed.emit()

    @Slot()
    def refresh(self) -> None:
        """Update all texts, after a change of language."""
        self.changed.emit()

    @Property(bool, notify=changed)
    def isWorking(self) -> bool:
        return self._child is not None

    @Property(str, notify=changed)
    def hosts(self) -> str:
        """The sites that the programme leads to, apart by commas."""
        return ", ".join(self._checker.report.get("hosts", ()))

    @Property(str, notify=changed)
    def instructions(self) -> str:
        """What to do with the keys that were just made, '' at other times."""
        return self._session.localise((self._reply.get("done") or {}).get("text", {}))

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why no keys were made, '' if they were."""
        if self._differs:
            return self._session.translator.text("keys.passphrase.different")
        if not self._reply or "done" in self._reply:
            return ""
        reason = self._session.localise(error_text(self._reply))
        return reason or self._session.translator.text("desk.crashed")
