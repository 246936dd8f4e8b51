"""Creates, opens and checks the kiosk's own database files, and quarantines damaged ones."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file
from kiosk.store.scratch_folder import scratch_folder
from kiosk.store.storage_errors import storage_errors

BUSY_TIMEOUT = 2.0
"""Seconds to wait for another process that is reading or committing."""
_SIDE_FILES = ("-journal", "-wal")
"""What may be needed of a database after a crash (https://www.sqlite.org/tempfiles.html)."""


class DatabaseDamaged(Exception):
    """The file is missing or cannot be read."""


class DatabaseFormat(NamedTuple):
    """A format of database file: the application id in its header, its version, the scripts of its tables.

    Its `user_version` is `major << 16 | minor`: a newer minor only adds, a newer major cannot be read.
    """

    application_id: int
    major: int
    minor: int
    scripts: tuple[str, ...]

    @property
    def version(self) -> int:
        """The value of `PRAGMA user_version`."""
        return self.major << 16 | self.minor

    def create(self, path: Path) -> None:
        """Create an empty database at `path`, where no file may exist."""
        with storage_errors():
            connection = _connect(path, "rwc")
            try:
                self._create_tables(connection)
            finally:
                connection.close()

    def create_in_memory(self) -> sqlite3.Connection:
        """A connection to an empty database that is nowhere on the disk."""
        connection = _connect_in_memory()
        self._create_tables(connection)
        return connection

    def _create_tables(self, connection: sqlite3.Connection) -> None:
        schema = "".join(map(read_script, self.scripts))
        numbers = f"PRAGMA application_id = {self.application_id}; PRAGMA user_version = {self.version};"
        connection.executescript(f"BEGIN; {schema} {numbers} COMMIT;")

    def open(self, path: Path) -> sqlite3.Connection:
        """A connection to the database at `path`.

        Raises `DatabaseDamaged` when the file is missing or damaged, `KioskError` 'library.newer_program'
        when a newer program wrote it, 'library.storage' or 'library.full' when the disk fails; then the file
        is unchanged.
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
                if isinstance(error, sqlite3.DatabaseError) and not self._is_intact_on_disk(path):
                    raise DatabaseDamaged(path) from error
                raise
        return self._check_version(connection, version)

    def _check_version(self, connection: sqlite3.Connection, version: int) -> sqlite3.Connection:
        """The connection, unless a newer program wrote the file."""
        if version >> 16 > self.major:
            connection.close()
            raise KioskError("library.newer_program")
        return connection

    def open_copy(self, path: Path) -> sqlite3.Connection:
        """A connection to a copy in memory, for a file where nothing can be written; what is changed is lost.

        In a scratch folder SQLite first rolls back what a crash has left in a journal; a file whose journal
        cannot be read counts as damaged. Raises as `open`, but for errors of the disk.
        """
        connection = _connect_in_memory()
        try:
            side_files = [file for end in _SIDE_FILES if (file := path.with_name(path.name + end)).exists()]
            if side_files:
                with scratch_folder() as folder:
                    for file in (path, *side_files):
                        shutil.copyfile(file, folder / file.name)
                    with closing(self.open(folder / path.name)) as recovered:
                        recovered.backup(connection)
            else:
                connection.deserialize(read_regular_file(path))
            version = self._version(connection)
        except (OSError, sqlite3.Error, KioskError) as error:
            connection.close()
            if isinstance(error, KioskError) and error.code == "library.newer_program":
                raise
            raise DatabaseDamaged(path) from error
        return self._check_version(connection, version)

    def _version(self, connection: sqlite3.Connection) -> int:
        """The version of an intact file of this format; sqlite3.DatabaseError for any other file."""
        names = ("integrity_check(1)", "application_id", "user_version")
        sound, program, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
        if sound != "ok" or program != self.application_id:
            raise sqlite3.DatabaseError(f"not of this kind: {sound}")
        return int(version)

    def _is_intact_on_disk(self, path: Path) -> bool:
        """Whether the file is intact when read as a whole; OSError when the disk fails, not the file.

        SQLite's own check reports a page that failed to read once like one that is damaged for good.
        """
        connection = _connect_in_memory()
        try:
            connection.deserialize(read_regular_file(path))
            self._version(connection)
        except sqlite3.DatabaseError:
            return False
        finally:
            connection.close()
        return True


def read_script(name: str) -> str:
    """The SQL script of that file name in this package."""
    return Path(__file__).with_name(name).read_text("utf-8")


def quarantine_file(path: Path) -> None:
    """Rename a damaged file, for examination, and its journal, which must not be applied to the new file."""
    for file in (path, path.with_name(f"{path.name}-journal")):
        if file.exists():
            file.replace(quarantine_path(file))


def quarantine_path(path: Path) -> Path:
    """The path to which a damaged file is renamed."""
    return path.with_name(f"damaged-{path.name}")


def _connect_in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT)
    connection.row_factory = sqlite3.Row
    return connection
