"""Converts the validated tables of a source to records of the model."""

from collections import Counter
from collections.abc import Mapping

from kiosk.authoring.source.media_files import MediaFiles
from kiosk.authoring.source.series import event_series, series_occurrences
from kiosk.authoring.source.tables import (
    ContactTable,
    EventTable,
    MediaTable,
    OccurrenceTable,
    PackTable,
    RegistrationTable,
    ThemeTable,
    VenueTable,
)
from kiosk.base.kiosk_toml.rules import known_languages
from kiosk.base.model import (
    Campaign,
    Contact,
    Event,
    Media,
    MediaKind,
    Occurrence,
    Online,
    Price,
    Programme,
    Registration,
    Speaker,
    Theme,
    Venue,
    VenueKind,
)


def build_programme(
    pack: PackTable,
    themes: Mapping[str, ThemeTable],
    venues: Mapping[str, VenueTable],
    events: Mapping[str, EventTable],
    files: MediaFiles,
) -> Programme:
    """The programme of these tables; `files` are the media files that they name."""
    places = {id: _venue(id, shape) for id, shape in venues.items()}
    counts = Counter(event.theme for event in events.values())
    return Programme(
        _campaign(pack),
        tuple(_theme(id, shape, counts[id]) for id, shape in themes.items()),
        tuple(places.values()),
        tuple(_event(id, shape, places, files, pack.zone) for id, shape in events.items()),
    )


def _campaign(pack: PackTable) -> Campaign:
    languages = known_languages(pack.languages)
    updated = pack.updated.isoformat()
    facts = (pack.hashtag, pack.zone, updated, languages)
    return Campaign(pack.id, pack.title, pack.tagline, *facts, pack.page)


def _theme(id: str, table: ThemeTable, events: int) -> Theme:
    return Theme(id, table.title, table.tagline, table.colour, table.icon, events)


def _venue(id: str, table: VenueTable) -> Venue:
    city = id if table.kind is VenueKind.CITY else table.city
    return Venue(
        id, table.kind, table.name, city, table.address, table.latitude, table.longitude, tuple(table.access)
    )


def _event(id: str, table: EventTable, venues: Mapping[str, Venue], files: MediaFiles, zone: str) -> Event:
    return Event(
        id=id,
        theme=table.theme,
        icon=table.icon,
        title=table.title,
        summary=table.summary,
        body=table.body,
        occurrences=_occurrences(table, venues, zone),
        places=tuple(venues[place] for place in table.places),
        reach=table.reach,
        audience=tuple(table.audience),
        audience_note=table.audience_note,
        spoken=tuple(table.spoken),
        price=Price(table.free, table.price_note, table.price),
        hashtags=tuple(table.hashtags),
        registration=_registration(table.registration) if table.registration else None,
        contact=_contact(table.contact) if table.contact else None,
        media=tuple(_media(media, files) for media in table.media),
        source=table.source,
        series=event_series(table),
        online=_online(table),
        ages=table.age,
        levels=tuple(table.level),
        organiser=table.organiser,
        speakers=tuple(Speaker(one.name, one.about) for one in table.speaker),
    )


def _online(table: EventTable) -> Online | None:
    """How to take part from elsewhere; `online = true` has no link."""
    return Online("" if table.online is True else str(table.online)) if table.online else None


def _occurrences(table: EventTable, venues: Mapping[str, Venue], zone: str) -> tuple[Occurrence, ...]:
    """The event's occurrences by time: of its series, of its list, or the single one written as `when`."""
    tables: list[OccurrenceTable] = table.occurrence or []
    if table.when:
        tables = [
            OccurrenceTable.model_construct(when=table.when, status=table.status, original=table.original)
        ]
    listed = (Occurrence(time.when, time.status, venues.get(time.venue), time.original) for time in tables)
    found = (*listed, *series_occurrences(table, zone, venues))
    return tuple(sorted(found, key=lambda one: (one.when.earliest, one.when.latest)))


def _registration(table: RegistrationTable) -> Registration:
    return Registration(table.url, table.opens, table.closes, table.places, table.waiting_list)


def _contact(table: ContactTable) -> Contact:
    return Contact(table.name, table.phone, table.email, table.url)


def _media(table: MediaTable, files: MediaFiles) -> Media:
    if table.kind is MediaKind.PICTURE:
        picture = files.pictures[table.file]
        return Media(table.kind, picture.file, picture.width, picture.height, table.alt)
    video, poster = files.videos[table.file], files.pictures[table.poster]
    captions = {language: files.captions[file] for language, file in table.captions.items()}
    size = (video.video.width, video.video.height)
    return Media(
        table.kind, video.file, *size, table.alt, poster.file, video.video.duration, table.url, captions
    )
