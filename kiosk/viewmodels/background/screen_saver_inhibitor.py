"""Keeps the screen saver and power saving from turning the picture off while the kiosk runs."""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.health.checks.screen_saver import ScreenSaver

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

    from kiosk.viewmodels.background.x11_screen_saver import X11ScreenSaver

RESET_INTERVAL = 30_000
"""Milliseconds between two resets where the X server cannot suspend its screen saver."""
_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
"""The screen saver of a desktop on the session bus (Idle Inhibition Service Draft of freedesktop.org)."""
KIOSK_COMPOSITORS = ("cage",)
"""The sessions that turn nothing off, by their names in XDG_CURRENT_DESKTOP."""
_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED, _ES_DISPLAY_REQUIRED = 0x80000000, 1, 2
"""The flags of SetThreadExecutionState (winbase.h)."""


class ScreenSaverInhibitor(QObject):
    """Inhibits the screen saver from `start` to `close`, or to the end of the process in any case.

    `state` is what health is told: whether it is held off, and if not, what may turn the picture off.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.state = ScreenSaver.NONE
        self._x11: X11ScreenSaver | None = None
        self._bus_reply: QDBusPendingCallWatcher | None = None
        self._reset_timer = QTimer(self, interval=RESET_INTERVAL)
        self._reset_timer.timeout.connect(self._reset)

    def start(self) -> None:
        """Hold off whatever this platform has to turn the picture off."""
        platform = QGuiApplication.platformName()
        if platform == "xcb":
            self.state = ScreenSaver.X11
            self._suspend_x11()
            self._inhibit_desktop()
        elif platform.startswith("wayland"):
            self.state = find_wayland_state()
            self._inhibit_desktop()
        elif platform == "windows":
            self.state = ScreenSaver.WINDOWS
            _set_execution_state(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED | _ES_DISPLAY_REQUIRED)
        elif platform in ("eglfs", "linuxfb", "vkkhrdisplay"):
            self.state = ScreenSaver.CONSOLE

    def close(self) -> None:
        """Let the screen saver work as before; a desktop's does when this process ends."""
        self._reset_timer.stop()
        if self._x11:
            self._x11.close()
            self._x11 = None
        if self.state is ScreenSaver.WINDOWS:
            _set_execution_state(_ES_CONTINUOUS)

    def _suspend_x11(self) -> None:
        from kiosk.viewmodels.background.x11_screen_saver import X11ScreenSaver

        with suppress(OSError):
            self._x11 = X11ScreenSaver()
            self.state = ScreenSaver.HELD
            if not self._x11.can_suspend:
                self._reset_timer.start()

    @Slot()
    def _reset(self) -> None:
        if self._x11:
            self._x11.reset()

    def _inhibit_desktop(self) -> None:
        """Ask the desktop, where there is a session bus already: connecting must not start one."""
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
        call.setArguments(["Corner Kiosk", "A programme is on show"])
        self._bus_reply = QDBusPendingCallWatcher(QDBusConnection.sessionBus().asyncCall(call), self)
        self._bus_reply.finished.connect(self._handle_bus_reply)

    @Slot()
    def _handle_bus_reply(self) -> None:
        if self._bus_reply and not self._bus_reply.isError():
            self.state = ScreenSaver.HELD


def find_wayland_state() -> ScreenSaver:
    """What is known under Wayland before a desktop has answered, by what the session calls itself."""
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
    return ScreenSaver.HELD if desktop in KIOSK_COMPOSITORS else ScreenSaver.WAYLAND


def _set_execution_state(flags: int) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetThreadExecutionState(flags)
