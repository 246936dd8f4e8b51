"""A column of a workbook: its names, where its values stand in a source, and what kind they are of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.authoring.source.problems import Path
from kiosk.authoring.workbook.kinds import WORDS, Kind
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import translator

TEXT_LANGUAGES = tuple(sorted(LANGUAGES))
"""The order of the languages in workbooks."""


@dataclass(frozen=True)
class Column:
    """`path` is that of its value in a table of a source; a column of texts is there once a language.

    `others` are more names, with '; ' between them, by which people call it. `width` is in characters.
    """

    name: SentenceId
    about: SentenceId
    path: Path
    kind: Kind = WORDS
    is_text: bool = False
    others: str = ""
    width: int = 14

    def title(self, language: str, text_language: str) -> str:
        """What stands above it; `text_language` is '' but for texts."""
        text = translator(language).text
        if not text_language:
            return text(self.name)
        return text("workbook.in_language", name=text(self.name), language=text_language.upper())

    @property
    def text_languages(self) -> tuple[str, ...]:
        """The languages of its texts, '' for a column without."""
        return TEXT_LANGUAGES if self.is_text else ("",)


def text_column(name: SentenceId, about: SentenceId, path: Path, others: str = "", width: int = 26) -> Column:
    """A column that is there in each language."""
    return Column(name, about, path, WORDS, True, others, width)


def by_path(columns: Iterable[Column]) -> Mapping[Path, Column]:
    """The columns by the paths of their cells."""
    return {value_path(column, code): column for column in columns for code in column.text_languages}


def value_path(column: Column, text_language: str) -> Path:
    """Where the value of one cell stands."""
    return (*column.path, text_language) if text_language else column.path
