"""The findings as lines of text."""

from collections.abc import Iterable, Iterator

from kiosk.authoring.findings.group import Group, group_problems
from kiosk.authoring.source.problems import LINES, Problem
from kiosk.base.display_text import display_line
from kiosk.base.errors import KioskError
from kiosk.i18n.translator import Translator

FIRST_PLACES = 3
"""Places of a group that are listed unless all are asked for."""
_INDENT = "    "


def finding_lines(problems: Iterable[Problem], sentences: Translator, *, every: bool) -> Iterator[str]:
    """A line for each problem that has a cause of its own, a heading and places for each larger group.

    Without `every` only the first places are listed, and the others counted.
    """
    for group in group_problems(problems):
        if len(group.problems) == 1:
            yield sentences.error(group.problems[0].line_text)
            continue
        subject = sentences.plural("findings.places", len(group.problems))
        heading = {"subject": subject, "what": group.description, "remedy": group.remedy}
        yield sentences.text(LINES[group.severity], **heading)
        listed = group.problems if every else group.problems[:FIRST_PLACES]
        for problem in listed:
            yield f"{_INDENT}{place_line(group, problem, sentences)}"
        if rest := len(group.problems) - len(listed):
            yield _INDENT + sentences.text("findings.more", n=rest)


def place_line(group: Group, problem: Problem, sentences: Translator) -> str:
    """The place of a problem, and what is true of it alone: its description, its remedy, or the value."""
    subject = problem.subject
    parts = [sentences.error(subject) if isinstance(subject, KioskError) else display_line(subject)]
    what, remedy = sentences.error(problem.description), sentences.error(problem.remedy)
    if what != sentences.error(group.description):
        parts.append(what)
    elif typed := quoted_value(problem):
        parts.append(sentences.text("findings.typed", value=typed))
    if remedy != sentences.error(group.remedy):
        parts.append(f"-> {remedy}")
    return " ".join(parts)


def quoted_value(problem: Problem) -> str:
    """The value as its author typed it, shortened; '' when it is not known."""
    return display_line(problem.typed or str(problem.detail.get("value", "")), 80)
