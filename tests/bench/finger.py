"""Simulates touches: presses and releases injected through the X server's XTEST extension."""

import ctypes
import ctypes.util
from collections.abc import Iterator
from contextlib import contextmanager

LEFT_BUTTON = 1


class Finger:
    """Touches display `name`. Raises OSError when the X libraries or the display are missing."""

    def __init__(self, name: str) -> None:
        self._x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst") or "libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        opened = self._x11.XOpenDisplay(name.encode())
        if not opened:
            raise OSError(f"no display {name}")
        self._display = ctypes.c_void_p(opened)

    def move(self, x: int, y: int) -> None:
        """Move to that pixel without touching."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        self._x11.XSync(self._display, 0)

    def press(self) -> None:
        """Touch the screen; returns once the server has the event."""
        self._button(1)

    def release(self) -> None:
        """End the touch."""
        self._button(0)

    def close(self) -> None:
        """Close the connection."""
        self._x11.XCloseDisplay(self._display)

    def _button(self, down: int) -> None:
        self._test.XTestFakeButtonEvent(self._display, LEFT_BUTTON, down, 0)
        self._x11.XFlush(self._display)


@contextmanager
def open_finger(name: str) -> Iterator[Finger]:
    """A finger on display `name`, closed afterwards."""
    opened = Finger(name)
    try:
        yield opened
    finally:
        opened.close()
