"""Checks a pack's database before it is accepted: the screens can show whatever passes."""

import sqlite3
from collections.abc import Collection, Iterable
from datetime import date

from kiosk.base.errors import KioskError
from kiosk.base.links import may_link
from kiosk.base.text import check_text
from kiosk.base.time_zones import zone
from kiosk.dates.date_parts import YEARS, parse_interval
from kiosk.store.pack_connection import READ_ERRORS, open_unchecked, set_deadline, unreadable_error
from kiosk.store.pack_rules import DAYS, FILES, LINKS, RULES, TEXTS, TIMES, ZONES
from kiosk.store.schema import APPLICATION_ID, VERSIONS, add_later_tables, expected_schema, schema_objects

DEADLINE = 2.0
"""Seconds SQLite may spend on the structure of a database; a valid one takes a fifth of that."""


def check_database(
    database: bytes, hosts: Collection[str], files: Collection[str], seconds: float = DEADLINE
) -> None:
    """Raise `KioskError` 'library.content' for the first thing in `database` that a pack may not hold.

    `hosts` are those its links may lead to, `files` the names of the media in the pack. The error's `reason`
    is for the publisher, who has to correct it. The full-text index is rebuilt from its rows, in memory:
    SQLite 3.40 crashes on some damaged ones, so the one in the file must never be searched.
    """
    connection = open_unchecked(database)
    try:
        set_deadline(connection, seconds)
        _check_format(connection)
        _check_rows(connection)
        connection.set_progress_handler(None, 0)
        _check_values(connection, hosts, files)
    except READ_ERRORS as error:
        raise unreadable_error(error) from error
    finally:
        connection.close()


def _check_format(connection: sqlite3.Connection) -> None:
    for name, expected in (("application_id", (APPLICATION_ID,)), ("user_version", VERSIONS)):
        if (version := connection.execute(f"PRAGMA {name}").fetchone()[0]) not in expected:
            raise _content_error(f"{name} of another program")
    if schema_objects(connection) != expected_schema(version):
        raise _content_error("tables of another shape")
    connection.execute("INSERT INTO event_search(event_search) VALUES ('rebuild')")
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise _content_error("damaged pages")
    if dangling := connection.execute("PRAGMA foreign_key_check").fetchone():
        raise _content_error(f"reference to nothing in {dangling[0]}")
    add_later_tables(connection)


def _check_rows(connection: sqlite3.Connection) -> None:
    for problem, query in RULES:
        if row := connection.execute(query).fetchone():
            raise _content_error(f"{problem}: {row[0]}")


def _check_values(connection: sqlite3.Connection, hosts: Collection[str], files: Collection[str]) -> None:
    for table, column, kind in TEXTS:
        for text in filter(None, _values(connection, table, column)):
            if problem := check_text(text, kind):
                raise _content_error(f"{problem} {column} in {table}: {text[:40]!r}")
    for table, column in LINKS:
        for url in filter(None, _values(connection, table, column)):
            if not may_link(url, hosts):
                raise _content_error(f"link that is not allowed in {table}: {url[:80]!r}")
    for table, column in TIMES:
        for edtf in _values(connection, table, column):
            if not _is_time(edtf):
                raise _content_error(f"{column} that is no time in {table}: {edtf[:40]!r}")
    for table, column in DAYS:
        for day in _values(connection, table, column):
            if not _is_day(day):
                raise _content_error(f"{column} that is no day in {table}: {day[:40]!r}")
    for table, column in ZONES:
        for name in _values(connection, table, column):
            if not _is_zone(name):
                raise _content_error(f"unknown zone: {name[:40]!r}")
    for table, column in FILES:
        for name in filter(None, _values(connection, table, column)):
            if name not in files:
                raise _content_error(f"file that is not in the pack: {name[:80]!r}")


def _values(connection: sqlite3.Connection, table: str, column: str) -> Iterable[str]:
    """The distinct values of a column that are not NULL."""
    sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL"
    return (row[0] for row in connection.execute(sql).fetchall())


def _is_time(edtf: str) -> bool:
    try:
        first, last = parse_interval(edtf)
        days = [date(point.year, point.month or 1, point.day or 1) for point in (first, last)]
    except ValueError:
        return False
    return bool(first.time) == bool(last.time) and all(day.year in YEARS for day in days)


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _is_zone(name: str) -> bool:
    try:
        zone(name)
    except KeyError:
        return False
    return True


def _content_error(reason: str) -> KioskError:
    return KioskError("library.content", reason=reason)
