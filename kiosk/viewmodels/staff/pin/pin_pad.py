"""The PIN pad: takes digits, has a child check them, says how many tries are left."""

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.pin.lockout import PinStatus
from kiosk.pin.pin_message import pin_message
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS = 6


@QmlElement
class PinPad(QObject):
    """One try at a time; QML learns how many digits there are, never which."""

    changed = Signal()
    passed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._digits = ""
        self._child: ChildProcess | None = None
        self._verdict: PinStatus | None = None
        self._failed = False
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)

    def open(self) -> None:
        """Begin without digits, and ask whether a PIN may be tried at all."""
        self.clear()
        self._send("")

    def clear(self) -> None:
        """Forget the digits and what was said."""
        self._digits = ""
        self._verdict, self._failed = None, False
        self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """Take a digit; the last one sends them all."""
        if not self._free() or digit not in tuple("0123456789"):
            return
        self._digits += digit
        if len(self._digits) == DIGITS:
            self._send(self._digits)
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._digits = self._digits[:-1] if self._free() else self._digits
        self.changed.emit()

    def _send(self, digits: str) -> None:
        """Have a child try the digits; with none it only tells how things stand."""
        words = self._background.command("pin", "check", "--json")
        child = self._child = ChildProcess(words, self, stdin_text=f"{digits}\n")
        child.ended.connect(lambda said: self._judged(said, bool(digits)))
        child.start()

    def _judged(self, said: dict[str, Any], tried: bool) -> None:
        self._child, self._digits = None, ""
        self._failed = "done" not in said
        verdict = None if self._failed else PinStatus(**said["done"])
        if verdict and verdict.right:
            self.clear()
            self.passed.emit()
            return
        self._verdict = verdict if tried or (verdict and verdict.is_blocked) else None
        if verdict and verdict.wait:
            self._second.start()
        self.changed.emit()

    @Slot()
    def _tick(self) -> None:
        verdict = self._verdict
        self._verdict = verdict._replace(wait=verdict.wait - 1) if verdict and verdict.wait > 1 else None
        if self._verdict is None:
            self._second.stop()
        self.changed.emit()

    @Property(int, notify=changed)
    def typed(self) -> int:
        return len(self._digits)

    @Property(int, constant=True)
    def length(self) -> int:
        return DIGITS

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return self._free()

    def _free(self) -> bool:
        """Whether digits are taken now."""
        return self._child is None and not (self._verdict and self._verdict.is_blocked)

    @Property(str, notify=changed)
    def line(self) -> str:
        """What staff should know now."""
        translator = self._session.translator
        if self._child:
            return translator.text("staff.pin.checking")
        if self._failed:
            return translator.text("staff.pin.trouble")
        if self._verdict is None:
            return translator.text("staff.pin.type")
        return pin_message(self._verdict, translator.language)
