"""Finds everything in a source that its author is told of, though a pack may have it."""

from collections.abc import Iterator, Mapping

from kiosk.authoring.source.cross_checks import text_tables
from kiosk.authoring.source.notes.event_notes import find_duplicates, note_contact
from kiosk.authoring.source.notes.language_notes import COMPARED, note_languages
from kiosk.authoring.source.notes.text_notes import may_need_note, note_repeated_texts, note_words
from kiosk.authoring.source.problems import Path, Problem
from kiosk.authoring.source.raw_source import Entry, RawSource


def find_notes(source: RawSource) -> Iterator[Problem]:
    """A warning for each thing that will look wrong on the screen, from the tables as written."""
    for entry in (*source.themes.values(), *source.venues.values(), *source.events.values()):
        for path, texts in text_tables(entry.data):
            if all(isinstance(words, str) for words in texts.values()):
                yield from _note_texts(entry, path, texts)
    for entry in source.events.values():
        yield from note_repeated_texts(entry)
        yield from note_contact(entry)
    yield from find_duplicates(source)


def _note_texts(entry: Entry, path: Path, texts: Mapping[str, str]) -> Iterator[Problem]:
    if may_need_note("\n".join(texts.values())):
        for language, words in texts.items():
            yield from note_words(entry, (*path, language), words)
    if path[-1] in COMPARED:
        yield from note_languages(entry, path, texts)
