"""The problems of a source, each with its place and sentences for a press officer."""

import dataclasses
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, cast

from kiosk.authoring.source.remedies import CELL_REMEDIES, EMPTY_REMEDIES
from kiosk.base.display_text import DisplayText, display_line
from kiosk.base.errors import KioskError
from kiosk.base.sentence_ids import ProblemCode, SentenceId
from kiosk.i18n.translator import InLanguage

Path = tuple[str | int, ...]
"""The path of a value inside a file: table names, keys and positions in lists."""

MAX_QUOTED = 120
"""Maximum characters of a source value that are quoted in a sentence."""


class Severity(StrEnum):
    """An error stops a pack from being built, a warning does not, and what is repaired is only told."""

    ERROR = "error"
    WARNING = "warning"
    REPAIRED = "repaired"


class Place(NamedTuple):
    """Where a value stands: a line of a file, or a cell of a workbook.

    `line` counts lines or rows from 1, 0 for unknown.
    """

    file: str
    line: int = 0
    sheet: str = ""
    column: str = ""
    """The letters of the column, 'C'; '' for a whole row."""


@dataclasses.dataclass(frozen=True)
class Problem:
    """One problem with the value at `place`; `typed` is that value as its author wrote it, or ''."""

    code: ProblemCode
    place: Place
    field: str = ""
    detail: Mapping[str, object] = dataclasses.field(default_factory=dict)
    severity: Severity = Severity.ERROR
    typed: str = ""

    @property
    def is_error(self) -> bool:
        """Whether no pack can be built because of it."""
        return self.severity is Severity.ERROR

    @property
    def description(self) -> KioskError:
        """The problem as one sentence."""
        return KioskError(cast(SentenceId, f"authoring.{self.code}"), **self._quoted_detail)

    @property
    def remedy(self) -> KioskError:
        """What the author has to do, as one sentence."""
        special = EMPTY_REMEDIES.get(self.code) if self.detail.get("choices") == "" else None
        if self.place.sheet:
            special = special or CELL_REMEDIES.get(self.code)
        return KioskError(special or cast(SentenceId, f"authoring.{self.code}.do"), **self._quoted_detail)

    @property
    def line_text(self) -> KioskError:
        """Place, description and remedy on one line; editors and terminals link the 'file:line'."""
        return KioskError(
            LINES[self.severity], subject=self.subject, what=self.description, remedy=self.remedy
        )

    @property
    def subject(self) -> KioskError | str:
        """Its place as text, with the field."""
        file, line, sheet, column = self.place
        if sheet and not line:
            return KioskError("authoring.sheet", file=file, sheet=sheet)
        if sheet:
            return KioskError("authoring.cell", file=file, sheet=sheet, cell=f"{column}{line}")
        location = f"{file}:{line}" if line else file
        return f"{location}  {self.field}" if self.field else location

    @property
    def _quoted_detail(self) -> dict[str, DisplayText | KioskError | InLanguage]:
        """The details, shortened and without characters that break the line or are invisible."""
        return {
            name: value
            if isinstance(value, KioskError | InLanguage)
            else display_line(str(value), MAX_QUOTED)
            for name, value in self.detail.items()
        }


LINES: dict[Severity, SentenceId] = {
    Severity.ERROR: "authoring.finding",
    Severity.WARNING: "authoring.warning",
    Severity.REPAIRED: "authoring.repaired",
}
"""The line of a finding: subject, what and remedy."""


class SourceProblems(KioskError):
    """A source that no pack can be built from; `problems` holds the problems of every severity by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sort_problems(problems)
        count = sum(problem.is_error for problem in self.problems)
        super().__init__("authoring.problems", n=count)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by place and field, without duplicates."""
    by_place = {(_order(p.place), p.field, p.code, str(p.detail)): p for p in problems}
    return tuple(by_place[place] for place in sorted(by_place))


def _order(place: Place) -> tuple[str, str, int, int, str]:
    """Places in reading order: of a workbook's row, column C before column AA."""
    return place.file, place.sheet, place.line, len(place.column), place.column


def format_field_path(path: Path) -> str:
    """A path as text: ('media', 0, 'alt', 'kk') is 'media[1].alt.kk'; positions count from 1."""
    parts = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(parts).removeprefix(".")
