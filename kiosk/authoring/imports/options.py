"""What a person says when a file is imported."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class ImportOptions:
    """Zone and language ('' for what the file says), and the dates of words that stand for days.

    With `folds` topics beyond the limit of a pack become one theme. `today` is the day of the import.
    `columns` has the field that a column of a table says, by the column, '' for one to leave out. Somebody
    who `answers` is asked of every column too, and nothing is written before all is known.
    """

    today: date
    zone: str = ""
    language: str = ""
    days: Mapping[str, date] = field(default_factory=dict)
    folds: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    answers: bool = False
