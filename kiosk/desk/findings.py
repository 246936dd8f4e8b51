"""The findings of a source by cause, with every sentence in every language."""

from collections.abc import Iterable

from kiosk.authoring.findings.finding_lines import quoted_value
from kiosk.authoring.findings.group import Group, group_problems
from kiosk.authoring.source.problems import Problem
from kiosk.base.display_text import display_line
from kiosk.base.errors import KioskError
from kiosk.i18n.translator import LANGUAGES, translator

MAX_ROWS = 40
"""The most places that are listed of one cause; the others are counted."""

Texts = dict[str, str]
"""A sentence by language code."""


def finding_groups(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """Each cause with its severity, sentences, number of places, and the first of these."""
    return [_group(group) for group in group_problems(problems)]


def _group(group: Group) -> dict[str, object]:
    return {
        "severity": group.severity,
        "code": group.code,
        "count": len(group.problems),
        "what": _in_all(group.description),
        "remedy": _in_all(group.remedy),
        "rows": [_row(problem) for problem in group.problems[:MAX_ROWS]],
    }


def _row(problem: Problem) -> dict[str, object]:
    return {
        "place": _in_all(problem.subject),
        "what": _in_all(problem.description),
        "typed": quoted_value(problem),
    }


def _in_all(words: KioskError | str) -> Texts:
    if isinstance(words, KioskError):
        return {code: translator(code).error(words) for code in LANGUAGES}
    return dict.fromkeys(LANGUAGES, display_line(words))
