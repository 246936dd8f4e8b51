"""Reads the date, the last day and the hours of a row."""

from datetime import date
from typing import NamedTuple

from kiosk.authoring.loose.days import read_day_without_weekday
from kiosk.authoring.loose.hours import DAY, Hours, read_hours
from kiosk.authoring.loose.said import SaidTime
from kiosk.authoring.loose.times import format_hours
from kiosk.authoring.source.problems import Severity
from kiosk.authoring.workbook.cells import CellValue, text_of
from kiosk.authoring.workbook.columns import Column
from kiosk.authoring.workbook.event_columns import BEGINS, DATE, ENDS, LAST_DAY
from kiosk.authoring.workbook.kinds import as_clock
from kiosk.authoring.workbook.reading.row_document import Cell, Row
from kiosk.authoring.workbook.reading.table_reader import TableReader


class RowTime(NamedTuple):
    """What a row says of a time: `when` as ADR 3 writes it or as it is typed, its days, its hours.

    `first` is known of one day and of several, `last` of several only.
    """

    when: str = ""
    first: date | None = None
    last: date | None = None
    hours: Hours | None = None

    @property
    def is_daily(self) -> bool:
        """Whether it is several days that have hours: at these hours of each day."""
        return self.last is not None and self.hours is not None


def read_row_time(reader: TableReader, row: Row) -> RowTime:
    """The time of a row; that hours need a day which is known exactly is told."""
    cell = row.cells.get(DATE.path)
    is_known = cell is not None and DATE.kind.read(cell.value, reader.names) is not None
    when = _read_date(reader, cell, is_known) if cell else ""
    first, last = _days_of(when)
    if (last_cell := row.cells.get(LAST_DAY.path)) and first:
        found = reader.read(last_cell, LAST_DAY)
        last = found if isinstance(found, date) and found != first else last
        when = f"{first}/{found}" if last else when
    hours = read_row_hours(reader, row)
    if hours and not first and is_known:
        reader.tell(Severity.ERROR, "hours_without_day", BEGINS.path, row.cells[BEGINS.path])
    if hours and first and not last:
        when = format_hours(first, hours)
    return RowTime(when, first, last, hours)


def read_one_day(reader: TableReader, row: Row) -> RowTime:
    """The time of a row that is one of several; that it has several days with hours is told."""
    time = read_row_time(reader, row)
    if time.is_daily:
        reader.tell(Severity.ERROR, "hours_without_day", BEGINS.path, row.cells[BEGINS.path])
    return time


def _read_date(reader: TableReader, cell: Cell, is_known: bool) -> str:
    """The date of a row; that a weekday is not that of its date is told."""
    day = None if is_known else read_day_without_weekday(cell.typed, reader.names.near)
    if day is None:
        return str(reader.read(cell, DATE))
    said = SaidTime(day.value.isoformat())
    reader.tell(Severity.ERROR, "weekday_wrong", DATE.path, cell, read=said)
    return said.edtf


def _days_of(when: str) -> tuple[date | None, date | None]:
    """The first and the last day of a time without hours; None for what it does not say exactly."""
    try:
        days = [date.fromisoformat(part) for part in when.split("/") if len(part) == len("2016-04-09")]
    except ValueError:
        return None, None
    if len(days) != when.count("/") + 1:
        return None, None
    return days[0], days[1] if len(days) == 2 else None


def read_row_hours(reader: TableReader, row: Row) -> Hours | None:
    """The hours of a row: both in one cell, or each in its own; that they are none is told."""
    first, last = row.cells.get(BEGINS.path), row.cells.get(ENDS.path)
    if not first:
        if last:
            reader.tell(Severity.ERROR, "hours_form", ENDS.path, last)
        return None
    found = read_hours(" - ".join(_clock_text(cell.value) for cell in (first, last) if cell))
    if found is None:
        is_begin_known = last is not None and read_hours(_clock_text(first.value)) is not None
        reader.tell(Severity.ERROR, "hours_form", BEGINS.path, last if is_begin_known and last else first)
        return None
    if not found.is_certain:
        reader.echo(BEGINS.path, first, say_hours(found.value))
    return found.value


def read_day_cell(reader: TableReader, row: Row, column: Column) -> date | str | None:
    """The day in a cell that may hold a time: its day, or what is typed; None for an empty cell."""
    cell = row.cells.get(column.path)
    return (_days_of(str(when := reader.read(cell, column))[:10])[0] or str(when)) if cell else None


def _clock_text(value: CellValue) -> str:
    """The time of day in a cell, with colons where it holds a number."""
    clock = as_clock(value)
    return text_of(value) if clock is None else f"{clock // 60:02}:{clock % 60:02}"


def say_hours(hours: Hours) -> str:
    """Hours as a source writes them behind a rule, '18:00-19:30'; an end of the next day is a time of day."""
    ends = hours.ends if hours.ends is None or hours.ends <= DAY else hours.ends - DAY
    minutes = [hours.begins % DAY] if ends is None else [hours.begins % DAY, ends]
    return "-".join(f"{minute // 60:02}:{minute % 60:02}" for minute in minutes)
