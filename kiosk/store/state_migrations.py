"""Migrates a state written by an older program: the statements of each minor version."""

import sqlite3

from kiosk.store.database_file import read_script
from kiosk.store.state_file import MAJOR, MINOR

PIN_VERSION = 2
"""The minor version that added the table of the staff PIN."""
TIME_FLOOR_VERSION = 3
"""The minor version since which no signature raises the time floor (ADR 18)."""

_MIGRATIONS = {
    1: ("ALTER TABLE pack ADD COLUMN rank INTEGER NOT NULL DEFAULT 0",),
    PIN_VERSION: read_script("pin.sql").split(";"),
    TIME_FLOOR_VERSION: ("UPDATE floor SET last_seen = 0",),
}


def minor_version(connection: sqlite3.Connection) -> int:
    """The minor version of the state."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0]) & 0xFFFF


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to the present version; to be called in a transaction that is about to write."""
    missing = [step for since, step in _MIGRATIONS.items() if minor_version(connection) < since]
    for statement in (statement for step in missing for statement in step):
        connection.execute(statement)
    if missing:
        connection.execute(f"PRAGMA user_version = {MAJOR << 16 | MINOR}")
