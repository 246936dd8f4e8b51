"""Tells the supervisor every second that the screen runs, draws, and which page it shows."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

from kiosk.supervisor.link import SupervisorLink
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell

INTERVAL = 1000
"""Milliseconds between two beats, which have to come at least every ten seconds."""


class Heartbeat(QObject):
    """Beats for one window from `start`, which is called after its first frame, to `stop`.

    A frame is requested with each beat, so that one is always due while the window is exposed.
    """

    def __init__(self, view: QQuickView, shell: Shell, link: SupervisorLink) -> None:
        super().__init__()
        self._view, self._shell, self._link = view, shell, link
        self._has_drawn = True
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self._beat)
        shell.pageChanged.connect(self._report_page)

    def start(self) -> None:
        """Start to beat."""
        self._report_page()
        self._beat()
        self._timer.start()

    def stop(self) -> None:
        """Stop, before the window ends."""
        self._timer.stop()
        self._shell.pageChanged.disconnect(self._report_page)

    @Slot()
    def _beat(self) -> None:
        self._link.report_beat(drawn=self._has_drawn or self._is_hidden())
        if self._has_drawn:
            self._has_drawn = False
            self._view.frameSwapped.connect(self._note_frame)
        self._view.update()

    def _is_hidden(self) -> bool:
        """Whether there is nothing to draw on: another window covers this one, or no monitor is connected.

        Qt also takes a window for hidden when a Wayland compositor stands still; there a screen without a
        name stands for none.
        """
        if self._view.isExposed():
            return False
        return QGuiApplication.platformName() != "wayland" or not self._view.screen().name()

    @Slot()
    def _note_frame(self) -> None:
        self._view.frameSwapped.disconnect(self._note_frame)
        self._has_drawn = True

    @Slot()
    def _report_page(self) -> None:
        self._link.report_page(self._shell.property("page"), generation_of(self._shell.session))


def generation_of(session: Session) -> int:
    """The generation on show, 0 for none."""
    return session.programme.generation if session.programme else 0
