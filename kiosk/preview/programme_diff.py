"""Compares two programmes; the changes are plain records, `change_text` formats them."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeVar

from kiosk.base.model import Campaign, Event, Media, Programme, Series, Status, Text, Theme, Venue, When
from kiosk.dates.recurrence import series_starts
from kiosk.preview.field_diff import (
    FieldChange,
    FieldName,
    diff_attributes,
    diff_optional_records,
    diff_texts,
)
from kiosk.preview.occurrence_diff import diff_occurrences

Record = TypeVar("Record", Event, Theme, Venue)


class ChangeKind(StrEnum):
    """The kind of a change; for an event the one that matters most to its visitors."""

    NEW = "new"
    CANCELLED = "cancelled"
    MOVED = "moved"
    FULL = "full"
    OVER = "over"
    RESTORED = "restored"
    CHANGED = "changed"
    CORRECTED = "corrected"
    REMOVED = "removed"


SectionKind = ChangeKind | Literal["programme", "venue", "untranslated"]
"""The kind of a section of a preview."""


@dataclass(frozen=True, slots=True)
class Change:
    """An event, theme or venue that differs: its title, an event's first time and series, its field changes.

    A new or removed record has no fields. An event is cancelled, moved, full or over when all its occurrences
    are now and were not before, restored when it was cancelled and takes place after all, and corrected when
    only its longer texts differ.
    """

    kind: ChangeKind
    id: str
    title: Text
    when: When | None = None
    fields: tuple[FieldChange, ...] = ()
    series: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes; every part is empty for equal programmes. Events are in order of time.

    Fields of the campaign are 'title', 'tagline', 'hashtag', 'zone', 'languages', 'page' and 'theme_order'
    (ids); its `updated` date belongs to the pack and is not compared.
    """

    campaign: tuple[FieldChange, ...] = ()
    themes: tuple[Change, ...] = ()
    venues: tuple[Change, ...] = ()
    events: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.campaign or self.themes or self.venues or self.events)


_KINDS = {
    Status.CANCELLED: ChangeKind.CANCELLED,
    Status.MOVED: ChangeKind.MOVED,
    Status.FULL: ChangeKind.FULL,
    Status.OVER: ChangeKind.OVER,
}
_LONG_TEXTS: tuple[FieldName, ...] = ("summary", "body", "audience_note", "price_note")
_EVENT_FACTS: tuple[FieldName, ...] = (
    *("theme", "icon", "reach", "audience", "spoken", "price.free", "hashtags", "source"),
    *("price.amount", "ages", "levels", "series", "online", "speakers"),
)
_REGISTRATION: tuple[FieldName, ...] = (
    *("registration.url", "registration.opens", "registration.closes", "registration.places"),
    "registration.waiting_list",
)
_CONTACT: tuple[FieldName, ...] = ("contact.phone", "contact.email", "contact.url")


def diff_programmes(before: Programme | None, after: Programme, replaced: Collection[str] = ()) -> Changes:
    """The changes from `before` to `after`; before None, everything is new and campaign fields are left out.

    `replaced` are the names of media files whose content has changed.
    """
    old = before or Programme(after.campaign, (), (), ())
    files = frozenset(replaced)
    events = _diff_records(old.events, after.events, lambda old, new: _diff_event(old, new, files))
    return Changes(
        (*_diff_campaigns(old.campaign, after.campaign), *_diff_theme_order(old.themes, after.themes)),
        tuple(_diff_records(old.themes, after.themes, _diff_themes)),
        tuple(_diff_records(old.venues, after.venues, _diff_venues)),
        tuple(sorted(events, key=lambda change: (change.when.earliest if change.when else 0, change.id))),
    )


def diff_events(before: Event, after: Event, replaced: frozenset[str] = frozenset()) -> Iterator[FieldChange]:
    """Yield each field change of an event; venues are compared by id, media by file."""
    yield from diff_texts("title", before.title, after.title)
    yield from _without_series_dates(diff_occurrences(before.occurrences, after.occurrences), before, after)
    if [venue.id for venue in before.places] != [venue.id for venue in after.places]:
        yield FieldChange("places", before.places, after.places)
    yield from diff_attributes(_EVENT_FACTS, before, after)
    yield from diff_optional_records("registration", before.registration, after.registration, _REGISTRATION)
    yield from diff_optional_records("contact", before.contact, after.contact, _CONTACT)
    if before.contact and after.contact:
        yield from diff_texts("contact.name", before.contact.name, after.contact.name)
    yield from _diff_media(before.media, after.media, replaced)
    yield from diff_texts("summary", before.summary, after.summary)
    yield from diff_texts("body", before.body, after.body)
    yield from diff_texts("audience_note", before.audience_note, after.audience_note)
    yield from diff_texts("price_note", before.price.note, after.price.note)
    yield from diff_texts("organiser", before.organiser, after.organiser)


