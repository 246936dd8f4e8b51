"""Writes random events as the databases of packs directly, without source folders and pack files."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from random import Random

from kiosk.authoring.building import database_rows
from kiosk.base.model import Event, Media
from kiosk.i18n.translator import LANGUAGES
from kiosk.store.database_file import read_script
from kiosk.store.schema import APPLICATION_ID, VERSIONS
from tests.bench.random_events import ZONE, random_events
from tests.cities import CITIES

THEMES = ("innovation", "friendship", "partnership")


def random_databases(packs: int, each: int, pictures: Sequence[Media] = ()) -> Iterator[bytes]:
    """`packs` databases of `each` events, all different; without the search table that authors' packs have.

    The events get the `pictures` in turn.
    """
    for number in range(packs):
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            connection.executescript(read_script("schema.sql"))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSIONS[0]}")
            connection.execute("BEGIN")
            _insert_campaign(connection)
            chance = Random(number)
            for n, event in enumerate(random_events(each, seed=number, prefix=f"pack-{number}")):
                _insert_event(connection, event, chance.choice(list(CITIES)))
                if pictures:
                    row = database_rows.media_row(event.id, 0, pictures[n % len(pictures)])
                    _insert_rows(connection, "media", [{"id": n} | row])
            connection.execute("COMMIT")
            yield connection.serialize()


def _insert_campaign(connection: sqlite3.Connection) -> None:
    """Insert all rows that events refer to."""
    _insert_rows(connection, "language", [{"code": code, "position": n} for n, code in enumerate(LANGUAGES)])
    _insert_rows(
        connection, "campaign", [{"id": "made-up", "hashtag": "", "zone": ZONE, "updated": "2016-01-01"}]
    )
    words = dict.fromkeys(LANGUAGES, "Made up")
    _insert_rows(
        connection,
        "campaign_text",
        database_rows.text_rows("campaign", "made-up", title=words, tagline=words),
    )
    for n, theme in enumerate(THEMES):
        _insert_rows(connection, "theme", [{"id": theme, "position": n, "colour": "#0A6C9B", "icon": "code"}])
        _insert_rows(
            connection, "theme_text", database_rows.text_rows("theme", theme, title=words, tagline=words)
        )
    for city, names in CITIES.items():
        _insert_rows(connection, "venue", [{"id": city, "kind": "city"}])
        name = dict(zip(LANGUAGES, names, strict=True))
        _insert_rows(connection, "venue_text", database_rows.text_rows("venue", city, name=name))


def _insert_event(connection: sqlite3.Connection, event: Event, city: str) -> None:
    _insert_rows(connection, "event", [database_rows.event_row(event)])
    texts = {"title": event.title, "summary": event.summary, "body": event.body}
    _insert_rows(connection, "event_text", database_rows.text_rows("event", event.id, **texts))
    _insert_rows(connection, "place", database_rows.list_rows(event.id, "venue", [city]))
    _insert_rows(connection, "audience", database_rows.list_rows(event.id, "code", event.audience))
    _insert_rows(connection, "spoken", database_rows.list_rows(event.id, "language", event.spoken))
    _insert_rows(connection, "hashtag", database_rows.list_rows(event.id, "tag", event.hashtags))
    _insert_rows(
        connection, "occurrence", [database_rows.occurrence_row(event.id, one) for one in event.occurrences]
    )
    if event.registration:
        _insert_rows(
            connection, "registration", [database_rows.registration_row(event.id, event.registration)]
        )


def _insert_rows(connection: sqlite3.Connection, table: str, rows: list[database_rows.Row]) -> None:
    for row in rows:
        placeholders = ", ".join("?" * len(row))
        connection.execute(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({placeholders})", list(row.values())
        )
