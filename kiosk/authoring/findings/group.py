"""Groups problems by their cause."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kiosk.authoring.source.problems import Problem, Severity
from kiosk.base.errors import KioskError
from kiosk.base.sentence_ids import ProblemCode

_CAUSES: Mapping[ProblemCode, str] = {
    "languages_missing": "languages",
    "link_host": "host",
    "missing": "name",
    "rights_host": "host",
    "rights_theme": "value",
    "rights_venue": "value",
    "text_html": "value",
    "text_letters": "letters",
    "theme_unknown": "value",
    "unknown_key": "name",
    "venue_unknown": "value",
}
"""The detail by which problems of one code have different causes."""
_OPEN = "…"
"""Stands for a detail that is not the same in all problems of a group."""


@dataclass(frozen=True)
class Group:
    """Problems of one cause, in the order in which they were given; at least one."""

    problems: tuple[Problem, ...]

    @property
    def severity(self) -> Severity:
        """That of all its problems."""
        return self.problems[0].severity

    @property
    def code(self) -> ProblemCode:
        """That of all its problems."""
        return self.problems[0].code

    @property
    def description(self) -> KioskError:
        """What is true of all its problems, as one sentence."""
        return self._common.description

    @property
    def remedy(self) -> KioskError:
        """What the author has to do about all of them, as one sentence."""
        return self._common.remedy

    @property
    def _common(self) -> Problem:
        first = self.problems[0]
        varying = {
            name
            for problem in self.problems
            for name, value in problem.detail.items()
            if str(value) != str(first.detail.get(name))
        }
        return replace(first, detail={**first.detail, **dict.fromkeys(varying, _OPEN)})


def group_problems(problems: Iterable[Problem]) -> tuple[Group, ...]:
    """The problems by cause, in the order of their first places: errors, then warnings, then repairs."""
    by_cause: dict[tuple[int, ProblemCode, str], list[Problem]] = {}
    order = list(Severity)
    for problem in problems:
        cause = str(problem.detail.get(_CAUSES.get(problem.code, ""), ""))
        by_cause.setdefault((order.index(problem.severity), problem.code, cause), []).append(problem)
    found = sorted(by_cause.items(), key=lambda item: item[0][0])
    return tuple(Group(tuple(same)) for _, same in found)
