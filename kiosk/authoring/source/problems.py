"""The problems of a source folder, each with its location and sentences for a press officer."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import cast

from kiosk.base.display_text import DisplayText, display_line
from kiosk.base.errors import KioskError
from kiosk.base.sentence_ids import ProblemCode, SentenceId

Path = tuple[str | int, ...]
"""The path of a value inside a file: table names, keys and positions in lists."""

MAX_QUOTED = 120
"""Maximum characters of a source value that are quoted in a sentence."""


@dataclasses.dataclass(frozen=True)
class Problem:
    """One problem; `line` counts from 1, 0 for unknown. A warning does not stop a pack from being built."""

    code: ProblemCode
    file: str
    line: int = 0
    field: str = ""
    detail: Mapping[str, object] = dataclasses.field(default_factory=dict)
    is_warning: bool = False

    @property
    def description(self) -> KioskError:
        """The problem as one sentence."""
        return KioskError(cast(SentenceId, f"authoring.{self.code}"), **self._quoted_detail)

    @property
    def remedy(self) -> KioskError:
        """What the author has to do, as one sentence."""
        return KioskError(cast(SentenceId, f"authoring.{self.code}.do"), **self._quoted_detail)

    @property
    def line_text(self) -> KioskError:
        """Location, description and remedy on one line; editors and terminals link the 'file:line'."""
        location = f"{self.file}:{self.line}" if self.line else self.file
        subject = f"{location}  {self.field}" if self.field else location
        kind: SentenceId = "authoring.warning" if self.is_warning else "authoring.finding"
        return KioskError(kind, subject=subject, what=self.description, remedy=self.remedy)

    @property
    def _quoted_detail(self) -> dict[str, DisplayText]:
        """The details, shortened and without characters that break the line or are invisible."""
        return {name: display_line(str(value), MAX_QUOTED) for name, value in self.detail.items()}


class SourceProblems(KioskError):
    """A source that no pack can be built from; `problems` holds all problems and warnings by location."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sort_problems(problems)
        count = sum(not problem.is_warning for problem in self.problems)
        super().__init__("authoring.problems", n=count)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, line and field, without duplicates."""
    by_place = {(p.file, p.line, p.field, p.code, str(p.detail)): p for p in problems}
    return tuple(by_place[place] for place in sorted(by_place))


def format_field_path(path: Path) -> str:
    """A path as text: ('media', 0, 'alt', 'kk') is 'media[1].alt.kk'; positions count from 1."""
    parts = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(parts).removeprefix(".")
