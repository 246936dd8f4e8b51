"""Keeps the window on the whole primary screen, whatever becomes of the screens."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickView

SETTLE_DELAY = 100
"""Milliseconds from the last change of a screen until the window follows; a change comes in several steps."""


class ScreenFollower(QObject):
    """Gives a full-screen `view` the place and size of the primary screen after each change of a screen.

    A window manager or a Wayland compositor does so by itself; on X without a window manager nobody does.
    While no screen is left, the window keeps its size.
    """

    def __init__(self, view: QQuickView) -> None:
        super().__init__(view)
        self._view = view
        self._timer = QTimer(self, interval=SETTLE_DELAY, singleShot=True)
        self._timer.timeout.connect(self._follow)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.primaryScreenChanged.connect(self._schedule)
        app.screenRemoved.connect(self._schedule)
        app.screenAdded.connect(self._watch)
        for screen in app.screens():
            self._watch(screen)

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._schedule)
        self._schedule()

    @Slot()
    def _schedule(self) -> None:
        self._timer.start()

    @Slot()
    def _follow(self) -> None:
        screen: QScreen | None = QGuiApplication.primaryScreen()
        if screen is None or screen.geometry().isEmpty():
            return
        if self._view.screen() is not screen:
            self._view.setScreen(screen)
        if self._view.geometry() != screen.geometry():
            self._view.setGeometry(screen.geometry())
