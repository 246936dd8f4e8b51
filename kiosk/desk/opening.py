"""Opens a dropped file: a programme as it is, or one of others, which becomes a source folder beside it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.authoring.imports.import_source import ImportResult, import_source
from kiosk.authoring.imports.options import ImportOptions
from kiosk.authoring.imports.questions import OpenQuestions, Question
from kiosk.authoring.mapping_file import FILE as MAPPING_FILE
from kiosk.authoring.source.problems import SourceProblems
from kiosk.authoring.source_reader import is_workbook
from kiosk.authoring.workbook.reading.foreign_table import is_foreign_table
from kiosk.base.errors import KioskError
from kiosk.base.sentence_ids import ProblemCode
from kiosk.base.time_zones import DEFAULT_ZONE
from kiosk.desk.header_questions import file_hash
from kiosk.desk.import_questions import answer, ask
from kiosk.desk.questions import Texts, in_all, sentence

_SKIPPED: frozenset[ProblemCode] = frozenset(
    ("import_no_title", "import_no_time", "import_time", "import_order", "import_private")
)
MAX_SKIPPED = 5
"""Skipped events whose reasons are told; the others are counted."""


def open_file(file: Path, today: date, language: str, asked: str, answers: Sequence[str]) -> dict[str, Any]:
    """The path of the programme and what it has brought; or the questions that are open, and nothing written.

    `answers` are those given so far, in the order of the questions: what was typed, or a choice's number.
    They count while the file is the one of which was `asked`, by its hash. The folder of an import has the
    name of its file and may hold an earlier import. `language` is that of texts that do not show theirs,
    DEFAULT_ZONE the zone where the file names none. The first problem is raised as a KioskError; then nothing
    has changed. KioskError 'desk.gone' for no file.
    """
    if not file.is_file():
        raise KioskError("desk.gone", name=file.name)
    if is_workbook(file) and not is_foreign_table(file):
        return {"file": str(file), "text": {}}
    folder = file.with_suffix("")
    digest = file_hash(file) + file_hash(folder / MAPPING_FILE)
    has_changed = asked not in ("", digest)
    given = [] if has_changed else list(answers)
    note = sentence("desk.ask.changed", name=file.name) if has_changed else {}
    options, taken = ImportOptions(today, DEFAULT_ZONE, language, answers=True), 0
    while True:
        try:
            result = import_source(file, folder, options)
        except OpenQuestions as found:
            said = given[taken : taken + len(found.questions)]
            options, problems = _understand(found.questions, said, options)
            if any(problems) or not said:
                listed = map(ask, found.questions, problems or [None] * len(found.questions))
                questions = {"asked": digest, "list": [one.to_json() for one in listed]}
                return {"questions": questions | {"given": given[:taken], "note": note}}
            taken += len(said)
        except SourceProblems as problems_of_source:
            raise problems_of_source.problems[0].line_text from problems_of_source
        else:
            return {"file": str(folder), "text": _told(file, result)}


def _understand(
    questions: Sequence[Question], said: Sequence[str], options: ImportOptions
) -> tuple[ImportOptions, list[Texts | None]]:
    """The options with these answers, and for each what is wrong with it, None if nothing."""
    problems: list[Texts | None] = []
    for question, words in zip(questions, said, strict=False):
        understood = answer(question, words, options)
        if isinstance(understood, ImportOptions):
            options = understood
            problems.append(None)
        else:
            problems.append(understood)
    return options, problems


def _told(file: Path, result: ImportResult) -> Texts:
    """How many events there are, and why some were skipped."""
    counts = {name: len(getattr(result, name)) for name in ("added", "changed", "unchanged", "gone")}
    facts = {"file": file.name, "events": result.events, "skipped": result.skipped} | counts
    skipped = [problem.line_text for problem in result.problems if problem.code in _SKIPPED]
    return in_all(
        lambda words: "\n".join(
            (words.text("authoring.imported", **facts), *map(words.error, skipped[:MAX_SKIPPED]))
        )
    )
