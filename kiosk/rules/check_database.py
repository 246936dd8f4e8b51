"""Checks a pack's database before it is accepted: the screens can show whatever passes."""

import sqlite3
from collections.abc import Callable, Collection, Iterable

from kiosk.base import cancellation
from kiosk.base.errors import KioskError
from kiosk.base.links import may_link
from kiosk.base.model import When
from kiosk.base.text import check_text
from kiosk.rules.reference_rules import FILE, FILE_COLUMNS, LINK, LINK_COLUMNS
from kiosk.rules.row_rules import ROW_RULES
from kiosk.rules.rule import Column, Rule
from kiosk.rules.series_rules import DATES, find_wrong_series
from kiosk.rules.text_rules import TEXT_COLUMNS, TEXT_RULES
from kiosk.rules.time_rules import TIME_COLUMNS, find_violation
from kiosk.rules.value_rules import COLUMNS
from kiosk.store.pack_connection import READ_ERRORS, open_unchecked, set_deadline, unreadable_error
from kiosk.store.schema import APPLICATION_ID, VERSIONS, add_later_tables, expected_schema, schema_objects

DEADLINE = 5.0
"""Seconds of processor time for the structure of a database; the largest valid one takes a tenth of that."""
QUOTED = 80
"""Characters of a wrong value that a reason quotes."""


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
        _check_times(connection)
        if event := find_wrong_series(connection):
            raise violation_error(DATES, "", event)
    except READ_ERRORS as error:
        raise unreadable_error(error) from error
    finally:
        connection.close()


def _check_format(connection: sqlite3.Connection) -> None:
    for name, expected in (("application_id", (APPLICATION_ID,)), ("user_version", VERSIONS)):
        if (version := connection.execute(f"PRAGMA {name}").fetchone()[0]) not in expected:
            raise content_error(f"{name} of another program")
    if schema_objects(connection) != expected_schema(version):
        raise content_error("tables of another shape")
    connection.execute("INSERT INTO event_search(event_search) VALUES ('rebuild')")
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise content_error("damaged pages")
    if dangling := connection.execute("PRAGMA foreign_key_check").fetchone():
        raise content_error(f"reference to nothing in {dangling[0]}")
    add_later_tables(connection)


def _check_rows(connection: sqlite3.Connection) -> None:
    for rule in ROW_RULES:
        cancellation.check()
        if row := connection.execute(rule.query).fetchone():
            raise violation_error(rule, "", row[0])


def _check_values(connection: sqlite3.Connection, hosts: Collection[str], files: Collection[str]) -> None:
    for value_rule, columns in COLUMNS.items():
        cancellation.check()
        _check_columns(connection, value_rule, columns, value_rule.accepts)
    for kind, columns in TEXT_COLUMNS.items():
        for column in columns:
            for text in _values(connection, column):
                if reason := check_text(text, kind):
                    raise violation_error(TEXT_RULES[reason], f"{column.table}.{column.name}", text)
    _check_columns(connection, LINK, LINK_COLUMNS, lambda url: may_link(url, hosts))
    _check_columns(connection, FILE, FILE_COLUMNS, lambda name: name in files)


def _check_columns(
    connection: sqlite3.Connection, rule: Rule, columns: Iterable[Column], accepts: Callable[[str], object]
) -> None:
    for column in columns:
        for value in _values(connection, column):
            if not accepts(value):
                raise violation_error(rule, f"{column.table}.{column.name}", value)


def _values(connection: sqlite3.Connection, column: Column) -> Iterable[str]:
    """The distinct values of a column; '' is none of an optional one."""
    sql = f"SELECT DISTINCT {column.name} FROM {column.table} WHERE {column.name} IS NOT NULL"
    values = (row[0] for row in connection.execute(sql).fetchall())
    return filter(None, values) if column.optional else values


def _check_times(connection: sqlite3.Connection) -> None:
    for columns in TIME_COLUMNS:
        for row in connection.execute(columns.query).fetchall():
            stored = When(*row)
            if rule := find_violation(stored):
                raise violation_error(rule, f"{columns.table}.{columns.prefix}edtf", stored.edtf)


def violation_error(rule: Rule, place: str, value: object) -> KioskError:
    """The refusal of a pack that violates `rule`: its code, where, by which value, its statement."""
    quoted = value if isinstance(value, int) else repr(str(value)[:QUOTED])
    return content_error(f"{rule.code}: {place} {quoted}. {rule.statement}".replace("  ", " "))


def content_error(reason: str) -> KioskError:
    """The refusal of a pack whose content is wrong for this reason."""
    return KioskError("library.content", reason=reason)
