"""Prints or saves one document at a time in a child process: flyers, the staff guide."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.progress import FlyerStep
from kiosk.base.sentence_ids import FlyersId
from kiosk.i18n.translator import find_sentence
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

_STEPS: dict[FlyerStep, FlyersId] = {
    "typeset": "flyers.step.typeset",
    "proof": "flyers.step.proof",
    "send": "flyers.step.send",
    "print": "flyers.step.print",
}


@QmlElement
class PaperJob(QObject):
    """The printing or saving of pages; `message` is its progress or outcome, '' before the first."""

    changed = Signal()
    finished = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._background = session, background
        self._child: ChildProcess | None = None
        self._cancelled = False
        self._progress: ChildReply = {}
        self._reply: ChildReply = {}

    def start(self, *command: object) -> None:
        """Start the command, unless one is running."""
        if self._child:
            return
        self._cancelled, self._progress, self._reply = False, {}, {}
        self._child = ChildProcess(self._background.command(*command, "--progress"), self)
        self._child.progressed.connect(self._handle_progress)
        self._child.ended.connect(self._handle_end)
        self._child.start()
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Cancel the command."""
        if self._child:
            self._cancelled = True
            self._child.cancel()
            self.changed.emit()

    def clear_result(self) -> None:
        """Forget the outcome, once staff have read it."""
        if not self._child:
            self._reply = {}
            self.changed.emit()

    @Slot(object)
    def _handle_progress(self, reply: ChildReply) -> None:
        self._progress = reply
        self.changed.emit()

    @Slot(object)
    def _handle_end(self, reply: ChildReply) -> None:
        self._child, self._reply = None, reply
        self.changed.emit()
        self.finished.emit()

    @property
    def is_running(self) -> bool:
        """Whether a command is running."""
        return self._child is not None

    @Property(bool, notify=changed)
    def isRunning(self) -> bool:
        return self.is_running

    @Property(bool, notify=changed)
    def hasFailed(self) -> bool:
        """Whether `message` is an error."""
        return "error" in self._reply and not self._cancelled

    @Property(str, notify=changed)
    def message(self) -> str:
        translator = self._session.translator
        if self._child:
            step = find_sentence(_STEPS, self._progress.get("step")) or "flyers.step.work"
            line = translator.text("flyers.step.cancel" if self._cancelled else step)
            done, total = self._progress.get("done", 0), self._progress.get("total", 0)
            return f"{line} · {done}/{total}" if total > 1 and not self._cancelled else line
        if not self._reply:
            return ""
        if done := self._reply.get("done"):
            return self._success_message(done)
        if self._cancelled:
            return translator.text("flyers.cancelled")
        return self._session.localise(error_text(self._reply)) or translator.text("flyers.trouble")

    def _success_message(self, done: dict[str, Any]) -> str:
        translator = self._session.translator
        if file := done.get("file"):
            return translator.text("flyers.on_stick", name=Path(file).name)
        if "printed" in done:
            return translator.plural("flyers.printed", done["printed"])
        return ""
