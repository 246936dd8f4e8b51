"""One job at a time: whose turn it is to print, and which job somebody was killed over."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from kiosk.base.errors import KioskError

NAME = "printing.lock"


class PrintLock:
    """The turn of this process; `left` is the job over which an earlier one was killed, or ''."""

    def __init__(self, file: TextIO | None) -> None:
        self._file = file
        self.left_job = ""
        if file:
            file.seek(0)
            self.left_job = file.read().strip()

    def record_job(self, id: str) -> None:
        """Remember, across a power cut too, that this job is under way; '' when none is any more."""
        if self._file:
            with suppress(OSError):
                self._file.seek(0)
                self._file.truncate()
                self._file.write(id)
                self._file.flush()
                os.fsync(self._file.fileno())


@contextmanager
def hold_print_lock(folder: Path) -> Iterator[PrintLock]:
    """Print alone among all who name the same folder; KioskError 'printing.busy' when it is another's turn.

    Any crash ends a turn. A folder that cannot be written to is no reason not to print: then there is only
    CUPS to say whether a job is under way.
    """
    try:
        file = (folder / NAME).open("a+", encoding="utf-8")
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
