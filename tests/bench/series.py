"""Measures bringing in 10,000 events of which 500 are series: the check, the opening and the search index."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import count

from kiosk.authoring.building.database_rows import Row, occurrence_row
from kiosk.base.model import Occurrence, Series
from kiosk.dates.recurrence import WEEKDAYS, series_days, time_on
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.search_index_builder import build_search_index
from kiosk.rules.check_database import check_database
from kiosk.store.catalogue import Catalogue
from kiosk.store.database_file import read_script
from tests.bench.random_databases import random_databases
from tests.bench.random_events import ZONE
from tests.bench.results import Result

EVENTS, SERIES, WEEKS = 10_000, 500, 26
ROUNDS = 3
HOST = "kz.usembassy.gov"


def measure_series(events: int = EVENTS, series: int = SERIES) -> Result:
    """Seconds of CPU to check and index them, compared with as many events without series."""
    plain = plain_database(events)
    clubs = with_series(plain, series)
    ours, peer = [], []
    for _ in range(ROUNDS):
        ours.append(_bring_in(clubs))
        peer.append(_bring_in(plain))
    return Result("series", min(ours), min(peer), "as many events without series", "s")


def plain_database(events: int) -> bytes:
    """A pack's database of random events that passes the check."""
    (database,) = random_databases(1, events)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(database)
        connection.execute("UPDATE venue SET city = id")
        connection.execute("UPDATE hashtag SET tag = replace(tag, '-', '_')")
        return connection.serialize()


def with_series(database: bytes, number: int) -> bytes:
    """The same database, in which the first `number` events meet once a week for half a year."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(database)
        connection.executescript(read_script("schema_2.sql") + read_script("schema_3.sql"))
        connection.execute("PRAGMA user_version = 3")
        ids = connection.execute("SELECT id FROM event ORDER BY id LIMIT ?", (number,)).fetchall()
        free = count(connection.execute("SELECT max(id) + 1 FROM occurrence").fetchone()[0])
        connection.execute("BEGIN")
        for place, (event,) in enumerate(ids):
            connection.execute("DELETE FROM occurrence WHERE event = ?", (event,))
            first = date(2016, 1, 1) + timedelta(days=place % 60)
            until = first + timedelta(weeks=WEEKS)
            club = Series(
                f"FREQ=WEEKLY;BYDAY={WEEKDAYS[place % 7]}", str(first), str(until), "18:00", "19:30"
            )
            row = (event, club.rule, club.first, club.until, club.begins, club.ends)
            connection.execute("INSERT INTO series VALUES (?, 0, ?, ?, ?, ?, ?, '')", row)
            for one in _occurrence_rows(event, club):
                named = {"id": next(free)} | one
                values = ", ".join(f":{name}" for name in named)
                connection.execute(f"INSERT INTO occurrence ({', '.join(named)}) VALUES ({values})", named)
        connection.execute("COMMIT")
        return connection.serialize()


def _occurrence_rows(event: str, series: Series) -> Iterator[Row]:
    for day in series_days(series):
        yield occurrence_row(event, Occurrence(time_on(series, day, ZONE)))


def _bring_in(database: bytes) -> float:
    """Seconds of CPU from the bytes of a checked file to a searchable programme."""
    start = time.process_time()
    check_database(database, [HOST], [])
    with closing(Catalogue(database)) as catalogue:
        build_search_index(CombinedCatalogue([catalogue]))
    return time.process_time() - start
