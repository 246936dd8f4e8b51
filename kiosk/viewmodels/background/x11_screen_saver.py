"""Holds off the screen saver of an X server and its power saving of the monitor (DPMS)."""

import ctypes
from contextlib import suppress

_SUSPEND_VERSION = (1, 1)
"""The version of the extension MIT-SCREEN-SAVER that knows XScreenSaverSuspend."""


class X11ScreenSaver:
    """A connection to the X server of `DISPLAY`, on which screen saver and DPMS are suspended.

    The server ends the suspension with the connection, so also when this process is killed
    (XScreenSaverSuspend in Xss(3)). OSError when a library or the server is missing.
    """

    def __init__(self) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(None))
        if not self._display:
            raise OSError("the X server does not answer")
        self.can_suspend = False
        with suppress(OSError):
            self.can_suspend = self._suspend(ctypes.CDLL("libXss.so.1"))
        self.reset()

    def _suspend(self, extension: ctypes.CDLL) -> bool:
        """Suspend screen saver and DPMS; False where the server does not know how."""
        major, minor = ctypes.c_int(), ctypes.c_int()
        known = extension.XScreenSaverQueryVersion(self._display, ctypes.byref(major), ctypes.byref(minor))
        if not known or (major.value, minor.value) < _SUSPEND_VERSION:
            return False
        extension.XScreenSaverSuspend(self._display, True)
        return True

    def reset(self) -> None:
        """Begin the time to the next screen saver again, and end one that is shown."""
        self._x11.XResetScreenSaver(self._display)
        self._x11.XSync(self._display, False)

    def close(self) -> None:
        """End the suspension."""
        self._x11.XCloseDisplay(self._display)
