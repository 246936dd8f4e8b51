"""The database file of visit counts: counts by day, and how much of each was reported to the mission."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from kiosk.base.errors import KioskError
from kiosk.store.database_file import DatabaseDamaged, DatabaseFormat, quarantine_file
from kiosk.store.storage_errors import storage_errors
from kiosk.store.transaction import transaction

FILE_NAME = "visits.db"
DAYS_KEPT = 800
"""The number of days with counts to keep, regardless of their dates: a wrong clock deletes nothing."""

_FORMAT = DatabaseFormat(0x434B5631, 1, 0, ("visits.sql",))
"""'CKV1' in the file's header."""


class CountKey(NamedTuple):
    """The key of a count: the local ISO date, what happened, and which event or language it concerned."""

    day: str
    what: str
    which: str


def add_counts(path: Path, counts: Mapping[CountKey, int]) -> None:
    """Add `counts` to the file, all of them or none, and delete days beyond DAYS_KEPT.

    A missing file is created, a damaged one quarantined and replaced. Raises `KioskError`
    'library.storage' or 'library.full' when the disk fails, 'library.newer_program'.
    """
    rows = [(*key, number) for key, number in counts.items()]
    with storage_errors(), closing(_open_writable(path)) as connection, transaction(connection):
        connection.executemany(
            """INSERT INTO count (day, what, which, number) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET number = number + excluded.number""",
            rows,
        )
        connection.execute(
            """DELETE FROM count
            WHERE day NOT IN (SELECT DISTINCT day FROM count ORDER BY day DESC LIMIT ?)""",
            (DAYS_KEPT,),
        )


def read_counts(path: Path, first: str, last: str) -> dict[CountKey, int]:
    """The counts from day `first` to day `last`, both included; none while there is no file.

    Raises `KioskError` 'visits.damaged', and what `add_counts` raises.
    """
    rows = _rows(path, "SELECT * FROM count WHERE day BETWEEN ? AND ?", first, last)
    return {_key(row): row["number"] for row in rows}


def read_unreported(path: Path, before: str) -> dict[CountKey, int]:
    """The counts of days before `before` not reported yet; raises what `read_counts` raises."""
    rows = _rows(path, "SELECT *, number - told AS rest FROM count WHERE number > told AND day < ?", before)
    return {_key(row): row["rest"] for row in rows}


def mark_reported(path: Path, counts: Mapping[CountKey, int]) -> None:
    """Record that these counts were reported; raises what `add_counts` raises."""
    rows = [(number, *key) for key, number in counts.items()]
    with storage_errors(), closing(_open_writable(path)) as connection, transaction(connection):
        connection.executemany(
            "UPDATE count SET told = told + ? WHERE day = ? AND what = ? AND which = ?", rows
        )


def _key(row: sqlite3.Row) -> CountKey:
    return CountKey(row["day"], row["what"], row["which"])


def _rows(path: Path, sql: str, *values: str) -> list[sqlite3.Row]:
    try:
        with storage_errors(), closing(_FORMAT.open(path)) as connection:
            return connection.execute(sql, values).fetchall()
    except DatabaseDamaged as error:
        if path.is_file() and path.stat().st_size:
            raise KioskError("visits.damaged") from error
        return []


def _open_writable(path: Path) -> sqlite3.Connection:
    try:
        return _FORMAT.open(path)
    except DatabaseDamaged:
        quarantine_file(path)
        _FORMAT.create(path)
        return _FORMAT.open(path)
