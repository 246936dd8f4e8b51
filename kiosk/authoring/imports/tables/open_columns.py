"""What the mapping of a table leaves open: where the title and the time stand, and what other columns say."""

from kiosk.authoring.imports.questions import OpenQuestions, Question
from kiosk.authoring.imports.subject import Subject
from kiosk.authoring.imports.tables.mapping import ALL_FIELDS, ColumnMapping
from kiosk.authoring.imports.tables.table import Table, cell_text
from kiosk.authoring.mapping_file import FILE
from kiosk.authoring.source.problems import Problem
from kiosk.base.kiosk_toml.rules import LANGUAGES

_TITLES = ("title", *(f"title.{language}" for language in LANGUAGES))
_TIMES = ("begin", "day")
_SAMPLES = 3
"""Values of a column that are shown."""


def require_columns(subject: Subject, table: Table, mapping: ColumnMapping, *, every: bool) -> None:
    """OpenQuestions when no column says the title, or with `every` when anything is open."""
    problems, questions = [], []
    detail = {"columns": ", ".join(table.columns), "file": FILE}
    if not mapping.columns.keys() & set(_TITLES):
        problems.append(Problem("import_columns", subject.place(), "title", detail))
        questions.append(Question("column", "title", table.columns))
    if every and not mapping.columns.keys() & set(_TIMES):
        problems.append(Problem("import_times", subject.place(), "begin", detail))
        questions.append(Question("column", "begin", table.columns))
    if every and not problems:
        free = tuple(name for name in ALL_FIELDS if not mapping.columns.get(name))
        for column in _unknown_columns(table, mapping):
            samples = _samples(table, column)
            problems.append(Problem("column_unknown", subject.place(), "", {"value": column}))
            questions.append(Question("field", column, free, ", ".join(samples)))
    if problems:
        raise OpenQuestions(problems, questions)


def _unknown_columns(table: Table, mapping: ColumnMapping) -> list[str]:
    """Columns with a name and values that say nothing known; keys of JSON are no names for people."""
    used = {name for names in mapping.columns.values() for name in names}
    return [
        name
        for name, letters in table.letters.items()
        if name not in used and name not in mapping.left_out and name != letters and _samples(table, name)
    ]


def _samples(table: Table, column: str) -> list[str]:
    values = (cell_text(row.cells.get(column)) for row in table.rows)
    return list(dict.fromkeys(filter(None, values)))[:_SAMPLES]
