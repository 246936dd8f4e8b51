"""Writes a programme as the database of a pack: the same programme gives the same bytes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlite_utils import Database

from kiosk.authoring.building.database_rows import (
    Row,
    caption_rows,
    detail_row,
    event_row,
    has_details,
    list_rows,
    media_row,
    number_rows,
    occurrence_row,
    registration_row,
    search_rows,
    series_rows,
    text_rows,
    venue_row,
)
from kiosk.authoring.building.database_tables import create_tables
from kiosk.base.model import Event, Programme, VenueKind
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

    The bytes depend only on the programme and the version of SQLite. Raises sqlite3.IntegrityError for a
    dangling reference and AssertionError when the tables differ from the pinned schema: both are bugs.
    """
    database = Database(path)
    schema_version = required_schema_version(programme)
    try:
        for pragma in (*_PRAGMAS, f"user_version = {schema_version}"):
            database.execute(f"PRAGMA {pragma}")
        create_tables(database, schema_version)
        for table, rows in _table_rows(programme):
            database.table(table).insert_all(rows)
        database.execute("INSERT INTO event_search(event_search) VALUES ('optimize')")
        database.conn.commit()
        database.vacuum()
        if schema_objects(database.conn) != expected_schema(schema_version):
            raise AssertionError(
                "kiosk/authoring/building/database_tables.py and kiosk/store/schema*.sql differ"
            )
    finally:
        database.close()


def _table_rows(programme: Programme) -> Iterator[tuple[str, Iterable[Row]]]:
    """Every table with its rows; each table follows the tables it references."""
    campaign, themes = programme.campaign, programme.themes
    events = sorted(programme.events, key=lambda event: event.id)
    venues = sorted(programme.venues, key=lambda venue: (venue.kind is not VenueKind.CITY, venue.id))
    yield "language", number_rows({"code": code} for code in campaign.languages)
    yield "campaign", [{name: getattr(campaign, name) for name in ("id", "hashtag", "zone", "updated")}]
    yield "campaign_text", text_rows("campaign", campaign.id, title=campaign.title, tagline=campaign.tagline)
    if campaign.page:
        yield "campaign_link", [{"campaign": campaign.id, "url": campaign.page}]
    yield (
        "theme",
        number_rows({"id": theme.id, "colour": theme.colour, "icon": theme.icon} for theme in themes),
    )
    for theme in themes:
        yield "theme_text", text_rows("theme", theme.id, title=theme.title, tagline=theme.tagline)
    yield "venue", map(venue_row, venues)
    for venue in venues:
        yield "venue_text", text_rows("venue", venue.id, name=venue.name, address=venue.address)
        yield "access", number_rows({"venue": venue.id, "code": code} for code in venue.access)
    yield "event", map(event_row, events)
    for event in events:
        yield from _event_table_rows(event)
        yield "event_search", search_rows(event, campaign.languages)
    times = [(event.id, occurrence) for event in events for occurrence in event.occurrences]
    yield "occurrence", [{"id": n} | occurrence_row(*time) for n, time in enumerate(times, 1)]
    files = [(event.id, position, media) for event in events for position, media in enumerate(event.media)]
    yield "media", [{"id": n} | media_row(*file) for n, file in enumerate(files, 1)]
    for n, (_, _, media) in enumerate(files, 1):
        yield "media_text", text_rows("media", n, alt=media.alt)
        if media.url:
            yield "media_link", [{"media": n, "url": media.url}]
        for language in sorted(media.captions):
            yield "caption", caption_rows(n, language, media.captions[language])
    speakers = [(event.id, n, one) for event in events for n, one in enumerate(event.speakers)]
    for n, (id, position, speaker) in enumerate(speakers, 1):
        yield "speaker", [{"id": n, "event": id, "position": position}]
        yield "speaker_text", text_rows("speaker", n, name=speaker.name, about=speaker.about)


def _event_table_rows(event: Event) -> Iterator[tuple[str, Iterable[Row]]]:
    texts = {name: getattr(event, name) for name in ("title", "summary", "body", "audience_note")}
    yield "event_text", text_rows("event", event.id, **texts, price_note=event.price.note)
    yield "place", list_rows(event.id, "venue", [venue.id for venue in event.places])
    yield "audience", list_rows(event.id, "code", event.audience)
    yield "spoken", list_rows(event.id, "language", event.spoken)
    yield "hashtag", list_rows(event.id, "tag", event.hashtags)
    yield "series", series_rows(event.id, event.series)
    yield "level", list_rows(event.id, "code", event.levels)
    yield "organiser_text", text_rows("event", event.id, name=event.organiser)
    if has_details(event):
        yield "detail", [detail_row(event)]
    if event.registration:
        yield "registration", [registration_row(event.id, event.registration)]
    if event.contact:
        contact = event.contact
        facts: Row = {"phone": contact.phone, "email": contact.email, "url": contact.url}
        yield "contact", [{"event": event.id} | facts]
        yield "contact_text", text_rows("event", event.id, name=contact.name)
