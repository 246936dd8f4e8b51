"""A table of events that others made: rows of a CSV file or a worksheet, or objects of a JSON list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from kiosk.authoring.source.problems import Place

Cell = str | int | float | bool | date | datetime | time | timedelta | None


class Row(NamedTuple):
    """The cells of one row by the names of their columns, and its place."""

    place: Place
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Table:
    """`columns` are the names of the columns in order; `letters` those of the columns of a worksheet.

    `left_out` are the worksheets with other columns.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    letters: Mapping[str, str]
    left_out: tuple[str, ...] = ()


def cell_text(cell: Cell) -> str:
    """The cell as its author sees it: whole numbers without a fraction."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def make_table(grid: Sequence[Sequence[Cell]], header: int, places: Sequence[Place]) -> Table:
    """The table of a grid of cells whose row `header` names the columns.

    A column whose header is empty or a number is named by the header above it, together with that number.
    Columns without any name have the letters of worksheets; empty rows are left out.
    """
    width = max((len(row) for row in grid), default=0)
    names = _column_names(grid, header, width)
    letters = {name: column_letters(number) for number, name in enumerate(names)}
    rows = [
        Row(place, dict(zip(names, row, strict=False)))
        for place, row in zip(places[header + 1 :], grid[header + 1 :], strict=True)
        if any(cell_text(cell) for cell in row)
    ]
    return Table(tuple(names), tuple(rows), letters)


def column_letters(number: int) -> str:
    """The letters of a column of a worksheet, counted from 0: 0 is A, 26 is AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _column_names(grid: Sequence[Sequence[Cell]], header: int, width: int) -> list[str]:
    names: list[str] = []
    group = ""
    above = grid[header - 1] if header else ()
    for number in range(width):
        own = _one_line(grid[header][number]) if number < len(grid[header]) else ""
        group = _one_line(above[number]) or group if number < len(above) else group
        if not own or own.isdigit():
            own = f"{group} {own}".strip() if own and group else column_letters(number)
        count = sum(name == own or name.startswith(f"{own} (") for name in names)
        names.append(f"{own} ({count + 1})" if count else own)
    return names


def _one_line(cell: Cell) -> str:
    return " ".join(cell_text(cell).split())
