"""The findings as plain values, for --json."""

from collections.abc import Sequence
from typing import Any

from kiosk.authoring.findings.group import group_problems
from kiosk.authoring.source.problems import Problem
from kiosk.i18n.translator import Translator


def finding_facts(problems: Sequence[Problem], sentences: Translator) -> dict[str, Any]:
    """All `problems`, and the `groups` of those with one cause, which name them by their index."""
    indexes = {id(problem): index for index, problem in enumerate(problems)}
    return {
        "problems": [_problem_facts(problem, sentences) for problem in problems],
        "groups": [
            {
                "severity": group.severity,
                "code": group.code,
                "what": sentences.error(group.description),
                "remedy": sentences.error(group.remedy),
                "problems": [indexes[id(problem)] for problem in group.problems],
            }
            for group in group_problems(problems)
        ],
    }


def _problem_facts(problem: Problem, sentences: Translator) -> dict[str, object]:
    """A problem with its place, its description and its remedy."""
    return {
        **problem.place._asdict(),
        "field": problem.field,
        "code": problem.code,
        "what": sentences.error(problem.description),
        "remedy": sentences.error(problem.remedy),
        "typed": problem.typed or str(problem.detail.get("value", "")),
        "severity": problem.severity,
    }
