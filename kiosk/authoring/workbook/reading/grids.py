"""Opens workbooks and CSV files as grids of cells."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from kiosk.authoring.source.problems import Place, Problem
from kiosk.authoring.workbook.cells import CellValue, column_letters
from kiosk.authoring.workbook.reading.code_pages import decode
from kiosk.authoring.workbook.reading.hidden_rows import hidden_rows
from kiosk.base.safe_open import read_regular_file

_CSV_FILES = frozenset((".csv", ".tsv"))
_DELIMITERS = ";,\t"


@dataclass(frozen=True)
class Grid:
    """The cells of a sheet from its first row and column on; `name` is '' in a CSV file.

    `hidden` are the rows that a spreadsheet does not show, counted from 0. `said` has what people have said
    that headers name, '' for what is not for visitors.
    """

    file: str
    name: str
    rows: Sequence[Sequence[CellValue]]
    hidden: frozenset[int] = frozenset()
    said: Mapping[str, str] = field(default_factory=dict)

    def place(self, row: int, column: int | None = None) -> Place:
        """The place of a cell, or of a row; both are counted from 0."""
        return Place(self.file, row + 1, self.name, "" if column is None else column_letters(column))


def read_grids(path: FilePath) -> list[Grid] | Problem:
    """The sheets of the file, or the problem of why it cannot be read."""
    try:
        data = read_regular_file(path)
    except OSError:
        return Problem("file_unreadable", Place(path.name))
    if path.suffix.lower() in _CSV_FILES:
        return [_read_csv(path.name, decode(data))]
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
            hidden = hidden_rows(data)
            return [
                Grid(path.name, sheet.name, _fill_merged(sheet), hidden.get(sheet.name, frozenset()))
                for sheet in sheets
            ]
    except PasswordError:
        return Problem("workbook_locked", Place(path.name))
    except CalamineError:
        return Problem("workbook_damaged", Place(path.name))


def _read_csv(name: str, text: str) -> Grid:
    """The delimiter is the one that the first line names as 'sep=;', or that the first lines have most of."""
    head = "\n".join(text.splitlines()[:5])
    named = head[4:5] if head.startswith("sep=") else ""
    delimiter = named if named and named in _DELIMITERS else max(_DELIMITERS, key=head.count)
    return Grid(name, "", list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))


def _fill_merged(sheet: CalamineSheet) -> list[list[CellValue]]:
    """The rows of a sheet; what is merged over several rows stands in each of them."""
    rows: list[list[CellValue]] = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row):
                row[left] = rows[top][left]
    return rows
