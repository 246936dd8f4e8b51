"""What is wrong with a source folder: every finding, where it is, in words a press officer can act on."""

import dataclasses
from collections.abc import Iterable, Mapping

from kiosk.base.errors import KioskError

Path = tuple[str | int, ...]
"""Where a value is inside a file: table names, keys and positions in lists."""

MAX_QUOTED = 120
"""Most characters of the source that are quoted in a sentence."""


@dataclasses.dataclass(frozen=True)
class Problem:
    """One finding; `line` counts from 1, 0 for unknown. A warning does not stop a pack from being built."""

    code: str
    file: str
    line: int = 0
    field: str = ""
    detail: Mapping[str, object] = dataclasses.field(default_factory=dict)
    is_warning: bool = False

    @property
    def description(self) -> KioskError:
        """What is wrong, as one sentence."""
        return KioskError(f"authoring.{self.code}", **self._quoted_detail)

    @property
    def remedy(self) -> KioskError:
        """What to do about it, as one sentence."""
        return KioskError(f"authoring.{self.code}.do", **self._quoted_detail)

    @property
    def line_text(self) -> KioskError:
        """All of it on one line, with the place as editors and terminals link it, 'file:line'."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        subject = f"{place}  {self.field}" if self.field else place
        kind = "warning" if self.is_warning else "finding"
        return KioskError(f"authoring.{kind}", subject=subject, what=self.description, remedy=self.remedy)

    @property
    def _quoted_detail(self) -> dict[str, str]:
        """The details, short and without characters that would break the line or hide in it."""
        cut = {name: str(value)[:MAX_QUOTED] for name, value in self.detail.items()}
        return {
            name: "".join(one if one.isprintable() else "?" for one in said) for name, said in cut.items()
        }


class SourceProblems(KioskError):
    """A source no pack can be made from; `problems` holds every finding, warnings too, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sort_problems(problems)
        count = sum(not problem.is_warning for problem in self.problems)
        super().__init__("authoring.problems", n=count, findings=tuple(p.line_text for p in self.problems))


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file, line and field."""
    by_place = {(p.file, p.line, p.field, p.code, str(p.detail)): p for p in problems}
    return tuple(by_place[place] for place in sorted(by_place))


def format_field_path(path: Path) -> str:
    """A path as people write it: ('media', 0, 'alt', 'kk') is 'media[1].alt.kk'; positions count from 1."""
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")
