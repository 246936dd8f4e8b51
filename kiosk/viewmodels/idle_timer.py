"""Detects that a visitor has left: asks once, counts down, emits `expired`."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class IdleTimer(QObject):
    """Runs from the last touch: idle time, then the idle question with a countdown, then `expired`.

    The settings `idle_seconds` and `countdown_seconds` are the two times.
    """

    changed = Signal()
    expired = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seconds_left = 0
        self._idle_timer = QTimer(self, singleShot=True)
        self._idle_timer.timeout.connect(self.ask)
        self._countdown_timer = QTimer(self, interval=1000)
        self._countdown_timer.timeout.connect(self._count_down)

    @Slot()
    def restart(self) -> None:
        """Start the idle time again, because a visitor is there."""
        self._stop_asking()
        self._idle_timer.start(round(self._session.settings.idle_seconds * 1000))

    def stop(self) -> None:
        """Stop, because no visitor is expected."""
        self._idle_timer.stop()
        self._stop_asking()

    def _stop_asking(self) -> None:
        self._countdown_timer.stop()
        if self._seconds_left:
            self._seconds_left = 0
            self.changed.emit()

    @Slot()
    def ask(self) -> None:
        """Ask now whether the visitor is still there, and start the countdown."""
        self._seconds_left = self._session.settings.countdown_seconds
        self._countdown_timer.start()
        self.changed.emit()

    @Slot()
    def _count_down(self) -> None:
        self._seconds_left -= 1
        if self._seconds_left <= 0:
            self._seconds_left = 0
            self._countdown_timer.stop()
            self.expired.emit()
        self.changed.emit()

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        return self._seconds_left > 0

    @Property(str, notify=changed)
    def countdownText(self) -> str:
        return self._session.translator.plural("screens.idle.body", self._seconds_left)
