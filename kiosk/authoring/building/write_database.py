"""Writes a programme as the database of a pack: the same programme gives the same bytes."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from sqlite_utils import Database

from kiosk.authoring.building.database_rows import Row, has_details
from kiosk.authoring.building.database_tables import create_tables
from kiosk.authoring.building.table_rows import table_rows
from kiosk.base.model import Event, Programme
from kiosk.store.schema import APPLICATION_ID, expected_schema, schema_objects

_PRAGMAS = ("page_size = 4096", f"application_id = {APPLICATION_ID}", "foreign_keys = ON")


def required_schema_version(programme: Programme) -> int:
    """The lowest schema version that holds all of `programme`; programs of that level can show it."""
    if any(map(_needs_version_3, programme.events)) or any(venue.access for venue in programme.venues):
        return 3
    media = (one for event in programme.events for one in event.media)
    return 2 if programme.campaign.page or any(one.url or one.captions for one in media) else 1


def _needs_version_3(event: Event) -> bool:
    return bool(event.series or event.levels or event.organiser or event.speakers or has_details(event))


def write_database(programme: Programme, path: Path) -> None:
    """Write `programme` to `path`, which must not exist; its bounds and references must be valid.

    The database is made in memory, in one transaction, and written once. The bytes depend only on the
    programme and the version of SQLite. Raises FileExistsError, sqlite3.IntegrityError for a dangling
    reference and AssertionError when the tables differ from the pinned schema: all are bugs.
    """
    database = Database(memory=True)
    schema_version = required_schema_version(programme)
    try:
        for pragma in (*_PRAGMAS, f"user_version = {schema_version}"):
            database.execute(f"PRAGMA {pragma}")
        with database.atomic():
            create_tables(database, schema_version)
            for table, rows in table_rows(programme):
                _insert(database, table, rows)
        database.vacuum()
        if schema_objects(database.conn) != expected_schema(schema_version):
            raise AssertionError(
                "kiosk/authoring/building/database_tables.py and kiosk/store/schema*.sql differ"
            )
        with path.open("xb") as file:
            file.write(database.conn.serialize())
    finally:
        database.close()


def _insert(database: Database, table: str, rows: Iterable[Row]) -> None:
    """Insert rows that all have the columns of the first one."""
    ahead = iter(rows)
    if first := next(ahead, None):
        columns, values = ", ".join(f'"{name}"' for name in first), ", ".join(f":{name}" for name in first)
        sql = f'INSERT INTO "{table}" ({columns}) VALUES ({values})'
        database.conn.executemany(sql, chain([first], ahead))
