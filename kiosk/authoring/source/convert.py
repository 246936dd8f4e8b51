"""From the checked tables of a source to the records of the model."""

from collections.abc import Mapping

from kiosk.authoring.source.media_files import MediaFiles
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
from kiosk.base.model import (
    Campaign,
    Contact,
    Event,
    Media,
    MediaKind,
    Occurrence,
    Price,
    Programme,
    Registration,
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
    """The whole programme; `files` are what its media name."""
    places = {id: _venue(id, shape) for id, shape in venues.items()}
    return Programme(
        _campaign(pack),
        tuple(_theme(id, shape, events) for id, shape in themes.items()),
        tuple(places.values()),
        tuple(_event(id, shape, places, files) for id, shape in events.items()),
    )


def _campaign(pack: PackTable) -> Campaign:
    languages = tuple(pack.languages)
    updated = pack.updated.isoformat()
    facts = (pack.hashtag, pack.zone, updated, languages)
    return Campaign(pack.id, pack.title, pack.tagline, *facts, pack.page)


def _theme(id: str, shape: ThemeTable, events: Mapping[str, EventTable]) -> Theme:
    count = sum(event.theme == id for event in events.values())
    return Theme(id, shape.title, shape.tagline, shape.colour, shape.icon, count)


def _venue(id: str, shape: VenueTable) -> Venue:
    city = id if shape.kind is VenueKind.CITY else shape.city
    return Venue(id, shape.kind, shape.name, city, shape.address, shape.latitude, shape.longitude)


def _event(id: str, shape: EventTable, venues: Mapping[str, Venue], files: MediaFiles) -> Event:
    return Event(
        id=id,
        theme=shape.theme,
        icon=shape.icon,
        title=shape.title,
        summary=shape.summary,
        body=shape.body,
        occurrences=_occurrences(shape, venues),
        places=tuple(venues[place] for place in shape.places),
        reach=shape.reach,
        audience=tuple(shape.audience),
        audience_note=shape.audience_note,
        spoken=tuple(shape.spoken),
        price=Price(shape.free, shape.price_note),
        hashtags=tuple(shape.hashtags),
        registration=_registration(shape.registration) if shape.registration else None,
        contact=_contact(shape.contact) if shape.contact else None,
        media=tuple(_media(media, files) for media in shape.media),
        source=shape.source,
    )


def _occurrences(shape: EventTable, venues: Mapping[str, Venue]) -> tuple[Occurrence, ...]:
    """The event's times; one that has a single time says so without a list."""
    listed: list[OccurrenceTable] = shape.occurrence or []
    if shape.when:
        listed = [
            OccurrenceTable.model_construct(when=shape.when, status=shape.status, original=shape.original)
        ]
    return tuple(
        Occurrence(time.when, time.status, venues.get(time.venue), time.original)
        for time in sorted(listed, key=lambda time: (time.when.earliest, time.when.latest))
    )


def _registration(shape: RegistrationTable) -> Registration:
    return Registration(shape.url, shape.opens, shape.closes, shape.places)


def _contact(shape: ContactTable) -> Contact:
    return Contact(shape.name, shape.phone, shape.email, shape.url)


def _media(shape: MediaTable, files: MediaFiles) -> Media:
    if shape.kind is MediaKind.PICTURE:
        picture = files.pictures[shape.file]
        return Media(shape.kind, picture.file, picture.width, picture.height, shape.alt)
    film, poster = files.videos[shape.file], files.pictures[shape.poster]
    captions = {language: files.captions[file] for language, file in shape.captions.items()}
    size = (film.video.width, film.video.height)
    return Media(
        shape.kind, film.file, *size, shape.alt, poster.file, film.video.duration, shape.url, captions
    )
