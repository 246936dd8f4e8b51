"""The PIN pad: takes digits, has a child check them, says how many tries are left."""

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.backstage import Backstage
from kiosk.viewmodels.child import Child
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS = 6
FEW = 5
"""From so many tries left on, the pad says how many there are."""


@QmlElement
class PinPad(QObject):
    """One try at a time; QML learns how many digits there are, never which."""

    changed = Signal()
    passed = Signal()

    def __init__(self, session: Session, backstage: Backstage, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._backstage = backstage
        self._digits = ""
        self._child: Child | None = None
        self._verdict: dict[str, Any] = {}
        self._wait = 0
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)

    def clear(self) -> None:
        """Forget the digits and what was said."""
        self._digits = ""
        self._verdict = {}
        self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """Take a digit; the last one sends them all."""
        if not self.ready or digit not in tuple("0123456789"):
            return
        self._digits += digit
        if len(self._digits) == DIGITS:
            self._send()
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._digits = self._digits[:-1] if self.ready else self._digits
        self.changed.emit()

    def _send(self) -> None:
        words = self._backstage.words("pin", "check", "--json")
        self._child = Child(words, self, fed=f"{self._digits}\n")
        self._child.ended.connect(self._judged)
        self._child.start()

    def _judged(self, said: dict[str, Any]) -> None:
        self._child, self._digits = None, ""
        self._verdict = said.get("done") or {}
        if self._verdict.get("right"):
            self.clear()
            self.passed.emit()
            return
        self._wait = int(self._verdict.get("wait", 0))
        if self._wait:
            self._second.start()
        self.changed.emit()

    def _tick(self) -> None:
        self._wait -= 1
        if self._wait <= 0:
            self._second.stop()
            self._verdict = {}
        self.changed.emit()

    @Property(int, notify=changed)
    def typed(self) -> int:
        return len(self._digits)

    @Property(int, constant=True)
    def length(self) -> int:
        return DIGITS

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        locked = self._verdict.get("locked") or self._verdict.get("missing")
        return self._child is None and self._wait <= 0 and not locked

    @Property(str, notify=changed)
    def line(self) -> str:
        """What staff should know now."""
        words, verdict = self._session.words, self._verdict
        if self._child:
            return words.text("staff.pin.checking")
        if self._wait > 0:
            return words.plural("staff.pin.wait", self._wait)
        if verdict.get("missing"):
            return words.text("staff.pin.missing")
        if verdict.get("locked"):
            return words.text("staff.pin.locked")
        if "left" not in verdict:
            return words.text("staff.pin.trouble" if verdict else "staff.pin.type")
        if int(verdict["left"]) <= FEW:
            return words.plural("staff.pin.left", int(verdict["left"]))
        return words.text("staff.pin.wrong")
