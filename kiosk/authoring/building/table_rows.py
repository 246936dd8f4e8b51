"""Lists the rows of a programme for each table of a pack's database."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

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
    series_rows,
    text_rows,
    venue_row,
)
from kiosk.base.model import Campaign, Contact, Event, Media, Programme, Speaker, Theme, Venue, VenueKind

TableRows = tuple[str, Iterable[Row]]
"""A table and all its rows."""
_TITLES = ("title", "tagline")


def table_rows(programme: Programme) -> Iterator[TableRows]:
    """Every table once, each after those it references; `event_search`, which no kiosk reads, stays empty."""
    events = sorted(programme.events, key=lambda event: event.id)
    venues = sorted(programme.venues, key=lambda venue: (venue.kind is not VenueKind.CITY, venue.id))
    yield from _campaign_tables(programme.campaign)
    yield from _theme_tables(programme.themes)
    yield from _venue_tables(venues)
    yield "event", map(event_row, events)
    for table, rows_of in _ROWS_OF_EVENT.items():
        yield table, chain.from_iterable(map(rows_of, events))
    times = ((event.id, occurrence) for event in events for occurrence in event.occurrences)
    yield "occurrence", ({"id": n} | occurrence_row(*time) for n, time in enumerate(times, 1))
    yield from _media_tables([(event.id, n, one) for event in events for n, one in enumerate(event.media)])
    yield from _speaker_tables(
        [(event.id, n, one) for event in events for n, one in enumerate(event.speakers)]
    )


def _campaign_tables(campaign: Campaign) -> Iterator[TableRows]:
    yield "language", number_rows({"code": code} for code in campaign.languages)
    yield "campaign", [{name: getattr(campaign, name) for name in ("id", "hashtag", "zone", "updated")}]
    texts = text_rows("campaign", campaign.id, _TITLES, title=campaign.title, tagline=campaign.tagline)
    yield "campaign_text", texts
    if campaign.page:
        yield "campaign_link", [{"campaign": campaign.id, "url": campaign.page}]


def _theme_tables(themes: Iterable[Theme]) -> Iterator[TableRows]:
    yield (
        "theme",
        number_rows({"id": theme.id, "colour": theme.colour, "icon": theme.icon} for theme in themes),
    )
    texts = (text_rows("theme", one.id, _TITLES, title=one.title, tagline=one.tagline) for one in themes)
    yield "theme_text", chain.from_iterable(texts)


def _venue_tables(venues: Iterable[Venue]) -> Iterator[TableRows]:
    yield "venue", map(venue_row, venues)
    texts = (text_rows("venue", one.id, {"name"}, name=one.name, address=one.address) for one in venues)
    yield "venue_text", chain.from_iterable(texts)
    access = (number_rows({"venue": venue.id, "code": code} for code in venue.access) for venue in venues)
    yield "access", chain.from_iterable(access)


def _media_tables(media: Iterable[tuple[str, int, Media]]) -> Iterator[TableRows]:
    """The tables of media, each given with its event and its position there."""
    numbered = list(enumerate(media, 1))
    yield "media", ({"id": n} | media_row(*place) for n, place in numbered)
    yield "media_text", chain.from_iterable(text_rows("media", n, alt=one.alt) for n, (*_, one) in numbered)
    yield "media_link", ({"media": n, "url": one.url} for n, (*_, one) in numbered if one.url)
    captions = (
        caption_rows(n, language, one.captions[language])
        for n, (*_, one) in numbered
        for language in sorted(one.captions)
    )
    yield "caption", chain.from_iterable(captions)


def _speaker_tables(speakers: Iterable[tuple[str, int, Speaker]]) -> Iterator[TableRows]:
    """The tables of speakers, each given with the event and the position there."""
    numbered = list(enumerate(speakers, 1))
    yield "speaker", ({"id": n, "event": event, "position": place} for n, (event, place, _) in numbered)
    texts = (text_rows("speaker", n, {"name"}, name=one.name, about=one.about) for n, (*_, one) in numbered)
    yield "speaker_text", chain.from_iterable(texts)


def _contact_row(event: str, contact: Contact) -> Row:
    return {"event": event, "phone": contact.phone, "email": contact.email, "url": contact.url}


_ROWS_OF_EVENT: Mapping[str, Callable[[Event], Iterable[Row]]] = {
    "event_text": lambda event: text_rows(
        "event",
        event.id,
        title=event.title,
        summary=event.summary,
        body=event.body,
        audience_note=event.audience_note,
        price_note=event.price.note,
    ),
    "place": lambda event: list_rows(event.id, "venue", [venue.id for venue in event.places]),
    "audience": lambda event: list_rows(event.id, "code", event.audience),
    "spoken": lambda event: list_rows(event.id, "language", event.spoken),
    "hashtag": lambda event: list_rows(event.id, "tag", event.hashtags),
    "series": lambda event: series_rows(event.id, event.series),
    "level": lambda event: list_rows(event.id, "code", event.levels),
    "organiser_text": lambda event: text_rows("event", event.id, name=event.organiser),
    "detail": lambda event: [detail_row(event)] if has_details(event) else (),
    "registration": lambda event: (
        [registration_row(event.id, event.registration)] if event.registration else ()
    ),
    "contact": lambda event: [_contact_row(event.id, event.contact)] if event.contact else (),
    "contact_text": lambda event: (
        text_rows("event", event.id, name=event.contact.name) if event.contact else ()
    ),
}
"""The rows of an event in the tables that number their rows, if at all, within it."""
