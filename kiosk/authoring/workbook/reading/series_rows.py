"""Reads a series from the rows of an event: the rule from the first, a change of one date from each other."""

from kiosk.authoring.loose.repeats import Repeat, read_repeat
from kiosk.authoring.loose.said import SaidRepeat
from kiosk.authoring.source.every import parse_every
from kiosk.authoring.source.problems import Path
from kiosk.authoring.workbook.cells import split_list
from kiosk.authoring.workbook.columns import by_path
from kiosk.authoring.workbook.event_columns import (
    BEGINS,
    DATE,
    EXCEPT,
    LAST_DAY,
    ORIGINAL,
    REPEAT,
    STATUS,
    UNTIL,
    VENUE,
)
from kiosk.authoring.workbook.reading.row_document import Cell, Row
from kiosk.authoring.workbook.reading.row_times import (
    read_day_cell,
    read_one_day,
    read_row_hours,
    say_hours,
)
from kiosk.authoring.workbook.reading.table_reader import TableReader

_OF_SERIES = by_path((UNTIL, EXCEPT, STATUS))
_OF_CHANGE = by_path((STATUS, VENUE))


def read_series(reader: TableReader, rows: list[Row], rules: list[Repeat], cell: Cell) -> None:
    """Set `every`, `first`, `until`, `except` and `change`; `rules` were read of `cell`."""
    first = rows[0]
    hours = read_row_hours(reader, first)
    if hours and not any(_has_hours(rule.every) for rule in rules):
        rules = [rule._replace(every=f"{rule.every} {say_hours(hours)}") for rule in rules]
    said = [rule.every for rule in rules]
    reader.put(("every",), said[0] if len(said) == 1 else said, cell)
    reader.put(("until",), next((rule.until for rule in rules if rule.until), None), cell)
    reader.put(("except",), sorted({day for rule in rules for day in rule.left_out}) or None, cell)
    if begin := next((rule.first for rule in rules if rule.first), None):
        reader.put(("first",), begin, cell)
    elif date_cell := first.cells.get(DATE.path):
        reader.put(("first",), read_day_cell(reader, first, DATE), date_cell)
    if (last_day := first.cells.get(LAST_DAY.path)) and UNTIL.path not in first.cells:
        reader.put(("until",), reader.read(last_day, LAST_DAY), last_day)
    reader.read_all(first, _OF_SERIES)
    for number, row in enumerate(rows[1:]):
        _read_change(reader, row, ("change", number))


def _has_hours(every: str) -> bool:
    try:
        return bool(parse_every(every).begins)
    except ValueError:
        return False


def read_rules(reader: TableReader, cell: Cell) -> list[Repeat]:
    """The rules in one cell, semicolons between them; what is not understood is passed on as it is."""
    whole = read_repeat(cell.typed, reader.names.near)
    found = [whole] if whole else [read_repeat(part, reader.names.near) for part in split_list(cell.typed)]
    rules = [one for one in found if one]
    if len(rules) != len(found):
        return [Repeat(cell.typed)]
    for rule in rules:
        if not rule.is_certain:
            reader.echo(REPEAT.path, cell, _said(rule.value))
    return [one.value for one in rules]


def _said(repeat: Repeat) -> SaidRepeat:
    every = parse_every(repeat.every)
    days = (repeat.first, repeat.until, *repeat.left_out)
    hours = "–".join(filter(None, (every.begins, every.ends)))
    return SaidRepeat(every.rule, hours, tuple(day for day in days if day))


def _read_change(reader: TableReader, row: Row, into: Path) -> None:
    """One date of a series: moved from another one, at another hour or place, cancelled or full."""
    time = read_one_day(reader, row)
    original = read_day_cell(reader, row, ORIGINAL)
    if cell := row.cells.get(ORIGINAL.path) or row.cells.get(DATE.path):
        reader.put((*into, "date"), original or time.first or time.when[:10], cell)
    if time.when and (original or "T" in time.when):
        reader.put((*into, "when"), time.when, row.cells.get(DATE.path) or row.cells[BEGINS.path])
    reader.read_all(row, _OF_CHANGE, into)
