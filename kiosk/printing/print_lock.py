"""Lets one process print at a time, and records its job in case it is killed."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from kiosk.base.errors import KioskError

LOCK_NAME = "printing.lock"


class PrintLock:
    """The lock of this process; `left_job` is the job of an earlier process that was killed, or ''."""

    def __init__(self, file: TextIO | None) -> None:
        self._file = file
        self.left_job = ""
        if file:
            file.seek(0)
            self.left_job = file.read().strip()

    def record_job(self, id: str) -> None:
        """Record durably which job is being printed, '' for none."""
        if self._file:
            with suppress(OSError):
                self._file.seek(0)
                self._file.truncate()
                self._file.write(id)
                self._file.flush()
                os.fsync(self._file.fileno())


@contextmanager
def hold_print_lock(folder: Path) -> Iterator[PrintLock]:
    """Hold the lock of this folder; KioskError 'printing.busy' when another process has it.

    A crash releases the lock. When the folder cannot be written to, it prints without a lock: then only
    CUPS tells whether a job is being printed.
    """
    try:
        file = (folder / LOCK_NAME).open("a+", encoding="utf-8")
    except OSError:
        yield PrintLock(None)
        return
    with file:
        try:
            _lock(file.fileno())
        except OSError as error:
            raise KioskError("printing.busy") from error
        yield PrintLock(file)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