def _without_series_dates(times: Iterator[FieldChange], before: Event, after: Event) -> Iterator[FieldChange]:
    """Leave out dates added or removed because a series has changed: the change of the series tells of them."""
    starts: set[str] = set()
    if before.series != after.series:
        starts = {start for one in (*before.series, *after.series) for start in series_starts(one)}
    for field in times:
        when = field.after if field.before is None else field.before if field.after is None else None
        if field.name != "time" or not isinstance(when, When) or when.edtf.partition("/")[0] not in starts:
            yield field


def _diff_media(
    before: tuple[Media, ...], after: tuple[Media, ...], replaced: frozenset[str]
) -> list[FieldChange]:
    old, new = ({one.file: one for one in media} for media in (before, after))
    fields = [FieldChange("media", old[file]) for file in old if file not in new]
    for file, one in new.items():
        if one != old.get(file) or not replaced.isdisjoint((file, one.poster)):
            fields.append(FieldChange("media", old.get(file), one))
    if not fields and before != after:
        fields.append(FieldChange("media_order", tuple(old), tuple(new)))
    return fields


def _diff_event(before: Event, after: Event, replaced: frozenset[str]) -> Change | None:
    if before == after and all(replaced.isdisjoint((one.file, one.poster)) for one in after.media):
        return None
    fields = tuple(diff_events(before, after, replaced))
    if not fields:
        return None
    kind = _event_change_kind(before, after, fields)
    return Change(kind, after.id, after.title, _first_time(after), fields, after.series)


def _event_change_kind(before: Event, after: Event, fields: tuple[FieldChange, ...]) -> ChangeKind:
    old, new = ({one.status for one in event.occurrences} for event in (before, after))
    moved_on = new == {Status.MOVED} and any(field.name == "time" for field in fields)
    if len(new) == 1 and (new != old or moved_on):
        (status,) = new
        if status in _KINDS:
            return _KINDS[status]
        if old == {Status.CANCELLED}:
            return ChangeKind.RESTORED
    corrected = all(field.name in _LONG_TEXTS and field.before and field.after for field in fields)
    return ChangeKind.CORRECTED if corrected else ChangeKind.CHANGED


def _diff_campaigns(before: Campaign, after: Campaign) -> Iterator[FieldChange]:
    yield from diff_texts("title", before.title, after.title)
    yield from diff_texts("tagline", before.tagline, after.tagline)
    yield from diff_attributes(("hashtag", "zone", "languages", "page"), before, after)


def _diff_theme_order(before: tuple[Theme, ...], after: tuple[Theme, ...]) -> Iterator[FieldChange]:
    kept = {theme.id for theme in before} & {theme.id for theme in after}
    old, new = (tuple(theme.id for theme in themes if theme.id in kept) for themes in (before, after))
    if old != new:
        yield FieldChange("theme_order", old, new)


def _diff_themes(before: Theme, after: Theme) -> Change | None:
    fields = (
        *diff_texts("title", before.title, after.title),
        *diff_texts("tagline", before.tagline, after.tagline),
        *diff_attributes(("colour", "icon"), before, after),
    )
    return Change(ChangeKind.CHANGED, after.id, after.title, fields=fields) if fields else None


def _diff_venues(before: Venue, after: Venue) -> Change | None:
    fields = (
        *diff_texts("name", before.name, after.name),
        *diff_texts("address", before.address, after.address),
        *diff_attributes(("kind", "city", "latitude", "longitude", "access"), before, after),
    )
    return Change(ChangeKind.CHANGED, after.id, after.name, fields=fields) if fields else None


def _diff_records(
    before: Iterable[Record], after: Iterable[Record], compare: Callable[[Record, Record], Change | None]
) -> list[Change]:
    """The new, changed and removed records, matched by id."""
    old: dict[str, Record] = {thing.id: thing for thing in before}
    changes: list[Change] = []
    for record in after:
        earlier = old.pop(record.id, None)
        change = compare(earlier, record) if earlier else _new_or_removed(ChangeKind.NEW, record)
        if change:
            changes.append(change)
    return [*changes, *(_new_or_removed(ChangeKind.REMOVED, thing) for thing in old.values())]


def _new_or_removed(kind: ChangeKind, record: Event | Theme | Venue) -> Change:
    title = record.name if isinstance(record, Venue) else record.title
    if isinstance(record, Event):
        return Change(kind, record.id, title, _first_time(record), series=record.series)
    return Change(kind, record.id, title)


def _first_time(event: Event) -> When | None:
    return min((one.when for one in event.occurrences), key=lambda when: when.earliest, default=None)
