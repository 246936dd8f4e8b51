"""The PIN pad: takes digits, checks them in a child process, says how many tries are left."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.pin.lockout import PinStatus
from kiosk.pin.pin_message import pin_message
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import error_text
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot, contained

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS = 6


@QmlElement
class PinPad(QObject):
    """Checks one PIN at a time; QML knows the number of digits typed, never the digits."""

    changed = Signal()
    accepted = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._digits = ""
        self._child: ChildProcess | None = None
        self._verdict: PinStatus | None = None
        self._has_failed = False
        self._reason: dict[str, str] = {}
        self._countdown_timer = QTimer(self, interval=1000)
        self._countdown_timer.timeout.connect(self._count_down)

    def open(self) -> None:
        """Start without digits, and check whether a PIN may be tried now."""
        self.clear()
        self._check("")
        self.changed.emit()

    def clear(self) -> None:
        """Forget the digits and the last result."""
        self._digits = ""
        self._verdict, self._has_failed, self._reason = None, False, {}
        self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """Add a digit; the last one starts the check."""
        if not self._accepts_digits() or digit not in tuple("0123456789"):
            return
        self._digits += digit
        if len(self._digits) == DIGITS:
            self._check(self._digits)
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Remove the last digit."""
        self._digits = self._digits[:-1] if self._accepts_digits() else self._digits
        self.changed.emit()

    def _check(self, digits: str) -> None:
        """Check the digits in a child process; without digits it reports the lockout only."""
        command = self._background.command("pin", "check", "--json")
        child = self._child = ChildProcess(command, self, stdin_text=f"{digits}\n")
        child.ended.connect(contained(self, lambda reply: self._handle_reply(reply, bool(digits))))
        child.start()

    def _handle_reply(self, reply: dict[str, Any], tried: bool) -> None:
        self._child, self._digits = None, ""
        self._has_failed, self._reason = "done" not in reply, error_text(reply)
        verdict = None if self._has_failed else PinStatus(**reply["done"])
        if verdict and verdict.right:
            self.clear()
            self.accepted.emit()
            return
        self._verdict = verdict if tried or (verdict and verdict.is_blocked) else None
        if verdict and verdict.wait:
            self._countdown_timer.start()
        self.changed.emit()

    @Slot()
    def _count_down(self) -> None:
        verdict = self._verdict
        self._verdict = verdict._replace(wait=verdict.wait - 1) if verdict and verdict.wait > 1 else None
        if self._verdict is None:
            self._countdown_timer.stop()
        self.changed.emit()

    @Property(int, notify=changed)
    def digitCount(self) -> int:
        return len(self._digits)

    @Property(int, constant=True)
    def pinLength(self) -> int:
        return DIGITS

    @Property(bool, notify=changed)
    def offersFirst(self) -> bool:
        """Whether the kiosk never had a PIN, so that staff may make one; not in a rehearsal."""
        verdict = self._verdict
        return verdict is not None and verdict.first and not self._session.clock.is_rehearsed

    @Property(bool, notify=changed)
    def isChecking(self) -> bool:
        """Whether the digits, or whether any may be typed, are being checked."""
        return self._child is not None

    @Property(bool, notify=changed)
    def acceptsDigits(self) -> bool:
        return self._accepts_digits()

    def _accepts_digits(self) -> bool:
        """Whether a digit can be typed now."""
        return self._child is None and not (self._verdict and self._verdict.is_blocked)

    @Property(str, notify=changed)
    def message(self) -> str:
        """What staff should do, or why no PIN can be tried."""
        translator = self._session.translator
        if self._child:
            return translator.text("staff.pin.checking")
        if self._has_failed:
            return self._session.localise(self._reason) or translator.text("staff.pin.trouble")
        if self._verdict is None:
            return translator.text("staff.pin.type")
        if self._verdict.first:
            return translator.text("staff.pin.first" if self.offersFirst else "staff.pin.rehearsal")
        return pin_message(self._verdict, translator.language)
