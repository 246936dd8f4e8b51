"""The single differences between two records of the model, named so that a sentence can be found for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from kiosk.base.model import Text, When


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One thing that differs: what it was and what it is, as in the model; None for nothing there.

    `language` is set for words in one language, `time` where one of several times of an event is meant.
    """

    name: str
    before: object = None
    after: object = None
    language: str = ""
    time: When | None = None


def diff_texts(name: str, before: Text, after: Text) -> Iterator[FieldChange]:
    """The words that differ, language by language."""
    for language in {**after, **before}:
        if before.get(language) != after.get(language):
            yield FieldChange(name, before.get(language), after.get(language), language)


def diff_attributes(
    names: Iterable[str], before: object, after: object, prefix: str = ""
) -> Iterator[FieldChange]:
    """The attributes of these names (dots reach further in) that differ."""
    for name in names:
        old, new = (attrgetter(name)(record) for record in (before, after))
        if old != new:
            yield FieldChange(prefix + name, old, new)


def diff_optional_records(
    name: str, before: object, after: object, parts: Iterable[str]
) -> Iterator[FieldChange]:
    """A record that came or went as a whole, else those of its parts that differ ('contact.phone')."""
    if before is None or after is None:
        if before is not after:
            yield FieldChange(name, before, after)
        return
    yield from diff_attributes(parts, before, after, f"{name}.")
