"""Tests that a pack's database is opened read-only in memory, with limits and a deadline."""

import sqlite3

import pytest

from kiosk.base.errors import KioskError
from kiosk.base.limits import DATABASE_BYTES
from kiosk.store.pack_connection import open_database, open_unchecked, set_deadline
from tests.unit.store.sample import sample_database

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def with_bytes(place: int, value: bytes) -> bytes:
    database = bytearray(sample_database())
    database[place : place + len(value)] = value
    return bytes(database)


BAD = {
    "nothing": b"",
    "one byte": b"S",
    "another format": b"\xff\xd8\xff" + bytes(5000),
    "cut off": sample_database()[:-1],
    "a page short": sample_database()[:-4096],
    "a page long": sample_database() + bytes(4096),
    "write-ahead log": with_bytes(18, b"\2\2"),
    "odd page size": with_bytes(16, b"\x10\x01"),
    "garbage schema": with_bytes(100, bytes(900)),
    "too large": with_bytes(28, (DATABASE_BYTES // 4096 + 1).to_bytes(4, "big")) + bytes(DATABASE_BYTES),
}


@pytest.mark.parametrize("case", BAD)
def test_bytes_of_another_format_are_refused(case: str) -> None:
    with pytest.raises(KioskError) as caught:
        open_database(BAD[case])
    assert caught.value.code == "library.content"


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM event",
        "CREATE TABLE other (id)",
        "ATTACH ':memory:' AS other",
        f"SELECT length('{'x' * 100_001}')",
        "SELECT length(zeroblob(2000000))",
        "SELECT 1 WHERE 'x' LIKE '" + "%" * 51 + "'",
    ],
)
def test_the_connection_is_read_only_and_limited(sql: str) -> None:
    connection = open_database(sample_database())
    with pytest.raises((sqlite3.Error, MemoryError)):
        connection.execute(sql).fetchall()
    assert connection.execute("SELECT count(*) FROM event").fetchone() == (6,)
    connection.close()


def test_a_statement_fails_at_its_deadline() -> None:
    connection = open_unchecked(sample_database())
    set_deadline(connection, 0.02)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(ENDLESS)
    connection.close()
