"""The tables of a pack's database as sqlite-utils creates them; `store/schema.sql` pins the result."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import chain

from sqlite_utils import Database


@dataclass(frozen=True)
class Table:
    """Columns by name; `references` maps a column to the table and column of its foreign key."""

    columns: Mapping[str, type]
    key: str | tuple[str, ...]
    optional: frozenset[str] = frozenset()
    references: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def _text_table(
    owner: str, *columns: str, optional: bool | Collection[str] = False, id_type: type = str
) -> Table:
    """A table of texts: one row for each owner and language; all or some of its texts may be `optional`."""
    if isinstance(optional, bool):
        optional = columns if optional else ()
    return Table(
        {owner: id_type, "language": str} | dict.fromkeys(columns, str),
        (owner, "language"),
        frozenset(optional),
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

VERSION_3_TABLES: Mapping[str, Table] = {
    "series": Table(
        {"event": str, "position": int, "rule": str, "first": str, "until": str, "begins": str, "ends": str}
        | {"left_out": str},
        ("event", "position"),
        references=_EVENT,
    ),
    "detail": Table(
        {"event": str, "online": int, "online_url": str, "price_least": int, "price_most": int}
        | {"currency": str, "age_least": int, "age_most": int, "waiting_list": int},
        "event",
        frozenset({"price_least", "price_most", "age_least", "age_most"}),
        _EVENT,
    ),
    "level": _list_table("code"),
    "organiser_text": Table(
        {"event": str, "language": str, "name": str},
        ("event", "language"),
        references=_EVENT | {"language": ("language", "code")},
    ),
    "speaker": Table({"id": int, "event": str, "position": int}, "id", references=_EVENT),
    "speaker_text": _text_table("speaker", "name", "about", optional={"about"}, id_type=int),
    "access": Table({"venue": str, "position": int, "code": str}, ("venue", "position"), references=_VENUE),
}
"""The tables that version 3 adds."""

INDEXES = (("occurrence", "event"), ("occurrence", "visible_until"), ("media", "event"))

SEARCH_TABLE = """CREATE VIRTUAL TABLE "event_search" USING fts5(
   event UNINDEXED, language UNINDEXED, title, body, tokenize = 'unicode61'
)"""


def create_tables(database: Database, version: int) -> None:
    """Create every table and index of that version; each table follows the tables it references."""
    tables = (TABLES, VERSION_2_TABLES, VERSION_3_TABLES)[:version]
    for name, table in chain.from_iterable(one.items() for one in tables):
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
