"""The file that is imported, and what its reader has to be told because the file may not say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.authoring.source.problems import Place


@dataclass(frozen=True)
class Subject:
    """`name` is shown to people. `zone` is the zone of the pack, '' while it has none.

    `days` are the dates of words that stand for a day ('Freitag'). `today` is the day from
    which what is repeated without an end is taken.
    """

    name: str
    data: bytes
    today: date
    zone: str = ""
    days: Mapping[str, date] = field(default_factory=dict)

    def place(self, line: int = 0) -> Place:
        """A line of the file, counted from 1."""
        return Place(self.name, line)
