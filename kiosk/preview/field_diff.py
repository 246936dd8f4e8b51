"""Compares two records of the model field by field; the field names select the sentences about them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from kiosk.base.model import Text, When


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs, with its old and new value as in the model; None for no value.

    `language` is set for a text in one language, `time` for one of several occurrences of an event.
    """

    name: str
    before: object = None
    after: object = None
    language: str = ""
    time: When | None = None


def diff_texts(name: str, before: Text, after: Text) -> Iterator[FieldChange]:
    """Yield the languages in which a text differs."""
    for language in {**after, **before}:
        if before.get(language) != after.get(language):
            yield FieldChange(name, before.get(language), after.get(language), language)


def diff_attributes(
    names: Iterable[str], before: object, after: object, prefix: str = ""
) -> Iterator[FieldChange]:
    """Yield the attributes (dotted names allowed) that differ."""
    for name in names:
        old, new = (attrgetter(name)(record) for record in (before, after))
        if old != new:
            yield FieldChange(prefix + name, old, new)


def diff_optional_records(
    name: str, before: object, after: object, parts: Iterable[str]
) -> Iterator[FieldChange]:
    """Yield a record that was added or removed as a whole, else its parts that differ ('contact.phone')."""
    if before is None or after is None:
        if before is not after:
            yield FieldChange(name, before, after)
        return
    yield from diff_attributes(parts, before, after, f"{name}.")
