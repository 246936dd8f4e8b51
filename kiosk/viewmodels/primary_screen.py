"""The size of the primary screen, also while there is none."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QScreen

SIZE_WITHOUT_SCREEN = QSize(1920, 1080)


def primary_screen_size() -> QSize:
    """The size of the primary screen in pixels; SIZE_WITHOUT_SCREEN while no monitor is connected."""
    screen: QScreen | None = QGuiApplication.primaryScreen()
    return screen.size() if screen and not screen.size().isEmpty() else SIZE_WITHOUT_SCREEN
