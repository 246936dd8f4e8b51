"""The pin: exactly what a pack's database holds besides rows, read from `schema.sql` and what came later."""

import sqlite3
from functools import cache
from itertools import accumulate
from pathlib import Path

APPLICATION_ID = 0x434B5031
"""'CKP1' in the file's header (`PRAGMA application_id`)."""

_FILES = ("schema.sql", "schema_2.sql")
VERSIONS = tuple(range(1, len(_FILES) + 1))
"""The numbers a schema can have (`PRAGMA user_version`): each has what the one before has, and more.

A database has the lowest that holds all it says, so that older programs can read it as long as possible.
"""

SchemaObjects = tuple[tuple[str, str, str | None], ...]
"""(type, name, sql) of every schema object, by type and name; implied indexes have no sql."""


@cache
def expected_schema(version: int) -> SchemaObjects:
    """What `objects` must return for a pack's database of that version.

    The statements are run rather than compared as text, so the indexes and the full-text index's own
    tables that SQLite adds by itself are in the pin as well.
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(_scripts()[version - 1])
        return schema_objects(connection)
    finally:
        connection.close()


def add_later_tables(connection: sqlite3.Connection) -> None:
    """Give an open database the tables that came after its version, empty, for all to be asked alike."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for later in _FILES[version:]:
        connection.executescript(_read(later))


def schema_objects(connection: sqlite3.Connection) -> SchemaObjects:
    """Every schema object of an open database. Raises sqlite3.Error when it cannot be read."""
    return tuple(connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"))


def _scripts() -> tuple[str, ...]:
    """What makes the schema of each version."""
    return tuple(accumulate(map(_read, _FILES)))


@cache
def _read(file: str) -> str:
    return Path(__file__).with_name(file).read_text("utf-8")
