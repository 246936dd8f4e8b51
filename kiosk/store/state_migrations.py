"""What a state written by an older program lacks, by the minor version that brought it."""

import sqlite3

from kiosk.store.database_file import script
from kiosk.store.state_file import MAJOR, MINOR

PIN = 2
"""The minor version from which on there is a table for the staff PIN."""

_STEPS = {
    1: ("ALTER TABLE pack ADD COLUMN rank INTEGER NOT NULL DEFAULT 0",),
    PIN: script("pin.sql").split(";"),
}


def minor(connection: sqlite3.Connection) -> int:
    """The minor version of the program that last gave the state something new."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0]) & 0xFFFF


def grow(connection: sqlite3.Connection) -> None:
    """Give the tables of an older program what has come since; for a transaction that is about to write."""
    lacking = [step for since, step in _STEPS.items() if minor(connection) < since]
    for statement in (statement for step in lacking for statement in step):
        connection.execute(statement)
    if lacking:
        connection.execute(f"PRAGMA user_version = {MAJOR << 16 | MINOR}")
