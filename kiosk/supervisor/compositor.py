"""Asks the Wayland compositor whether it still works, as a client of its own: one request at a time."""

import os
import struct
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.base.closing import ClosesOnExit

if TYPE_CHECKING:
    import socket

DISPLAY, CALLBACK = 1, 2
SYNC = struct.pack("=III", DISPLAY, 12 << 16, CALLBACK)
"""wl_display.sync: the compositor answers when it has done all that was asked before (Wayland's protocol)."""
ANSWER_BYTES = 24
"""wl_callback.done and wl_display.delete_id, after which the number of the callback may be used again."""


class Compositor(ClosesOnExit):
    """The compositor that this program is shown by; without one it always answers."""

    def __init__(self) -> None:
        name = os.environ.get("WAYLAND_DISPLAY", "")
        self._path = Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name) if name else None
        self._line: socket.socket | None = None
        self._due = 0

    def close(self) -> None:
        """Close the line to it."""
        if self._line:
            self._line.close()

    def answers(self) -> bool:
        """Whether it has answered what the call before asked; asks again, and waits for nothing."""
        if not self._path:
            return True
        with suppress(OSError):
            line = self._hear()
            if not self._due:
                line.send(SYNC)
                self._due = ANSWER_BYTES
                return True
        return False

    def _hear(self) -> "socket.socket":
        if not self._line:
            import socket  # most kiosks have no such compositor: the start need not pay for it

            self._line = socket.socket(socket.AF_UNIX)
            self._line.setblocking(False)
            self._line.connect(str(self._path))
        with suppress(BlockingIOError):
            if self._due:
                self._due -= len(self._line.recv(self._due))
        return self._line
