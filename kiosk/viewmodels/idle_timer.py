"""When a visitor has left: asks once, counts down, and says so."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class IdleTimer(QObject):
    """Counts from the last touch: idle time, then a question that counts down, then `expired` (settings)."""

    changed = Signal()
    expired = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._left = 0
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self.ask)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count)

    @Slot()
    def touch(self) -> None:
        """A visitor is there: start counting anew."""
        self._stop_asking()
        self._wait.start(round(self._session.settings.idle_seconds * 1000))

    def rest(self) -> None:
        """Nobody is expected: stop counting."""
        self._wait.stop()
        self._stop_asking()

    def _stop_asking(self) -> None:
        self._second.stop()
        if self._left:
            self._left = 0
            self.changed.emit()

    @Slot()
    def ask(self) -> None:
        """Ask now whether the visitor is still there."""
        self._left = self._session.settings.countdown_seconds
        self._second.start()
        self.changed.emit()

    @Slot()
    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._left = 0
            self._second.stop()
            self.expired.emit()
        self.changed.emit()

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        return self._left > 0

    @Property(str, notify=changed)
    def line(self) -> str:
        return self._session.translator.plural("screens.idle.body", self._left)
