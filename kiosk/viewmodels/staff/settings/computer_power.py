"""The card 'This computer' of the page Settings: switching off and restarting, after a question."""

from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.sentence_ids import ChoicesId
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

PATIENCE = 120_000
"""Milliseconds after which a computer that is still on has not obeyed."""

_Action = Literal["off", "restart"]
_DOUBTS: dict[_Action, ChoicesId] = {
    "off": "choices.power.off.doubt",
    "restart": "choices.power.restart.doubt",
}
_YES: dict[_Action, ChoicesId] = {"off": "choices.power.off.yes", "restart": "choices.power.restart.yes"}
_BUSY: dict[_Action, ChoicesId] = {"off": "choices.power.off.busy", "restart": "choices.power.restart.busy"}


@QmlElement
class ComputerPower(QObject):
    """Runs `kiosk power`; `note` says what will be, what is being done, or why it was refused."""

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._background = session, background
        self._asked: _Action | None = None
        self._running: _Action | None = None
        self._error_reply: ChildReply | None = None
        self._timer = QTimer(self, interval=PATIENCE, singleShot=True)
        self._timer.timeout.connect(self._give_up)
        background.closing.connect(self._timer.stop)
        background.job.changed.connect(self.changed)

    def open(self) -> None:
        """Begin with the two buttons."""
        self._asked, self._error_reply = None, None
        self.changed.emit()

    @Slot()
    def askOff(self) -> None:
        """Ask whether to switch off."""
        self._ask("off")

    @Slot()
    def askRestart(self) -> None:
        """Ask whether to restart."""
        self._ask("restart")

    def _ask(self, action: _Action) -> None:
        if not self._running:
            self._asked, self._error_reply = action, None
            self.changed.emit()

    @Slot()
    def refuse(self) -> None:
        """Leave the computer on."""
        self.open()

    @Slot()
    def confirm(self) -> None:
        """Do what was asked, unless a programme is being installed."""
        if self._asked is None or self._background.job.is_running:
            return
        self._running, self._asked = self._asked, None
        child = ChildProcess(self._background.command("power", self._running, "--json"), self)
        child.ended.connect(self._handle_reply)
        child.start()
        self.changed.emit()

    @Slot(object)
    def _handle_reply(self, reply: ChildReply) -> None:
        if "done" in reply:
            self._timer.start()
            return
        self._running, self._error_reply = None, reply
        self.changed.emit()

    @Slot()
    def _give_up(self) -> None:
        self._running = None
        self.changed.emit()

    @Property(str, notify=changed)
    def note(self) -> str:
        translator = self._session.translator
        if self._running:
            return translator.text(_BUSY[self._running])
        if self._asked:
            is_busy = self._background.job.is_running
            return translator.text("choices.power.job" if is_busy else _DOUBTS[self._asked])
        if self._error_reply is not None:
            text = self._session.localise(error_text(self._error_reply))
            return text or translator.text("choices.trouble")
        return translator.text("choices.power.note")

    @Property(str, notify=changed)
    def yesLabel(self) -> str:
        """The button that does what was asked, '' while it must not be touched."""
        if self._asked is None or self._background.job.is_running:
            return ""
        return self._session.translator.text(_YES[self._asked])

    @Property(bool, notify=changed)
    def isAsking(self) -> bool:
        """Whether staff are being asked."""
        return self._asked is not None

    @Property(bool, notify=changed)
    def isIdle(self) -> bool:
        """Whether the two buttons are there."""
        return self._asked is None and self._running is None
