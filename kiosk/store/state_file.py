"""The file of the library's state: made, opened and recognised."""

import sqlite3
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.store.failures import storage

NAME = "state.db"
APPLICATION_ID = 0x434B5331
"""'CKS1' in the file's header."""
MAJOR, MINOR = 1, 2
"""`user_version` is `MAJOR << 16 | MINOR`: a newer minor only adds, a newer major cannot be read."""
BUSY = 2.0
"""Seconds to wait for another process that is just reading or committing."""


class StateDamaged(Exception):
    """There is no state, or what is there cannot be read: it has to be rebuilt from the generations."""


def script(name: str) -> str:
    """SQL that makes tables of the state."""
    return Path(__file__).with_name(name).read_text("utf-8")


def create(path: Path) -> None:
    """Write an empty state to `path`, where there must be none."""
    schema = script("state.sql") + script("pin.sql")
    numbers = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {MAJOR << 16 | MINOR};"
    with storage():
        connection = _connect(path, "rwc")
        try:
            connection.executescript(f"BEGIN; {schema} {numbers} COMMIT;")
        finally:
            connection.close()


def open_sound(path: Path) -> sqlite3.Connection:
    """A connection to the state in `path`.

    Raises `StateDamaged` when there is no sound state, `KioskError` 'library.newer_program' when a newer
    program wrote it, 'library.storage' or 'library.full' when the disk fails; nothing is changed then.
    """
    with storage():
        if not path.is_file() or path.stat().st_size == 0:
            raise StateDamaged(path)
        connection = _connect(path, "rw")
        try:
            # EXTRA also syncs the folder once the journal is gone, so that a commit once reported stays
            # (https://www.sqlite.org/pragma.html#pragma_synchronous)
            for setting in ("synchronous = EXTRA", "foreign_keys = ON"):
                connection.execute(f"PRAGMA {setting}")
            version = _version(connection)
        except BaseException as error:
            connection.close()
            if isinstance(error, sqlite3.DatabaseError) and not _sound_on_disk(path):
                raise StateDamaged(path) from error
            raise
    if version >> 16 > MAJOR:
        connection.close()
        raise KioskError("library.newer_program")
    return connection


def names(path: Path, folder: str) -> bool:
    """Whether the state in `path` names a generation's folder; to be asked when a commit ended in an error."""
    return _says(path, "SELECT 1 FROM generation WHERE folder = ?", folder)


def shows(path: Path, generation: int) -> bool:
    """Whether the state in `path` shows the generation of that number; likewise."""
    return _says(path, "SELECT 1 FROM current WHERE generation = ?", generation)


def _says(path: Path, sql: str, value: object) -> bool:
    """Whether the query finds something, once nobody writes to the state any more.

    Looks at the file alone, without locks and whatever else SQLite needs, for it is asked when those have
    failed. A journal that is still there takes back what it belongs to.
    """
    connection = sqlite3.connect(":memory:")
    try:
        if path.with_name(f"{path.name}-journal").exists():
            return False
        connection.deserialize(path.read_bytes())
        return bool(connection.execute(sql, (value,)).fetchall())
    except (OSError, sqlite3.Error):
        return False
    finally:
        connection.close()


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY)
    connection.row_factory = sqlite3.Row
    return connection


def _version(connection: sqlite3.Connection) -> int:
    """The version of a sound state; sqlite3.DatabaseError when it is none, or cannot be read."""
    names = ("integrity_check(1)", "application_id", "user_version")
    sound, program, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
    if sound != "ok" or program != APPLICATION_ID:
        raise sqlite3.DatabaseError(f"not a state: {sound}")
    return int(version)


def _sound_on_disk(path: Path) -> bool:
    """Whether the file is sound when read whole; OSError when the disk, not the file, is to blame.

    SQLite's own check reports a page that could not be read just now like one that is damaged for good.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(path.read_bytes())
        _version(connection)
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return True


def current(library: Path) -> int | None:
    """The number of the generation shown by the library in that folder, 0 for none; None while it is busy.

    For whoever only wants to know whether something has changed: nothing is checked, waited for or written.
    """
    path = library / NAME
    if not path.is_file():
        return 0
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
        try:
            row = connection.execute("SELECT generation FROM current").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        busy = getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        return None if busy else 0
    return int(row[0]) if row else 0
