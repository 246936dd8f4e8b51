"""The pad of the page Month: staff type how many persons attended a programme, and correct it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.store.programme_record import MAX_ATTENDED
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot, contained
from kiosk.viewmodels.staff.month.rows import describe

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AttendancePad(QObject):
    """Open while staff type a number; `saved` tells that it is recorded, and the pad stays until `close`.

    The first digit replaces the number there is; what was typed stays when it could not be recorded.
    """

    changed = Signal()
    saved = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._background = session, background
        self._programme: Mapping[str, Any] = {}
        self._digits = ""
        self._is_untouched = self._is_over = False
        self._child: ChildProcess | None = None
        self._is_recorded = False
        self._reply: ChildReply = {}

    def open(self, programme: Mapping[str, Any]) -> None:
        """Ask for the number of this programme, as `kiosk month --json` has it."""
        self._programme = programme
        attended = programme["attended"]
        self._digits = "" if attended is None else str(attended)
        self._is_untouched, self._is_over, self._is_recorded, self._reply = True, False, False, {}
        self.changed.emit()

    def close(self) -> None:
        """Close the pad, unless it is waiting for a number to be recorded."""
        if self._child is None:
            self._programme = {}
        self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """Add a digit; one that would make the number too large is not taken."""
        if not self._takes_touches() or digit not in tuple("0123456789"):
            return
        digits = str(int(digit if self._is_untouched else self._digits + digit))
        self._is_over = int(digits) > MAX_ATTENDED
        self._digits = self._digits if self._is_over else digits
        self._is_untouched, self._reply = False, {}
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Remove the last digit."""
        if self._takes_touches():
            self._digits, self._is_untouched, self._is_over = self._digits[:-1], False, False
            self.changed.emit()

    @Slot()
    def save(self) -> None:
        """Record the number; without digits, that it is not known, or still that it did not take place."""
        if self._is_over:
            return
        called_off = bool(self._programme) and self._programme["called_off"]
        self._record(self._digits or ("off" if called_off else "none"))

    @Slot()
    def callOff(self) -> None:
        """Record that the programme did not take place."""
        self._record("off")

    @Slot()
    def leave(self) -> None:
        """Leave everything as it is."""
        self.close()

    def _record(self, number: str) -> None:
        if not self._takes_touches():
            return
        command = ("month", "attend", self._programme["event"], self._programme["begin"], number, "--json")
        child = self._child = ChildProcess(
            self._background.command(*command, *self._background.time_options), self
        )
        child.ended.connect(contained(self, self._handle_reply))
        self._reply, self._is_over = {}, False
        child.start()
        self.changed.emit()

    def _handle_reply(self, reply: ChildReply) -> None:
        self._child, self._reply = None, reply
        if "done" in reply:
            self._is_recorded = True
            self.saved.emit()
        self.changed.emit()

    def _takes_touches(self) -> bool:
        """Whether the pad is open and nothing is being recorded."""
        return bool(self._programme) and self._child is None and not self._is_recorded

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return bool(self._programme)

    @Property(bool, notify=changed)
    def takesTouches(self) -> bool:
        return self._takes_touches()

    @Property(str, notify=changed)
    def title(self) -> str:
        """The title of the programme."""
        return describe(self._programme, self._session)[0] if self._programme else ""

    @Property(str, notify=changed)
    def detail(self) -> str:
        """Its time and theme."""
        return describe(self._programme, self._session)[1] if self._programme else ""

    @Property(str, notify=changed)
    def number(self) -> str:
        """What was typed, a dash for nothing."""
        return self._digits or "–"

    @Property(bool, notify=changed)
    def hasFailed(self) -> bool:
        """Whether `message` says that something was not taken."""
        return self._is_over or "error" in self._reply

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why a digit or the number was not taken, else what saving without digits means."""
        text = self._session.translator.text
        if self._child or self._is_recorded:
            return text("month.pad.saving")
        if self._is_over:
            return text("month.pad.limit", most=MAX_ATTENDED)
        if "error" in self._reply:
            return self._session.localise(error_text(self._reply)) or text("visits.trouble")
        return text("month.off" if self._programme and self._programme["called_off"] else "month.pad.note")
