"""The file format of the library's state, and what can be read from the file without locks."""

import sqlite3
from pathlib import Path

from kiosk.base.safe_open import read_regular_file
from kiosk.store.database_file import DatabaseDamaged, DatabaseFormat

FILE_NAME = "state.db"
APPLICATION_ID = 0x434B5331
"""'CKS1' in the file's header."""
MAJOR, MINOR = 1, 3
StateDamaged = DatabaseDamaged
"""The state is missing or cannot be read: it has to be rebuilt from the generations."""

_FORMAT = DatabaseFormat(APPLICATION_ID, MAJOR, MINOR, ("state.sql", "pin.sql"))
create_state, open_state_file = _FORMAT.create, _FORMAT.open
create_state_in_memory, open_state_copy = _FORMAT.create_in_memory, _FORMAT.open_copy

_DAMAGED = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def state_has_folder(path: Path, folder: str) -> bool:
    """Whether the state in `path` has a generation in `folder`, for use after a commit raised an error."""
    return _query_without_locks(path, "SELECT 1 FROM generation WHERE folder = ?", folder)


def state_shows_generation(path: Path, generation: int) -> bool:
    """Whether that generation is current in the state in `path`, for use after a commit raised an error."""
    return _query_without_locks(path, "SELECT 1 FROM current WHERE generation = ?", generation)


def _query_without_locks(path: Path, sql: str, value: object) -> bool:
    """Whether the query returns rows; to be called when no process writes to the state.

    Reads only the file, without locks and whatever else SQLite needs, because these may just have failed.
    False while there is a journal: it will roll the commit back.
    """
    connection = sqlite3.connect(":memory:")
    try:
        if path.with_name(f"{path.name}-journal").exists():
            return False
        connection.deserialize(read_regular_file(path))
        return bool(connection.execute(sql, (value,)).fetchall())
    except (OSError, sqlite3.Error):
        return False
    finally:
        connection.close()


def current_generation(library: Path) -> int | None:
    """The current generation of the library in that folder, 0 for none.

    None while that cannot be told: the state is busy, or SQLite cannot repair it on a read-only disk.

    For polling: checks, waits for and writes nothing.
    """
    path = library / FILE_NAME
    if not path.is_file():
        return 0
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
        try:
            row = connection.execute("SELECT generation FROM current").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        return 0 if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED else None
    return int(row[0]) if row else 0
