"""Converts the records of a programme to rows of a pack's database."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict

from kiosk.base.model import Ages, Caption, Event, Media, Occurrence, Registration, Series, Text, Venue, When
from kiosk.i18n.translator import pick_translation

Row = dict[str, object]


def number_rows(rows: Iterable[Row]) -> list[Row]:
    """The rows, each with its `position` from 0."""
    return [row | {"position": position} for position, row in enumerate(rows)]


def list_rows(event: str, column: str, values: Sequence[str]) -> list[Row]:
    """A row for each value of an event's list, with its position."""
    return number_rows({"event": event, column: value} for value in values)


def text_rows(owner: str, id: object, required: Collection[str] = (), **texts: Text) -> list[Row]:
    """A row for each language that has any of the texts; missing texts are NULL.

    Those that are `required` are in each row, in the nearest language that there is, as a kiosk would show.
    """
    languages = sorted({language for text in texts.values() for language in text})

    def text_in(name: str, language: str) -> str | None:
        text = texts[name]
        return pick_translation(text, language)[0] if name in required and text else text.get(language)

    return [
        {owner: id, "language": language} | {name: text_in(name, language) for name in texts}
        for language in languages
    ]


def venue_row(venue: Venue) -> Row:
    """The row of a venue, without its texts."""
    row: Row = {"id": venue.id, "kind": venue.kind.value, "city": venue.city or None}
    return row | {"latitude": venue.latitude, "longitude": venue.longitude}


def event_row(event: Event) -> Row:
    """The row of an event, without its texts and lists."""
    row: Row = {"id": event.id, "theme": event.theme, "icon": event.icon, "reach": event.reach.value}
    return row | {"free": None if event.price.free is None else int(event.price.free), "source": event.source}


def occurrence_row(event: str, occurrence: Occurrence) -> Row:
    """The row of an occurrence; it stays visible until its original time is over as well."""
    when, original, venue = occurrence.when, occurrence.original, occurrence.venue
    row: Row = {"event": event, "zone": when.zone, "status": occurrence.status.value}
    row |= {"venue": venue.id if venue else None}
    row |= {"visible_until": max(when.latest, original.latest if original else when.latest)}
    return row | _time_columns("", when) | _time_columns("original_", original)


def registration_row(event: str, registration: Registration) -> Row:
    """The row of an event's registration."""
    row: Row = {"event": event, "url": registration.url, "places": registration.places}
    return row | _time_columns("opens_", registration.opens) | _time_columns("closes_", registration.closes)


def series_rows(event: str, series: Sequence[Series]) -> list[Row]:
    """The rows of the rules by which an event is repeated."""
    return number_rows(
        {"event": event} | asdict(one) | {"left_out": " ".join(one.left_out)} for one in series
    )


def has_details(event: Event) -> bool:
    """Whether the event says anything that only the table `detail` holds."""
    registration, amount = event.registration, event.price.amount
    return bool(event.online or event.ages or amount or (registration and registration.waiting_list))


def detail_row(event: Event) -> Row:
    """The row of what version 3 says about an event."""
    amount, ages, registration = event.price.amount, event.ages or Ages(), event.registration
    row: Row = {"event": event.id, "online": int(event.online is not None)}
    row |= {"online_url": event.online.url if event.online else ""}
    row |= {"price_least": amount.least if amount else None, "price_most": amount.most if amount else None}
    row |= {"currency": amount.currency if amount else "", "age_least": ages.least, "age_most": ages.most}
    return row | {"waiting_list": int(bool(registration and registration.waiting_list))}


def media_row(event: str, position: int, media: Media) -> Row:
    """The row of a picture or video of an event."""
    row: Row = {"event": event, "position": position, "kind": media.kind.value, "file": media.file}
    size: Row = {"width": media.width, "height": media.height}
    return row | size | {"poster": media.poster, "duration": media.duration}


def caption_rows(media: int, language: str, captions: Sequence[Caption]) -> list[Row]:
    """The rows of a video's captions in one language."""
    return number_rows({"media": media, "language": language} | asdict(caption) for caption in captions)


def _time_columns(prefix: str, when: When | None) -> Row:
    facts = (when.edtf, when.earliest, when.latest) if when else (None, None, None)
    return dict(zip((f"{prefix}edtf", f"{prefix}earliest", f"{prefix}latest"), facts, strict=True))
