"""Reads cells as values of a table, and tells what was uncertain."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from kiosk.authoring.loose.said import SaidTime
from kiosk.authoring.source.problems import Path, Problem, Severity, format_field_path
from kiosk.authoring.workbook.cells import text_of
from kiosk.authoring.workbook.columns import Column
from kiosk.authoring.workbook.kinds import THEME, VENUE, VENUES, WHEN
from kiosk.authoring.workbook.names import Names
from kiosk.authoring.workbook.reading.row_document import Cell, Row, RowDocument
from kiosk.base.sentence_ids import ProblemCode


class TableReader:
    """Fills a document cell by cell; what it has to tell is added to `problems`."""

    def __init__(
        self, row: Row, names: Names, problems: list[Problem], document: RowDocument | None = None
    ) -> None:
        self.document = document or RowDocument(row)
        self.names = names
        self._problems = problems

    def read_all(self, row: Row, columns: Mapping[Path, Column], into: Path = ()) -> None:
        """Read the cells of a row that belong to these columns; their paths lie below `into`."""
        for path, cell in row.cells.items():
            if column := columns.get(path):
                self.put((*into, *path), self.read(cell, column), cell)

    def read(self, cell: Cell, column: Column) -> Any:
        """The value of a cell; its text when it is not understood, None when that was told here."""
        found = column.kind.read(cell.value, self.names)
        if found is None and column.kind.fault:
            self.tell(Severity.ERROR, column.kind.fault, column.path, cell)
            return None
        if found is None:
            return cell.typed
        if not found.is_certain:
            self.echo(column.path, cell, _shown(found.value, column, self.names))
        return found.value

    def put(self, path: Path, value: Any, cell: Cell) -> None:
        """Set the value at `path`, unless it is None, and remember its cell."""
        if value is None:
            return
        self.document.cells[path] = cell
        table: Any = self.document.data
        for step, following in pairwise(path):
            if isinstance(step, int):
                while len(table) <= step:
                    table.append({})
                table = table[step]
            else:
                table = table.setdefault(step, [] if isinstance(following, int) else {})
        table[path[-1]] = value

    def echo(self, path: Path, cell: Cell, value: object) -> None:
        """Tell that something uncertain was read as `value`."""
        self.tell(Severity.REPAIRED, "read_as", path, cell, read=value)

    def tell(self, severity: Severity, code: ProblemCode, path: Path, cell: Cell, **detail: object) -> None:
        """Add a problem with a cell."""
        where = format_field_path(path)
        told = Problem(code, cell.place, where, {"value": cell.typed} | detail, severity, cell.typed)
        self._problems.append(told)


@dataclass(frozen=True)
class _SaidNames:
    """Themes or places by the names that they have in the reader's language."""

    ids: Any
    column: Column
    names: Names

    def text_in(self, language: str) -> str:
        return text_of(self.column.kind.write(self.ids, replace(self.names, language=language)))


def _shown(value: object, column: Column, names: Names) -> object:
    """The value for a sentence: times and names in the reader's words."""
    if column.kind in (THEME, VENUE, VENUES):
        return _SaidNames(value, column, names)
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, date):
        return SaidTime(value.isoformat())
    return SaidTime(value) if column.kind is WHEN and isinstance(value, str) else value
