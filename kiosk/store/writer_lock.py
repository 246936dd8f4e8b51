"""The writer lock of a library: a crash releases it, and it works alike on every system."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.store.storage_errors import storage_errors

FILE_NAME = "lock.db"


@contextmanager
def hold_writer_lock(folder: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold the lock of the library in `folder`.

    `KioskError` 'library.busy' when another process still does after `patience` seconds.
    """
    with storage_errors():
        connection = sqlite3.connect(folder / FILE_NAME, timeout=patience, isolation_level=None)
    try:
        _acquire(connection)
        yield
    finally:
        connection.close()


def _acquire(connection: sqlite3.Connection) -> None:
    with storage_errors():
        try:
            # nothing is ever written, so no journal is needed, or left behind by a crash
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise KioskError("library.busy") from error
            raise
