"""A transaction on a database that is durable once committed."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.store.storage_errors import storage_errors


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit the statements of the `with` block, or roll them back when it raises.

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
