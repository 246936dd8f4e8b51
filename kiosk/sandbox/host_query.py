"""The one query that a process inside bubblewrap may put to the process outside (ADR 11)."""

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from kiosk.base.cancellation import Cancelled
from kiosk.sandbox.environment import HOST_SOCKET

TIMEOUT = 3.0
"""Maximum seconds to wait for the answer."""
MAX_BYTES = 100
"""Maximum bytes of the answer."""


def serve(answer: Callable[[], str]) -> int:
    """A socket descriptor for the process inside, to be closed here; a thread answers its queries."""
    outside, inside = socket.socketpair()
    inside.set_inheritable(True)
    Thread(target=_answer_requests, args=(outside, answer), daemon=True).start()
    return inside.detach()


def _answer_requests(connection: socket.socket, answer: Callable[[], str]) -> None:
    """Answer until the process inside has ended, or this one is asked to end: no answer is one too."""
    with connection, suppress(Cancelled):
        while connection.recv(1):
            connection.sendall(answer().encode()[:MAX_BYTES])


def ask_host() -> str:
    """The answer of the process outside, '' for none; only for a process that has HOST_SOCKET."""
    with socket.socket(fileno=os.dup(int(os.environ[HOST_SOCKET]))) as connection:
        connection.settimeout(TIMEOUT)
        try:
            connection.sendall(b"?")
            return connection.recv(MAX_BYTES).decode("utf-8", "replace")
        except OSError:
            return ""
