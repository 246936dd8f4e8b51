"""One change to a database: all of it, durably, or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.store.storage_errors import storage_errors


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what the `with` statement does, or take it back when that raises.

    `KioskError` 'library.storage' or 'library.full' when the disk fails.
    """
    with storage_errors():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
