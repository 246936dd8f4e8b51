"""Tells systemd that the screen has started, and from then on that it draws (sd_notify(3))."""

import os
from contextlib import suppress

from kiosk.base.closing import ClosesOnExit
from kiosk.supervisor.compositor import Compositor

FRAME = b"READY=1\nWATCHDOG=1"
"""Said with every frame: the start is told by the first that arrives."""


class ServiceManager(ClosesOnExit):
    """The manager that started this program as a service; does nothing where there is none (Unix).

    Made before the screen's process: that one and its children do not inherit the address, so that only this
    process can report.
    """

    def __init__(self) -> None:
        address = os.environ.pop("NOTIFY_SOCKET", "")
        self._compositor = Compositor()
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    def close(self) -> None:
        """Ask the compositor no more."""
        self._compositor.close()

    def note_frame(self) -> None:
        """Note that the screen has drawn. A manager with WatchdogSec= restarts a service that stops to.

        What is drawn while the compositor stands still is not seen, and not told.
        """
        if not self._address or not self._compositor.answers():
            return
        import socket  # most kiosks have no such manager: the start need not pay for it

        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager, suppress(OSError):
            manager.setblocking(False)  # what does not arrive is said again with the next frame
            manager.sendto(FRAME, self._address)
