"""A new PIN: shown until staff confirm that they have written it down, and stored only then."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.pin.pin_format import generate_pin
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class NewPin(QObject):
    """The PIN on show. Until it is kept the earlier one is valid, so that a power cut locks nobody out."""

    changed = Signal()
    kept = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._pin = ""
        self._is_first = False
        self._child: ChildProcess | None = None
        self._reply: ChildReply = {}

    def offer(self, *, first: bool, pin: str = "") -> None:
        """Show a new PIN, or `pin`; a `first` one is only kept if the kiosk never had one."""
        self._pin, self._is_first, self._reply = pin or generate_pin(), first, {}
        self.changed.emit()

    def clear(self) -> None:
        """Forget the PIN."""
        self._pin, self._reply = "", {}
        self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Store the PIN, because staff have written it down; `kept` follows."""
        if self._child or not self._pin:
            return
        first = ("--first",) if self._is_first else ()
        command = self._background.command("pin", "set", "--json", *first)
        self._child = ChildProcess(command, self, stdin_text=f"{self._pin}\n")
        self._child.ended.connect(self._handle_reply)
        self._child.start()
        self.changed.emit()

    @Slot(object)
    def _handle_reply(self, reply: ChildReply) -> None:
        self._child, self._reply = None, reply
        if "done" in reply and self._pin:
            self.kept.emit()
        self.changed.emit()

    @Property(str, notify=changed)
    def digits(self) -> str:
        """The PIN in two groups, '482 915'."""
        return f"{self._pin[:3]} {self._pin[3:]}"

    @Property(bool, notify=changed)
    def isSaving(self) -> bool:
        return self._child is not None

    @Property(str, notify=changed)
    def message(self) -> str:
        """What staff should do with it, or why it could not be stored."""
        session = self._session
        if self._child:
            return session.translator.text("staff.pin.checking")
        if "error" in self._reply:
            return session.localise(error_text(self._reply)) or session.translator.text("staff.keep.trouble")
        return session.translator.text("staff.keep.body")
