"""Reads when an event is from its rows: once, several times, or repeated with changes on single dates."""

from datetime import date

from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.repeats import read_days, read_repeat
from kiosk.authoring.loose.said import SaidDays, SaidRepeat
from kiosk.authoring.loose.times import format_hours
from kiosk.authoring.source.problems import Path
from kiosk.authoring.workbook.columns import by_path
from kiosk.authoring.workbook.event_columns import (
    BEGINS,
    DATE,
    ENDS,
    EXCEPT,
    LAST_DAY,
    ORIGINAL,
    REPEAT,
    STATUS,
    UNTIL,
    VENUE,
)
from kiosk.authoring.workbook.reading.row_document import Row
from kiosk.authoring.workbook.reading.row_times import (
    RowTime,
    read_one_day,
    read_row_hours,
    read_row_time,
    say_hours,
)
from kiosk.authoring.workbook.reading.series_rows import read_rules, read_series
from kiosk.authoring.workbook.reading.table_reader import TableReader

_BESIDE_TIME = by_path((STATUS, ORIGINAL, VENUE))
_BESIDE_DAYS = by_path((STATUS, ORIGINAL))
_OF_SERIES = by_path((UNTIL, EXCEPT))


def read_times(reader: TableReader, rows: list[Row]) -> None:
    """Set `when`, `occurrence`, or `every` with what belongs to it, from the rows of one event."""
    first = rows[0]
    if cell := first.cells.get(REPEAT.path):
        read_series(reader, rows, read_rules(reader, cell), cell)
        return
    if _repeat_in_date(reader, first):
        read_series(reader, rows, read_rules(reader, first.cells[DATE.path]), first.cells[DATE.path])
        return
    reader.read_all(first, _OF_SERIES)  # for the check, which asks what it belongs to
    if len(rows) == 1 and (days := _days_in_date(reader, first)):
        _put_days(reader, first, days)
    elif len(rows) == 1 and VENUE.path not in first.cells:
        time = read_row_time(reader, first)
        if time.is_daily:
            _put_daily(reader, first, time)
        else:
            _put_occurrence(reader, first, time, ())
    else:
        for number, row in enumerate(row for row in rows if _says_when(row)):
            _put_occurrence(reader, row, read_one_day(reader, row), ("occurrence", number))


def _says_when(row: Row) -> bool:
    columns = (DATE, BEGINS, ENDS, LAST_DAY, STATUS, ORIGINAL, VENUE)
    return any(column.path in row.cells for column in columns)


def _repeat_in_date(reader: TableReader, row: Row) -> bool:
    """Whether a repetition stands where a date is expected, with its first day."""
    cell = row.cells.get(DATE.path)
    if not cell or DATE.kind.read(cell.value, reader.names):
        return False
    found = read_repeat(cell.typed, reader.names.near)
    return bool(found and found.value.first)


def _days_in_date(reader: TableReader, row: Row) -> tuple[Reading[date], ...]:
    """The days that are listed where one date is expected; none for one date or what is no list."""
    cell = row.cells.get(DATE.path)
    if not cell or DATE.kind.read(cell.value, reader.names):
        return ()
    days = read_days(cell.typed, reader.names.near) or ()
    return days if len(days) > 1 else ()


def _put_days(reader: TableReader, row: Row, days: tuple[Reading[date], ...]) -> None:
    """Several days at the same hours."""
    cell, hours = row.cells[DATE.path], read_row_hours(reader, row)
    reader.echo(DATE.path, cell, SaidDays(tuple(day.value for day in days)))
    for number, day in enumerate(sorted(one.value for one in days)):
        into = ("occurrence", number)
        reader.put((*into, "when"), format_hours(day, hours) if hours else day.isoformat(), cell)
        reader.read_all(row, _BESIDE_TIME, into)


def _put_occurrence(reader: TableReader, row: Row, time: RowTime, into: Path) -> None:
    if time.when and (cell := row.cells.get(DATE.path)):
        reader.put((*into, "when"), time.when, cell)
    reader.read_all(row, _BESIDE_TIME, into)


def _put_daily(reader: TableReader, row: Row, time: RowTime) -> None:
    """Several days with hours are a series of all days."""
    cell, hours = row.cells[DATE.path], say_hours(time.hours) if time.hours else ""
    reader.put(("every",), f"day {hours}", cell)
    reader.put(("first",), time.first, cell)
    reader.put(("until",), time.last, row.cells.get(LAST_DAY.path, cell))
    days = tuple(day for day in (time.first, time.last) if day)
    reader.echo(DATE.path, cell, SaidRepeat("FREQ=DAILY", hours, days))
    reader.read_all(row, _BESIDE_DAYS)
