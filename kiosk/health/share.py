"""Whether the network share answers: asked by a child that can be left behind, for a share may hang for ever.

A server that has gone can put whoever asks it anything into a sleep that not even SIGKILL ends (ADR 10).
"""

import errno
import socket
import subprocess
import sys
import time
from hashlib import sha256

from kiosk.health.check import Check, Level
from kiosk.health.texts import said

DEADLINE = 10.0
"""Seconds the share has for listing its first names."""
_GRACE = 0.5
"""Seconds a child that was killed has for going."""
_ASK = """import itertools, os, sys
try:
    print(sum(1 for _ in itertools.islice(os.scandir(sys.argv[1]), 1000)))
except OSError as error:
    sys.exit(error.errno)"""
_MISSING = (errno.ENOENT, errno.ENOTDIR)
_FORBIDDEN = (errno.EACCES, errno.EPERM)


def check(share: str, deadline: float = DEADLINE) -> Check:
    """How the folder `share` answers within `deadline` seconds; '' is none."""
    if not share:
        return Check("share", Level.GOOD, said("health.share.none"))
    state, facts = _asked(share, deadline)
    value = said(f"health.share.{state}", share=share, **facts)
    if state == "good":
        return Check("share", Level.GOOD, value)
    return Check("share", Level.ATTENTION, value, said("health.share.do"))


def _asked(share: str, deadline: float) -> tuple[str, dict[str, int | str]]:
    """How it went, as the end of a sentence's id, with what fills the sentence."""
    slow: tuple[str, dict[str, int | str]] = ("hanging", {"seconds": round(deadline)})
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as turn:
        if not _has_turn(turn, share, deadline):
            return slow
        child = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _ASK, share],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=[turn.fileno()],
        )
    try:
        told = child.communicate(timeout=deadline)[0]
    except subprocess.TimeoutExpired:
        _leave(child)
        return slow
    if child.returncode in _MISSING:
        return "missing", {}
    if child.returncode in _FORBIDDEN:
        return "forbidden", {}
    if child.returncode:
        return "failing", {"reason": errno.errorcode.get(child.returncode, child.returncode)}
    return ("good" if int(told) else "empty"), {}


def _has_turn(turn: socket.socket, share: str, deadline: float) -> bool:
    """Whether the socket got the share's name, which no second one can have while a child holds the first.

    A child that hangs keeps it for as long as it is there, and is not followed by others.
    """
    name = b"\0corner-kiosk-share-" + sha256(share.encode()).digest()
    until = time.monotonic() + deadline
    while True:
        try:
            turn.bind(name)
        except OSError:
            if time.monotonic() > until:
                return False
            time.sleep(0.05)
        else:
            return True


def _leave(child: subprocess.Popen[bytes]) -> None:
    """Kill the child; one that hangs in the kernel cannot end and is forgotten."""
    child.kill()
    try:
        child.communicate(timeout=_GRACE)
    except subprocess.TimeoutExpired:
        assert child.stdout
        child.stdout.close()
        child.returncode = -1  # or Popen would complain that nobody has waited
