"""Creates the pages that most visitors open while nobody is there: then the first visit of each is quick."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickView

from kiosk.viewmodels.shell import Shell

PREPARED_PAGES = ("home", "theme", "event", "calendar", "map", "search")
"""In the order in which visitors open them."""
PAUSE = 50
"""Milliseconds between two pages, in which a touch is answered."""


class PagePreparer(QObject):
    """Prepares one page after the other from `start` until all exist or `stop` is called."""

    def __init__(self, view: QQuickView, shell: Shell) -> None:
        super().__init__(view)
        self._shell = shell
        self._waiting: list[str] = []
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self._prepare_next)

    def start(self) -> None:
        """Prepare all pages, in pauses of the event loop."""
        self._waiting = list(PREPARED_PAGES)
        self._timer.start()

    def stop(self) -> None:
        """Leave the remaining pages: a visitor has come."""
        if self._timer.isActive():
            self._timer.stop()
            self._shell.prepare("")

    @Slot()
    def _prepare_next(self) -> None:
        """Prepare the next page, drawn until the one after it; end that after the last."""
        name = self._waiting.pop(0) if self._waiting else ""
        self._shell.prepare(name)
        if name:
            self._timer.start()
