"""Reads when the event of a row is, from one column or from several."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from kiosk.authoring.imports.tables.cell_times import read_cell_hours, read_length, read_moment
from kiosk.authoring.imports.tables.table import Cell, cell_text
from kiosk.authoring.imports.times import Span, written_time
from kiosk.authoring.loose.hours import DAY, Hours
from kiosk.authoring.loose.times import format_hours

_DAY = timedelta(days=1)


class RowTime(NamedTuple):
    """The time of a row as a source writes it, and what was read from something loose, by field."""

    when: str
    loose: Mapping[str, str]


def read_row_time(
    cell: Callable[[str], Cell], zone: str, days: Mapping[str, date], near: date | None = None
) -> RowTime:
    """The time in the cells of a row, which `cell` gives by field; `days` and `near` as for `read_moment`.

    ValueError with the field when it cannot be read, DayWordError with the word, TimeOrderError.
    """
    row = _Row(cell, days, near)
    return RowTime(row.when(zone), row.loose)


class _Row:
    def __init__(self, cell: Callable[[str], Cell], days: Mapping[str, date], near: date | None) -> None:
        self.loose: dict[str, str] = {}
        self._cell = cell
        self._days, self._near = days, near

    def when(self, zone: str) -> str:
        field = "day" if self._has("day") else "begin"
        begin, hours = self._moment(field), self._begin_hours(field)
        if isinstance(begin, str):
            if hours or self._has("end"):
                raise ValueError(field)
            return begin
        if hours and not (isinstance(begin, datetime) and begin.time() != time()):
            return self._with_hours(_day(begin), hours)
        return written_time(Span(begin, self._end(begin)), zone)

    def _has(self, field: str) -> bool:
        return bool(cell_text(self._cell(field)))

    def _moment(self, field: str) -> date | str:
        found = read_moment(self._cell(field), self._days, self._near)
        if found is None:
            raise ValueError(field)
        if not found.is_certain:
            self.loose[field] = str(found.value).removesuffix(" 00:00:00")
        return found.value

    def _hours(self, field: str) -> Hours | None:
        """The hours in a cell, None for an empty one."""
        if not self._has(field):
            return None
        found = read_cell_hours(self._cell(field))
        if found is None:
            raise ValueError(field)
        if not found.is_certain:
            self.loose[field] = ""
        return found.value

    def _begin_hours(self, day_field: str) -> Hours | None:
        """The hours beside a day, which may stand in the column of the begin."""
        field = "begin" if day_field == "day" and not self._has("begin_hour") else "begin_hour"
        return self._hours(field)

    def _end(self, begin: date) -> date | None:
        """The end, which is exclusive; one that is a day belongs to the event."""
        if self._has("end"):
            end = self._moment("end")
            if isinstance(end, str):
                raise ValueError("end")
            if isinstance(end, datetime):
                return end
            return None if isinstance(begin, datetime) and end == begin.date() else end + _DAY
        length = read_length(self._cell("length"))
        return begin + length if length and isinstance(begin, datetime) else None

    def _with_hours(self, day: date, hours: Hours) -> str:
        """The hours of a day, with an end from wherever it stands."""
        begins, ends = hours
        for field in ("end_hour", "end"):
            if ends is None and (last := self._hours(field)):
                night = begins - begins % DAY
                ends = last.begins + night + (DAY if last.begins + night <= begins else 0)
        if ends is None and (length := read_length(self._cell("length"))):
            ends = begins + int(length.total_seconds() // 60)
        when = format_hours(day, Hours(begins, ends))
        self.loose = {field: read or when for field, read in self.loose.items()}
        return when


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
