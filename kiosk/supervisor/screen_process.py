"""One process of the screen: its start, its reports, its end."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from kiosk.supervisor.end_signals import END_SIGNALS, restore_handlers
from kiosk.supervisor.link import SupervisorLink

READ_SIZE = 1 << 16
REAP_SECONDS = 2.0
"""Seconds a killed process has to end; one that waits for a disk in the kernel is left alone after them."""
REAP_INTERVAL = 0.005
BUG = 70
"""EX_SOFTWARE of sysexits.h."""


class ScreenProcess:
    """A forked process that runs `show`; `pipe` becomes readable when it reports or ends (Unix)."""

    def __init__(self, pid: int, pipe: int) -> None:
        self._pid = pid
        self.pipe = pipe
        self._rest = b""
        self._has_closed_pipe = False

    @classmethod
    def start(cls, show: Callable[[SupervisorLink], int]) -> "ScreenProcess":
        """Fork; the new process runs `show` and ends with its exit code, without returning from here."""
        read_end, write_end = os.pipe()
        for end in (read_end, write_end):
            os.set_blocking(end, False)
        signal.pthread_sigmask(signal.SIG_BLOCK, END_SIGNALS)
        pid = os.fork()
        if pid == 0:
            os.close(read_end)
            restore_handlers()
            signal.pthread_sigmask(signal.SIG_UNBLOCK, END_SIGNALS)
            _run(show, SupervisorLink(write_end))
        signal.pthread_sigmask(signal.SIG_UNBLOCK, END_SIGNALS)
        os.close(write_end)
        return cls(pid, read_end)

    def read_reports(self) -> Iterator[dict[str, Any]]:
        """The reports that have arrived."""
        with suppress(BlockingIOError):
            while part := os.read(self.pipe, READ_SIZE):
                *lines, self._rest = (self._rest + part).split(b"\n")
                yield from map(json.loads, lines)
            self._has_closed_pipe = True

    def state(self) -> str:
        """The state of its main thread, a letter as in proc(5); '' where the system does not tell."""
        try:
            stat = Path(f"/proc/{self._pid}/stat").read_text("ascii", "replace")
        except OSError:
            return ""
        return stat.rpartition(")")[2].split()[0]

    def exit_code(self) -> int | None:
        """Its exit code, minus the number of the signal that ended it, None while it runs."""
        return self._reap(REAP_SECONDS if self._has_closed_pipe else 0.0)

    def kill(self) -> None:
        """Kill it."""
        os.kill(self._pid, signal.SIGKILL)
        self._reap(REAP_SECONDS)

    def terminate(self, grace: float) -> None:
        """Ask it to end in order, stopped or not; kill it when it has not done so after `grace` seconds."""
        os.kill(self._pid, signal.SIGTERM)
        os.kill(self._pid, signal.SIGCONT)
        if self._reap(grace) is None:
            self.kill()

    def _reap(self, seconds: float) -> int | None:
        deadline = time.monotonic() + seconds
        while True:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            if time.monotonic() >= deadline:
                return None
            time.sleep(REAP_INTERVAL)


def _run(show: Callable[[SupervisorLink], int], link: SupervisorLink) -> NoReturn:
    code = BUG
    try:
        code = show(link)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)
