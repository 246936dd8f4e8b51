"""The one question that a confined process may have answered outside, where there is more to ask (ADR 11)."""

import os
import socket
from collections.abc import Callable
from threading import Thread

from kiosk.sandbox.environment import HOST_SOCKET

TIMEOUT = 3.0
"""Seconds the answer may take."""
MAX_BYTES = 100
"""Bytes of the answer."""


def serve(answer: Callable[[], str]) -> int:
    """The end of a line for the process inside, to be closed here; whenever asked there, `answer` answers."""
    here, inside = socket.socketpair()
    inside.set_inheritable(True)
    Thread(target=_answer_requests, args=(here, answer), daemon=True).start()
    return inside.detach()


def _answer_requests(line: socket.socket, answer: Callable[[], str]) -> None:
    with line:
        while line.recv(1):
            line.sendall(answer().encode()[:MAX_BYTES])


def ask_host() -> str:
    """What is answered outside, '' for nothing; only for a process that was given a line."""
    with socket.socket(fileno=os.dup(int(os.environ[HOST_SOCKET]))) as line:
        line.settimeout(TIMEOUT)
        try:
            line.sendall(b"?")
            return line.recv(MAX_BYTES).decode("utf-8", "replace")
        except OSError:
            return ""
