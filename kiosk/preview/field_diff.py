"""Compares two records of the model field by field; the field names select the sentences about them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from kiosk.base.model import Text, When

FieldName = Literal[
    "access",
    "address",
    "ages",
    "audience",
    "audience_note",
    "body",
    "city",
    "colour",
    "contact",
    "contact.email",
    "contact.name",
    "contact.phone",
    "contact.url",
    "hashtag",
    "hashtags",
    "icon",
    "kind",
    "languages",
    "latitude",
    "levels",
    "longitude",
    "media",
    "media_order",
    "name",
    "online",
    "organiser",
    "original",
    "page",
    "places",
    "price.amount",
    "price.free",
    "price_note",
    "reach",
    "registration",
    "registration.closes",
    "registration.opens",
    "registration.places",
    "registration.url",
    "registration.waiting_list",
    "series",
    "source",
    "speakers",
    "spoken",
    "status",
    "summary",
    "tagline",
    "theme",
    "theme_order",
    "time",
    "title",
    "venue",
    "zone",
]
"""A field of the model, or with a point a part of it."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs, with its old and new value as in the model; None for no value.

    `language` is set for a text in one language, `time` for one of several occurrences of an event.
    """

    name: FieldName
    before: object = None
    after: object = None
    language: str = ""
    time: When | None = None


def diff_texts(name: FieldName, before: Text, after: Text) -> Iterator[FieldChange]:
    """Yield the languages in which a text differs."""
    for language in {**after, **before}:
        if before.get(language) != after.get(language):
            yield FieldChange(name, before.get(language), after.get(language), language)


def diff_attributes(
    names: Iterable[FieldName], before: object, after: object, record: str = ""
) -> Iterator[FieldChange]:
    """Yield the fields that differ; without the name of the `record` they are its attributes."""
    for name in names:
        old, new = (attrgetter(name.removeprefix(f"{record}."))(values) for values in (before, after))
        if old != new:
            yield FieldChange(name, old, new)


def diff_optional_records(
    name: FieldName, before: object, after: object, parts: Iterable[FieldName]
) -> Iterator[FieldChange]:
    """Yield a record that was added or removed as a whole, else its parts that differ ('contact.phone')."""
    if before is None or after is None:
        if before is not after:
            yield FieldChange(name, before, after)
        return
    yield from diff_attributes(parts, before, after, name)
