"""Opens a pack's database in memory, so that nothing in it can run code, exhaust memory or hang."""

import sqlite3
import sys
import time

from kiosk.base.errors import KioskError
from kiosk.base.limits import DATABASE_BYTES, MIB
from kiosk.store.schema import add_later_tables, exclude_stated_ends, index_times

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 30,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 10,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 10,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}

READ_ERRORS = (sqlite3.Error, UnicodeDecodeError, MemoryError)
"""Raised when reading a damaged database: SQLite's messages may quote bytes that are not valid text, and
damaged lengths make SQLite report a lack of memory."""


def open_database(database: bytes) -> sqlite3.Connection:
    """A read-only connection to the database in memory, with every table and indexes of times.

    KioskError 'library.content' when it is none.

    In memory, the database cannot be replaced between check and use. The settings follow
    SQLite's 'Defense Against The Dark Arts' (https://www.sqlite.org/security.html).
    """
    connection = _load(database)
    add_later_tables(connection)
    exclude_stated_ends(connection)
    index_times(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def open_unchecked(database: bytes) -> sqlite3.Connection:
    """Like `open_database` for bytes that have not been checked yet.

    It can be written to, in memory only: an INSERT rebuilds the full-text index.
    """
    return _load(database)


def unreadable_error(error: BaseException) -> KioskError:
    """The 'library.content' error for one of READ_ERRORS."""
    return KioskError("library.content", reason=f"database: {str(error) or 'damaged'}")


def set_deadline(connection: sqlite3.Connection, seconds: float) -> None:
    """Make every statement of `connection` fail once this thread has taken `seconds` of processor time."""
    end = time.thread_time() + seconds
    connection.set_progress_handler(lambda: time.thread_time() > end, 1000)


def _load(database: bytes) -> sqlite3.Connection:
    _require_header(database)
    # the garbage collector closes an unreferenced connection in whichever thread it runs
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        connection.deserialize(database)
        for category, value in _LIMITS.items():
            connection.setlimit(category, value)
        if sys.version_info >= (3, 12):
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except READ_ERRORS as error:
        connection.close()
        raise unreadable_error(error) from error
    return connection


def _require_header(database: bytes) -> None:
    """Refuse files SQLite would open unexpectedly (https://www.sqlite.org/fileformat2.html, 1.3)."""
    page = int.from_bytes(database[16:18], "big")
    page = 65536 if page == 1 else page
    pages = int.from_bytes(database[28:32], "big")
    if len(database) < 512 or not database.startswith(b"SQLite format 3\0"):
        raise KioskError("library.content", reason="not a database")
    if len(database) > DATABASE_BYTES:
        raise KioskError("library.content", reason=f"database larger than {DATABASE_BYTES // MIB} MiB")
    if database[18:20] != b"\1\1":
        raise KioskError("library.content", reason="database in write-ahead-log mode")
    if page < 512 or page & (page - 1) or page * pages != len(database):
        raise KioskError("library.content", reason="database cut off or padded")
