"""Touches and drags in a window of this process."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.app.window import KioskWindow
from tests.screen_kit import settle

FINGER = QTest.createTouchDevice()


def touch(shown: KioskWindow, point: QPoint) -> None:
    """Press and release a finger at a point of the window."""
    QTest.touchEvent(shown.view, FINGER).press(0, point, shown.view).commit()
    QTest.touchEvent(shown.view, FINGER).release(0, point, shown.view).commit()
    settle()


def drag(shown: KioskWindow, *points: QPoint, pause: int = 0) -> None:
    """Press at the first point, move over the others with a pause (ms) at each, release at the last."""
    button, no_modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(shown.view, button, no_modifier, points[0])
    for point in points[1:]:
        QTest.mouseMove(shown.view, point, pause)
    QTest.mouseRelease(shown.view, button, no_modifier, points[-1])
    settle()
