"""What a state written by an older program lacks, by the minor version that brought it."""

import sqlite3

from kiosk.store.database_file import read_script
from kiosk.store.state_file import MAJOR, MINOR

PIN_VERSION = 2
"""The minor version from which on there is a table for the staff PIN."""

_MIGRATIONS = {
    1: ("ALTER TABLE pack ADD COLUMN rank INTEGER NOT NULL DEFAULT 0",),
    PIN_VERSION: read_script("pin.sql").split(";"),
}


def minor_version(connection: sqlite3.Connection) -> int:
    """The minor version of the program that last gave the state something new."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0]) & 0xFFFF


def migrate(connection: sqlite3.Connection) -> None:
    """Give the tables of an older program what has come since; for a transaction that is about to write."""
    lacking = [step for since, step in _MIGRATIONS.items() if minor_version(connection) < since]
    for statement in (statement for step in lacking for statement in step):
        connection.execute(statement)
    if lacking:
        connection.execute(f"PRAGMA user_version = {MAJOR << 16 | MINOR}")
