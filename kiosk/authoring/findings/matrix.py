"""Which texts of each event are there in which language."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.authoring.source.cross_checks import text_tables
from kiosk.authoring.source.problems import format_field_path
from kiosk.authoring.source.raw_source import RawSource


@dataclass(frozen=True)
class EventTexts:
    """The texts of an event by field, each with the languages that it has.

    `languages` are those in which the event is to be: its own, or all of the pack.
    """

    id: str
    languages: Collection[str]
    fields: Mapping[str, tuple[str, ...]]

    def missing(self, language: str) -> list[str]:
        """The fields that another language has and this one lacks, if the event is to be in it."""
        if language not in self.languages:
            return []
        return [field for field, found in self.fields.items() if language not in found]


def text_matrix(source: RawSource) -> tuple[EventTexts, ...]:
    """A row for each event; a text in no language is left out."""
    languages = source_languages(source)
    return tuple(
        EventTexts(
            id,
            _listed(entry.data.get("languages")) or languages,
            {
                format_field_path(path): tuple(
                    code for code, words in texts.items() if isinstance(words, str) and words.strip()
                )
                for path, texts in text_tables(entry.data)
                if texts
            },
        )
        for id, entry in source.events.items()
    )


def source_languages(source: RawSource) -> tuple[str, ...]:
    """The languages of the pack, in their order."""
    return _listed(source.pack.data.get("languages")) if source.pack else ()


def _listed(codes: object) -> tuple[str, ...]:
    return tuple(map(str, codes)) if isinstance(codes, list) else ()


def matrix_lines(rows: Sequence[EventTexts], languages: Iterable[str]) -> Iterator[str]:
    """The rows as a table: for each language how many texts are there of how many, then the missing ones.

    '-' stands for a language in which the event is not meant to be.
    """
    codes = list(languages)
    width = max([len(row.id) for row in rows], default=0)
    yield "  ".join([" " * width, *(f"{code:>5}" for code in codes)])
    for row in rows:
        missing = {code: row.missing(code) for code in codes}
        total = len(row.fields)
        cells = (f"{total - len(missing[code])}/{total}" if code in row.languages else "-" for code in codes)
        lacks = "; ".join(f"{code}: {', '.join(names)}" for code, names in missing.items() if names)
        yield "  ".join([f"{row.id:<{width}}", *(f"{cell:>5}" for cell in cells), lacks]).rstrip()


def matrix_facts(rows: Sequence[EventTexts], languages: Sequence[str]) -> list[dict[str, object]]:
    """The rows for --json: for each field and language whether the text is there."""
    return [
        {
            "event": row.id,
            "languages": list(row.languages),
            "texts": {
                field: {code: code in found for code in languages} for field, found in row.fields.items()
            },
        }
        for row in rows
    ]
