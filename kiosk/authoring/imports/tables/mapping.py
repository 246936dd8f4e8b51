"""Which column of an imported table says what: as the mapping file has it, else the best guess."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.authoring.imports.questions import OpenQuestions, Question
from kiosk.authoring.imports.tables.column_names import FIELDS, FIELDS_BY_LANGUAGE, guess_columns
from kiosk.authoring.imports.tables.table import Table
from kiosk.authoring.mapping_file import read_mapping_file, said_of, write_said
from kiosk.authoring.source.problems import Path as FieldPath
from kiosk.authoring.source.problems import Problem, SourceProblems
from kiosk.authoring.source.toml_documents import TomlDocument

ALL_FIELDS = (*FIELDS, *FIELDS_BY_LANGUAGE)
"""What a column may say, and in which language."""


@dataclass(frozen=True)
class ColumnMapping:
    """The columns for each field, the dates of words that stand for days, and columns that say nothing."""

    columns: Mapping[str, list[str]]
    days: Mapping[str, date] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()

    def with_answers(self, columns: Mapping[str, str]) -> "ColumnMapping":
        """The mapping with the field of each of these columns, '' for one to leave out."""
        said = {name: [column] for column, name in columns.items() if name}
        left_out = (*self.left_out, *(column for column, name in columns.items() if not name))
        return replace(self, columns={**self.columns, **said}, left_out=tuple(dict.fromkeys(left_out)))


def find_mapping(folder: Path, source: str, table: Table, answers: Mapping[str, str]) -> ColumnMapping:
    """The mapping for the table `source` in a folder's mapping file, or the best guess where it has none.

    A mapping for another table counts when all its columns are in this one; `answers` say the fields of
    columns. Raises SourceProblems when the file cannot be read or names a field that does not exist, and
    OpenQuestions when it names a column that does not.
    """
    document = read_mapping_file(folder)
    for name in (source, *(document.data if document else ())):
        said = _columns(said_of(document, name))
        if document and said and (name == source or not _unknown_columns(said, table)):
            return _checked(document, name, table, answers).with_answers(answers)
    return ColumnMapping(guess_columns(table)).with_answers(answers)


def write_mapping(folder: Path, source: str, mapping: ColumnMapping) -> None:
    """Write the mapping for the table `source` to a folder's mapping file, if that is not what it says.

    KioskErrors of `write_said`.
    """
    columns = {name: one[0] if len(one) == 1 else list(one) for name, one in mapping.columns.items()}
    said: dict[str, Any] = {"columns": columns}
    if mapping.days:
        said["days"] = dict(mapping.days)
    if mapping.left_out:
        said["left_out"] = list(mapping.left_out)
    write_said(folder, source, said)


def _checked(document: TomlDocument, source: str, table: Table, answers: Mapping[str, str]) -> ColumnMapping:
    """The mapping `source`; columns of a worksheet may be named by their letters too."""
    said = said_of(document, source)
    problems: list[Problem] = []
    questions: list[Question] = []
    columns: dict[str, list[str]] = {}
    for name, written in _columns(said).items():
        path: FieldPath = (source, "columns", name)
        names = [written] if isinstance(written, str) else written if isinstance(written, list) else []
        if name not in ALL_FIELDS:
            detail = {"value": name, "choices": ", ".join(FIELDS)}
            problems.append(Problem("import_field", document.place_of(path), name, detail))
        columns[name] = []
        for one in () if name in answers.values() else (one for one in names if str(one) not in answers):
            if (column := _column(str(one), table)) is None:
                detail = {"value": one, "choices": ", ".join(table.columns)}
                problems.append(Problem("import_column", document.place_of(path), name, detail))
                questions.append(Question("column", name, table.columns, lost=str(one)))
            else:
                columns[name].append(column)
    if problems and len(problems) == len(questions):
        raise OpenQuestions(problems, questions)
    if problems:
        raise SourceProblems(problems)
    days, left_out = said.get("days"), said.get("left_out")
    found = {str(word): day for word, day in _table(days).items() if type(day) is date}
    return ColumnMapping(columns, found, tuple(map(str, left_out)) if isinstance(left_out, list) else ())


def _columns(said: Mapping[str, Any]) -> Mapping[str, Any]:
    return _table(said.get("columns"))


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _column(name: str, table: Table) -> str | None:
    letters = {letter: column for column, letter in table.letters.items()}
    return name if name in table.columns else letters.get(name)


def _unknown_columns(columns: Mapping[str, Any], table: Table) -> Iterable[str]:
    flat = [
        one for written in columns.values() for one in (written if isinstance(written, list) else [written])
    ]
    return [str(one) for one in flat if _column(str(one), table) is None]
