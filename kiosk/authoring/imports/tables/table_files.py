"""Reads tables from CSV files, workbooks and JSON."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from kiosk.authoring.imports.subject import Subject
from kiosk.authoring.imports.tables.column_names import find_header, key_columns
from kiosk.authoring.imports.tables.table import Cell, Row, Table, make_table
from kiosk.authoring.source.problems import Place

_DELIMITERS = ",;\t|"


def read_csv_table(subject: Subject, text: str) -> Table:
    """The table of a CSV file; the delimiter is the one that its first lines have most of."""
    head = "".join(text.splitlines(keepends=True)[:5])
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    grid: list[list[str]] = []
    lines: list[int] = []
    last = 0
    for row in reader:
        grid.append(row)
        lines.append(last + 1)
        last = reader.line_num
    places = [subject.place(line) for line in lines]
    return make_table(grid, find_header(grid), places)


def read_workbook_table(subject: Subject) -> Table:
    """The table of the worksheet whose columns are known best, and of others with the same ones.

    ValueError when it is no workbook that can be read.
    """
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(subject.data))
        grids = {
            name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in workbook.sheet_names
        }
    except CalamineError as error:
        raise ValueError(str(error)) from error
    tables = {name: _sheet_table(subject, name, grid) for name, grid in grids.items() if grid}
    best = max(tables.values(), key=lambda table: len(key_columns(table)), default=None)
    if best is None:
        raise ValueError(subject.name)
    same = [table for table in tables.values() if key_columns(best) <= set(table.columns)]
    left_out = tuple(name for name, table in tables.items() if table not in same and table.rows)
    rows = tuple(row for table in same for row in table.rows)
    return Table(best.columns, rows, best.letters, left_out)


def _sheet_table(subject: Subject, name: str, grid: Sequence[Sequence[Cell]]) -> Table:
    places = [Place(subject.name, number, name) for number in range(1, len(grid) + 1)]
    return make_table(grid, find_header(grid), places)


def read_json_table(subject: Subject, tree: object) -> Table:
    """The longest list of objects in a value of JSON; a key inside of an object is 'outer.inner'."""
    objects = max(_lists(tree), key=len, default=[tree] if isinstance(tree, dict) else [])
    rows = [Row(subject.place(getattr(one, "line", 0)), dict(_flat(one, ""))) for one in objects]
    columns = tuple(dict.fromkeys(name for row in rows for name in row.cells))
    return Table(columns, tuple(row for row in rows if row.cells), {})


def _lists(tree: object) -> Iterator[Sequence[Mapping[str, Any]]]:
    if isinstance(tree, list):
        objects = [one for one in tree if isinstance(one, dict)]
        if objects:
            yield objects
        for one in tree:
            yield from _lists(one)
    elif isinstance(tree, dict):
        for one in tree.values():
            yield from _lists(one)


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Cell]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        elif isinstance(value, list):
            texts = [str(one.get("name", "")) if isinstance(one, dict) else str(one) for one in value]
            yield prefix + key, "\n".join(filter(None, texts))
        else:
            yield prefix + key, value
