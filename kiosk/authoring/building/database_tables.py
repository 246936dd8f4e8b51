"""The tables of a pack's database as sqlite-utils creates them; `store/schema.sql` pins the result."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlite_utils import Database


@dataclass(frozen=True)
class Table:
    """Columns by name; `references` maps a column to the table and column of its foreign key."""

    columns: Mapping[str, type]
    key: str | tuple[str, ...]
    optional: frozenset[str] = frozenset()
    references: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def _text_table(owner: str, *columns: str, optional: bool = False, id_type: type = str) -> Table:
    """A table of texts: one row for each owner and language."""
    return Table(
        {owner: id_type, "language": str} | dict.fromkeys(columns, str),
        (owner, "language"),
        frozenset(columns if optional else ()),
        {owner: (owner, "id"), "language": ("language", "code")},
    )


def _list_table(column: str, references: Mapping[str, tuple[str, str]] | None = None) -> Table:
    """A table of an event's list, one row for each value."""
    return Table(
        {"event": str, "position": int, column: str},
        ("event", "position"),
        references={"event": ("event", "id")} | dict(references or {}),
    )


def _time_columns(prefix: str) -> dict[str, type]:
    return {f"{prefix}_edtf": str, f"{prefix}_earliest": int, f"{prefix}_latest": int}


_EVENT = {"event": ("event", "id")}
_VENUE = {"venue": ("venue", "id")}

TABLES: Mapping[str, Table] = {
    "language": Table({"code": str, "position": int}, "code"),
    "campaign": Table({"id": str, "hashtag": str, "zone": str, "updated": str}, "id"),
    "campaign_text": _text_table("campaign", "title", "tagline"),
    "theme": Table({"id": str, "position": int, "colour": str, "icon": str}, "id"),
    "theme_text": _text_table("theme", "title", "tagline"),
    "venue": Table(
        {"id": str, "kind": str, "city": str, "latitude": float, "longitude": float},
        "id",
        frozenset({"city", "latitude", "longitude"}),
        {"city": ("venue", "id")},
    ),
    "venue_text": Table(
        {"venue": str, "language": str, "name": str, "address": str},
        ("venue", "language"),
        frozenset({"address"}),
        {"venue": ("venue", "id"), "language": ("language", "code")},
    ),
    "event": Table(
        {"id": str, "theme": str, "icon": str, "reach": str, "free": int, "source": str},
        "id",
        frozenset({"free"}),
        {"theme": ("theme", "id")},
    ),
    "event_text": _text_table(
        "event", "title", "summary", "body", "audience_note", "price_note", optional=True
    ),
    "occurrence": Table(
        {"id": int, "event": str, "edtf": str, "zone": str, "earliest": int, "latest": int, "status": str}
        | {"venue": str}
        | _time_columns("original")
        | {"visible_until": int},
        "id",
        frozenset({"venue", *_time_columns("original")}),
        _EVENT | _VENUE,
    ),
    "place": _list_table("venue", _VENUE),
    "audience": _list_table("code"),
    "spoken": _list_table("language"),
    "hashtag": _list_table("tag"),
    "registration": Table(
        {"event": str, "url": str} | _time_columns("opens") | _time_columns("closes") | {"places": int},
        "event",
        frozenset({*_time_columns("opens"), *_time_columns("closes"), "places"}),
        _EVENT,
    ),
    "contact": Table({"event": str, "phone": str, "email": str, "url": str}, "event", references=_EVENT),
    "contact_text": _text_table("event", "name"),
    "media": Table(
        {"id": int, "event": str, "position": int, "kind": str, "file": str, "width": int, "height": int}
        | {"poster": str, "duration": int},
        "id",
        references=_EVENT,
    ),
    "media_text": _text_table("media", "alt", id_type=int),
}

VERSION_2_TABLES: Mapping[str, Table] = {
    "campaign_link": Table(
        {"campaign": str, "url": str}, "campaign", references={"campaign": ("campaign", "id")}
    ),
    "media_link": Table({"media": int, "url": str}, "media", references={"media": ("media", "id")}),
    "caption": Table(
        {"media": int, "language": str, "position": int, "start": int, "end": int, "text": str},
        ("media", "language", "position"),
        references={"media": ("media", "id"), "language": ("language", "code")},
    ),
}
"""The tables that version 2 adds."""

INDEXES = (("occurrence", "event"), ("occurrence", "visible_until"), ("media", "event"))

SEARCH_TABLE = """CREATE VIRTUAL TABLE "event_search" USING fts5(
   event UNINDEXED, language UNINDEXED, title, body, tokenize = 'unicode61'
)"""


def create_tables(database: Database, version: int) -> None:
    """Create every table and index of that version; each table follows the tables it references."""
    tables = {**TABLES, **VERSION_2_TABLES} if version > 1 else TABLES
    for name, table in tables.items():
        keys = {table.key} if isinstance(table.key, str) else set(table.key)
        database.table(name).create(
            dict(table.columns),
            pk=table.key,
            not_null=set(table.columns) - keys - table.optional,
            foreign_keys=[(column, *target) for column, target in table.references.items()],
            strict=True,
        )
    for name, column in INDEXES:
        database.table(name).create_index([column])
    database.execute(SEARCH_TABLE)
