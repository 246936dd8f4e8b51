"""Lets a signal ask a command to end, which it does at its next safe point (ADR 11).

A signal handler only records the request. `check` raises it, in the code that works and never in the code
that clears away: so whatever a command has begun is finished or removed.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
"""What asks a program to end: Ctrl+C, another program, a terminal that is closed, Ctrl+Break on Windows."""


class Cancelled(BaseException):
    """Raised by `check` after a request to end; not an Exception, as only the command line may catch it."""


_request: Callable[[], BaseException] | None = None
_grace = 0
_shielded = False


def listen() -> None:
    """Begin a command: SIGNALS only record a request to end, but for those that are ignored (nohup)."""
    global _request, _grace
    _request, _grace = None, 0
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _handle_signal)


def ignore_signals() -> None:
    """End a command: SIGNALS no longer change its exit code."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def limit_grace(seconds: int) -> None:
    """Have the system kill this process if it reaches no safe point so long after a request (Unix)."""
    global _grace
    _grace = seconds


def request(error: Callable[[], BaseException] = Cancelled) -> None:
    """Ask this process to end with this error; further requests change nothing."""
    global _request
    if _request is None:
        _request = error
        _set_alarm(0 if _shielded else _grace)


def is_requested() -> bool:
    """Whether this process has been asked to end."""
    return _request is not None


def check() -> None:
    """Be a safe point: raise the error of a request to end.

    Raises nothing while an exception is being handled (in `except`, `finally`, the end of a `with` block):
    then this is part of clearing away. Nothing in a `shield` either. Call it where work may take long.
    """
    if _request and not _shielded and sys.exception() is None:
        _set_alarm(0)
        raise _request()


@contextmanager
def shield() -> Iterator[None]:
    """No safe point: what the main thread does in this block is done to its end."""
    global _shielded
    before, _shielded = _shielded, True
    _set_alarm(0)
    try:
        yield
    finally:
        _shielded = before


def _handle_signal(_: int, __: FrameType | None) -> None:
    request()


def _set_alarm(seconds: int) -> None:
    """Kill this process after so many seconds, whatever it is doing; 0 cancels that."""
    if sys.platform != "win32" and _grace:
        signal.alarm(seconds)
