"""Saves the table of a staff page on the stick with a child process, and says how that went."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.staff.containment import Slot
from kiosk.viewmodels.staff.page import StaffPage

SAVE_LIMIT = 30_000
"""Milliseconds after which saving on a stick is cancelled."""


class TableSaver(QObject):
    """Saves one table at a time for a page; `changed` tells that `message` is another one."""

    changed = Signal()

    def __init__(self, page: StaffPage) -> None:
        super().__init__(page)
        self._page = page
        self._child: ChildProcess | None = None
        self._reply: ChildReply = {}
        self._timer = QTimer(self, interval=SAVE_LIMIT, singleShot=True)
        self._timer.timeout.connect(self._cancel)
        page.background.stick_watcher.changed.connect(self._update_stick)

    def forget(self) -> None:
        """Forget how the last table was saved: the page shows something else now."""
        self._reply = {}

    def save(self, *command: object) -> None:
        """Run a command whose reply names the `file` it has written; nothing while another one runs."""
        if self._child:
            return
        child = self._child = ChildProcess(
            self._page.background.command(*command, "--language", self._page.session.language), self
        )
        child.ended.connect(self._handle_saved)
        child.released.connect(self._release)
        self._reply = {}
        self._timer.start()
        child.start()
        self.changed.emit()

    @Slot(object)
    def _handle_saved(self, reply: ChildReply) -> None:
        self._timer.stop()
        self._reply = reply
        self.changed.emit()

    @Slot()
    def _cancel(self) -> None:
        if self._child:
            self._child.cancel()

    @Slot()
    def _release(self) -> None:
        self._child = None
        self.changed.emit()

    @Slot()
    def _update_stick(self) -> None:
        if self._page.target:
            self._reply = {}
        self.changed.emit()

    @property
    def is_running(self) -> bool:
        """Whether a table is being saved."""
        return self._child is not None

    @property
    def has_failed(self) -> bool:
        """Whether `message` is an error."""
        return "error" in self._reply

    @property
    def message(self) -> str:
        """The outcome of saving, or what is needed for it; '' when a table can be saved."""
        text = self._page.session.translator.text
        if done := self._reply.get("done"):
            return text("visits.on_stick", name=Path(done["file"]).name)
        if self._reply:
            return self._page.session.localise(error_text(self._reply)) or text("visits.trouble")
        if self._child:
            return text("visits.saving")
        if self._page.target:
            return ""
        sticks = self._page.background.stick_watcher.sticks
        if not sticks:
            return text("visits.plug")
        return text("visits.several" if len(sticks) > 1 else "visits.unsafe")
