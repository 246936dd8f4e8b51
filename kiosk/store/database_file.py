"""A database file of the program's own: made, opened, told from one that is damaged, put aside when it is."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from kiosk.base.errors import KioskError
from kiosk.store.storage_errors import storage_errors

BUSY_TIMEOUT = 2.0
"""Seconds to wait for another process that is just reading or committing."""


class DatabaseDamaged(Exception):
    """There is no such file, or what is there cannot be read."""


class DatabaseFormat(NamedTuple):
    """A kind of file: the number in its header that names it, its version, and the SQL of its tables.

    Its `user_version` is `major << 16 | minor`: a newer minor only adds, a newer major cannot be read.
    """

    application_id: int
    major: int
    minor: int
    scripts: tuple[str, ...]

    @property
    def version(self) -> int:
        """What is written as `user_version`."""
        return self.major << 16 | self.minor

    def create(self, path: Path) -> None:
        """Write an empty file to `path`, where there must be none."""
        schema = "".join(map(read_script, self.scripts))
        numbers = f"PRAGMA application_id = {self.application_id}; PRAGMA user_version = {self.version};"
        with storage_errors():
            connection = _connect(path, "rwc")
            try:
                connection.executescript(f"BEGIN; {schema} {numbers} COMMIT;")
            finally:
                connection.close()

    def open(self, path: Path) -> sqlite3.Connection:
        """A connection to the file in `path`.

        Raises `Damaged` when there is no sound file, `KioskError` 'library.newer_program' when a newer
        program wrote it, 'library.storage' or 'library.full' when the disk fails; nothing is changed then.
        """
        with storage_errors():
            if not path.is_file() or path.stat().st_size == 0:
                raise DatabaseDamaged(path)
            connection = _connect(path, "rw")
            try:
                # EXTRA also syncs the folder once the journal is gone, so that a commit once reported stays
                # (https://www.sqlite.org/pragma.html#pragma_synchronous)
                for setting in ("synchronous = EXTRA", "foreign_keys = ON"):
                    connection.execute(f"PRAGMA {setting}")
                version = self._version(connection)
            except BaseException as error:
                connection.close()
                if isinstance(error, sqlite3.DatabaseError) and not self._sound_on_disk(path):
                    raise DatabaseDamaged(path) from error
                raise
        if version >> 16 > self.major:
            connection.close()
            raise KioskError("library.newer_program")
        return connection

    def _version(self, connection: sqlite3.Connection) -> int:
        """The version of a sound file; sqlite3.DatabaseError when it is none, or cannot be read."""
        names = ("integrity_check(1)", "application_id", "user_version")
        sound, program, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
        if sound != "ok" or program != self.application_id:
            raise sqlite3.DatabaseError(f"not of this kind: {sound}")
        return int(version)

    def _sound_on_disk(self, path: Path) -> bool:
        """Whether the file is sound when read whole; OSError when the disk, not the file, is to blame.

        SQLite's own check reports a page that could not be read just now like one that is damaged for good.
        """
        connection = sqlite3.connect(":memory:", isolation_level=None)
        try:
            connection.deserialize(path.read_bytes())
            self._version(connection)
        except sqlite3.DatabaseError:
            return False
        finally:
            connection.close()
        return True


def read_script(name: str) -> str:
    """SQL that makes tables, from the file of that name."""
    return Path(__file__).with_name(name).read_text("utf-8")


def quarantine_file(path: Path) -> None:
    """Keep a damaged file for whoever wants to look at it; its journal must not meet the new one."""
    for file in (path, path.with_name(f"{path.name}-journal")):
        if file.exists():
            file.replace(quarantine_path(file))


def quarantine_path(path: Path) -> Path:
    """Where a damaged file is kept."""
    return path.with_name(f"damaged-{path.name}")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT)
    connection.row_factory = sqlite3.Row
    return connection
