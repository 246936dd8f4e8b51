"""What differs between two programmes, as plain records; the sentences about them are made elsewhere."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from kiosk.base.model import Campaign, Event, Media, Programme, Status, Text, Theme, Venue, When
from kiosk.preview.field_diff import Field, differing, record_fields, text_fields
from kiosk.preview.occurrence_diff import time_fields

Thing = TypeVar("Thing", Event, Theme, Venue)


class Kind(StrEnum):
    """What happens to a thing, in a word; an event's is the one its visitors have to hear first."""

    NEW = "new"
    CANCELLED = "cancelled"
    MOVED = "moved"
    FULL = "full"
    OVER = "over"
    RESTORED = "restored"
    CHANGED = "changed"
    CORRECTED = "corrected"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """An event, theme or venue that differs, with its title, an event's first time, and each difference.

    What is new or removed has no fields. An event counts as cancelled, moved, full or over when all its times
    now are and were not before, as restored when it was cancelled and takes place after all, and as corrected
    when nothing but its longer texts differs.
    """

    kind: Kind
    id: str
    title: Text
    when: When | None = None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs; every part is empty for the same programme twice. Events are in order of time.

    Fields of the campaign are 'title', 'tagline', 'hashtag', 'zone', 'languages', 'page' and 'theme_order'
    (ids); its date of edition belongs to the pack and counts for nothing.
    """

    campaign: tuple[Field, ...] = ()
    themes: tuple[Change, ...] = ()
    venues: tuple[Change, ...] = ()
    events: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.campaign or self.themes or self.venues or self.events)


_KINDS = {
    Status.CANCELLED: Kind.CANCELLED,
    Status.MOVED: Kind.MOVED,
    Status.FULL: Kind.FULL,
    Status.OVER: Kind.OVER,
}
_LONG_TEXTS = ("summary", "body", "audience_note", "price_note")
_EVENT_FACTS = ("theme", "icon", "reach", "audience", "spoken", "price.free", "hashtags", "source")
_REGISTRATION = ("url", "opens", "closes", "places")
_CONTACT = ("phone", "email", "url")


def changes(before: Programme | None, after: Programme, replaced: Collection[str] = ()) -> Changes:
    """What is different in `after`; before None, everything is new and the campaign's fields are left out.

    `replaced` names media files that have kept their name but not their content.
    """
    was = before or Programme(after.campaign, (), (), ())
    files = frozenset(replaced)
    events = _things(was.events, after.events, lambda old, new: _event(old, new, files))
    return Changes(
        (*_campaign(was.campaign, after.campaign), *_theme_order(was.themes, after.themes)),
        tuple(_things(was.themes, after.themes, _theme)),
        tuple(_things(was.venues, after.venues, _venue)),
        tuple(sorted(events, key=lambda change: (change.when.earliest if change.when else 0, change.id))),
    )


def event_fields(before: Event, after: Event, replaced: frozenset[str] = frozenset()) -> Iterator[Field]:
    """Each difference between two states of an event; venues count by their id, media by their file."""
    yield from text_fields("title", before.title, after.title)
    yield from time_fields(before.occurrences, after.occurrences)
    if [venue.id for venue in before.places] != [venue.id for venue in after.places]:
        yield Field("places", before.places, after.places)
    yield from differing(_EVENT_FACTS, before, after)
    yield from record_fields("registration", before.registration, after.registration, _REGISTRATION)
    yield from record_fields("contact", before.contact, after.contact, _CONTACT)
    if before.contact and after.contact:
        yield from text_fields("contact.name", before.contact.name, after.contact.name)
    yield from _media(before.media, after.media, replaced)
    yield from text_fields("summary", before.summary, after.summary)
    yield from text_fields("body", before.body, after.body)
    yield from text_fields("audience_note", before.audience_note, after.audience_note)
    yield from text_fields("price_note", before.price.note, after.price.note)


def _media(before: tuple[Media, ...], after: tuple[Media, ...], replaced: frozenset[str]) -> list[Field]:
    old, new = ({one.file: one for one in media} for media in (before, after))
    found = [Field("media", old[file]) for file in old if file not in new]
    for file, one in new.items():
        if one != old.get(file) or not replaced.isdisjoint((file, one.poster)):
            found.append(Field("media", old.get(file), one))
    if not found and before != after:
        found.append(Field("media_order", tuple(old), tuple(new)))
    return found


def _event(before: Event, after: Event, replaced: frozenset[str]) -> Change | None:
    if before == after and all(replaced.isdisjoint((one.file, one.poster)) for one in after.media):
        return None
    fields = tuple(event_fields(before, after, replaced))
    if not fields:
        return None
    return Change(_kind(before, after, fields), after.id, after.title, _first(after), fields)


def _kind(before: Event, after: Event, fields: tuple[Field, ...]) -> Kind:
    was, now = ({one.status for one in event.occurrences} for event in (before, after))
    moved_on = now == {Status.MOVED} and any(field.name == "time" for field in fields)
    if len(now) == 1 and (now != was or moved_on):
        (status,) = now
        if status in _KINDS:
            return _KINDS[status]
        if was == {Status.CANCELLED}:
            return Kind.RESTORED
    corrected = all(field.name in _LONG_TEXTS and field.before and field.after for field in fields)
    return Kind.CORRECTED if corrected else Kind.CHANGED


def _campaign(before: Campaign, after: Campaign) -> Iterator[Field]:
    yield from text_fields("title", before.title, after.title)
    yield from text_fields("tagline", before.tagline, after.tagline)
    yield from differing(("hashtag", "zone", "languages", "page"), before, after)


def _theme_order(before: tuple[Theme, ...], after: tuple[Theme, ...]) -> Iterator[Field]:
    kept = {theme.id for theme in before} & {theme.id for theme in after}
    old, new = (tuple(theme.id for theme in themes if theme.id in kept) for themes in (before, after))
    if old != new:
        yield Field("theme_order", old, new)


def _theme(before: Theme, after: Theme) -> Change | None:
    fields = (
        *text_fields("title", before.title, after.title),
        *text_fields("tagline", before.tagline, after.tagline),
        *differing(("colour", "icon"), before, after),
    )
    return Change(Kind.CHANGED, after.id, after.title, fields=fields) if fields else None


def _venue(before: Venue, after: Venue) -> Change | None:
    fields = (
        *text_fields("name", before.name, after.name),
        *text_fields("address", before.address, after.address),
        *differing(("kind", "city", "latitude", "longitude"), before, after),
    )
    return Change(Kind.CHANGED, after.id, after.name, fields=fields) if fields else None


def _things(
    before: Iterable[Thing], after: Iterable[Thing], compare: Callable[[Thing, Thing], Change | None]
) -> list[Change]:
    """What is new, what differs, and what is removed, found by id."""
    old: dict[str, Thing] = {thing.id: thing for thing in before}
    found: list[Change] = []
    for thing in after:
        earlier = old.pop(thing.id, None)
        change = compare(earlier, thing) if earlier else _whole(Kind.NEW, thing)
        if change:
            found.append(change)
    return [*found, *(_whole(Kind.REMOVED, thing) for thing in old.values())]


def _whole(kind: Kind, thing: Event | Theme | Venue) -> Change:
    title = thing.name if isinstance(thing, Venue) else thing.title
    return Change(kind, thing.id, title, _first(thing) if isinstance(thing, Event) else None)


def _first(event: Event) -> When | None:
    return min((one.when for one in event.occurrences), key=lambda when: when.earliest, default=None)
