"""The exact schema that a pack's database must have, read from `schema.sql` and its later additions."""

import sqlite3
from functools import cache
from itertools import accumulate
from pathlib import Path

APPLICATION_ID = 0x434B5031
"""'CKP1' in the file's header (`PRAGMA application_id`)."""

_FILES = ("schema.sql", "schema_2.sql", "schema_3.sql")
VERSIONS = tuple(range(1, len(_FILES) + 1))
"""The schema versions (`PRAGMA user_version`): each adds to the one before.

A database has the lowest version that can hold its rows, so that programs as old as possible can read it.
"""

TIME_INDEXES = (
    "CREATE INDEX idx_occurrence_time ON occurrence (earliest, latest)",
    "CREATE INDEX idx_occurrence_moved ON occurrence (original_earliest) WHERE status = 'moved'",
)
"""Made in the copy in memory (100,000 rows take a twentieth of a second), so that no pack needs them."""

SchemaObjects = tuple[tuple[str, str, str | None], ...]
"""(type, name, sql) of every schema object, ordered by type and name; implied indexes have no sql."""


@cache
def expected_schema(version: int) -> SchemaObjects:
    """What `schema_objects` must return for a pack's database of that version.

    The statements are executed rather than compared as text, so the result includes the indexes and
    full-text tables that SQLite adds by itself.
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(_scripts()[version - 1])
        return schema_objects(connection)
    finally:
        connection.close()


def add_later_tables(connection: sqlite3.Connection) -> None:
    """Add the tables of later versions to an open database, empty, so that one query fits every version."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for later in _FILES[version:]:
        connection.executescript(_read(later))


def index_times(connection: sqlite3.Connection) -> None:
    """Index the occurrences of an open database by time."""
    for index in TIME_INDEXES:
        connection.execute(index)


def exclude_stated_ends(connection: sqlite3.Connection) -> None:
    """Make times last until the second before their stated end, also in databases of earlier programs."""
    changed = 0
    for prefix in ("", "original_"):
        changed += connection.execute(
            f"""UPDATE occurrence SET {prefix}latest = {prefix}latest - 1
            WHERE {prefix}latest % 60 = 0 AND {prefix}edtf LIKE '%T%/%T%'"""
        ).rowcount
    if changed:
        until = "max(latest, coalesce(original_latest, latest))"
        connection.execute(f"UPDATE occurrence SET visible_until = {until} WHERE visible_until <> {until}")


def schema_objects(connection: sqlite3.Connection) -> SchemaObjects:
    """Every schema object of an open database. Raises sqlite3.Error when it cannot be read."""
    return tuple(connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"))


def _scripts() -> tuple[str, ...]:
    """The SQL that creates the schema of each version."""
    return tuple(accumulate(map(_read, _FILES)))


@cache
def _read(file: str) -> str:
    return Path(__file__).with_name(file).read_text("utf-8")
