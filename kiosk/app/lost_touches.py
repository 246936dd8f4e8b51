"""Cancels touches that will never end, because their device is gone: the first tap on the next one counts."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from PySide6.QtGui import QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickView


class LostTouches(QObject):
    """Cancels the touches of one device when it is unplugged, or when a touch begins on another device.

    Qt Quick makes mouse events of the first finger only, and waits for that finger to be lifted; it does not
    notice that the device has been deleted.
    """

    def __init__(self, view: QQuickView) -> None:
        super().__init__(view)
        self._view = view
        self._device: QPointingDevice | None = None
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note which device is touched; every event goes on to the view."""
        if event.type() == QEvent.Type.TouchBegin and isinstance(event, QTouchEvent):
            self._begin(event.pointingDevice())
        elif event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._forget()
        return False

    def _begin(self, device: QPointingDevice) -> None:
        if self._device is not None and self._device is not device:
            self._cancel(self._device if shiboken6.isValid(self._device) else device)
        self._device = device
        device.destroyed.connect(self._handle_removal)

    def _forget(self) -> None:
        if self._device is not None and shiboken6.isValid(self._device):
            self._device.destroyed.disconnect(self._handle_removal)
        self._device = None

    @Slot()
    def _handle_removal(self) -> None:
        """Cancel at once: what Qt Quick remembers of the device is deleted with it."""
        if self._device is not None:
            self._cancel(QPointingDevice.primaryPointingDevice())

    def _cancel(self, device: QPointingDevice) -> None:
        self._device = None
        QCoreApplication.sendEvent(self._view, QTouchEvent(QEvent.Type.TouchCancel, device))
