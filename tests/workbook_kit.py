"""Makes workbooks as people make them, for tests: sheets of plain rows, and programmes."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from kiosk.authoring.source.problems import Severity
from kiosk.authoring.source.raw_source import RawSource
from kiosk.authoring.workbook.programme_workbook import programme_workbook
from kiosk.authoring.workbook.reading.read_workbook import read_workbook

Rows = Sequence[Sequence[Any]]


def write_sheets(file: Path, sheets: Mapping[str, Rows], merged: Sequence[tuple[str, str]] = ()) -> Path:
    """An XLSX of these sheets; `merged` names sheets and ranges of cells."""
    with Workbook(str(file), {"strings_to_formulas": False}) as book:
        day, clock = book.add_format({"num_format": "dd.mm.yyyy"}), book.add_format({"num_format": "hh:mm"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for position, value in enumerate(row):
                    if isinstance(value, date | datetime):
                        sheet.write_datetime(number, position, value, day)
                    elif isinstance(value, time):
                        sheet.write_datetime(number, position, value, clock)
                    elif value != "":
                        sheet.write(number, position, value)
            for where, cells in merged:
                if where == name:
                    sheet.merge_range(cells, rows[int(cells[1]) - 1][ord(cells[0]) - ord("A")])
    return file


def write_csv(file: Path, rows: Rows, encoding: str = "utf-8", delimiter: str = ";") -> Path:
    """A CSV file in that code page."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    file.write_bytes(text.getvalue().encode(encoding))
    return file


def through_workbook(source: RawSource, folder: Path, language: str) -> RawSource:
    """What is read of a workbook of the source, made below `folder`."""
    file = folder / f"{language}.xlsx"
    file.write_bytes(programme_workbook(source, language))
    return read_workbook(file)


def told(source: RawSource, severity: Severity | None = None) -> list[tuple[str, str, str]]:
    """The problems of a source as (cell, what was typed, code)."""
    return [
        (f"{found.place.column}{found.place.line}", found.typed, found.code)
        for found in source.problems
        if severity in (None, found.severity)
    ]
