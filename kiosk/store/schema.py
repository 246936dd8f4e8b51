"""The pin: exactly what a pack's database holds besides rows, read from `schema.sql`."""

import sqlite3
from functools import cache
from pathlib import Path

APPLICATION_ID = 0x434B5031
"""'CKP1' in the file's header (`PRAGMA application_id`)."""

USER_VERSION = 1
"""The pack format the schema belongs to (`PRAGMA user_version`)."""

Pin = tuple[tuple[str, str, str | None], ...]
"""(type, name, sql) of every schema object, by type and name; implied indexes have no sql."""


@cache
def pin() -> Pin:
    """What `objects` must return for a pack's database.

    The statements are run rather than compared as text, so the indexes and the full-text index's own
    tables that SQLite adds by itself are in the pin as well.
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(Path(__file__).with_name("schema.sql").read_text("utf-8"))
        return objects(connection)
    finally:
        connection.close()


def objects(connection: sqlite3.Connection) -> Pin:
    """Every schema object of an open database. Raises sqlite3.Error when it cannot be read."""
    return tuple(connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"))
