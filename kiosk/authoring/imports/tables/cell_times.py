"""Reads days, moments, hours and durations from the cells of a table."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from kiosk.authoring.imports.iso_times import parse_duration, parse_iso
from kiosk.authoring.imports.tables.day_words import day_of, weekday_of
from kiosk.authoring.imports.tables.table import Cell, cell_text
from kiosk.authoring.loose.days import read_day
from kiosk.authoring.loose.hours import DAY, Hours, read_hours
from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.times import read_when


class DayWordError(ValueError):
    """A word names a day of the week, and nothing says of which date."""


def is_time(cell: Cell) -> bool:
    """Whether the cell says a day or a moment."""
    try:
        return isinstance(cell, date) or (isinstance(cell, str) and bool(parse_iso(cell) or read_when(cell)))
    except ValueError:
        return False


def certain_day(cell: Cell) -> date | None:
    """The day that a cell says with its year, in no other way than one; None otherwise."""
    try:
        found = read_moment(cell, {})
    except DayWordError:
        return None
    if not found or not found.is_certain or isinstance(found.value, str):
        return None
    return found.value.date() if isinstance(found.value, datetime) else found.value


def read_moment(cell: Cell, days: Mapping[str, date], near: date | None = None) -> Reading[date | str] | None:
    """The day or moment in a cell, or a time as ADR 3 writes it when it is less or more than that.

    `days` are the dates of words; a day without a year is the one nearest to `near`. None when it cannot be
    read; DayWordError.
    """
    if isinstance(cell, date):
        return Reading(cell)
    text = cell_text(cell)
    try:
        if iso := parse_iso(text):
            return Reading(iso.moment, not iso.is_loose)
    except ValueError:
        return None
    if found := day_of(text, days):
        return Reading(found)
    if weekday_of(text):
        raise DayWordError(text)
    if day := read_day(text, near):
        return Reading(day.value, day.is_certain)
    when = read_when(text, near)
    return Reading(when.value, when.is_certain) if when else None


def read_cell_hours(cell: Cell) -> Reading[Hours] | None:
    """The hours in a cell; a whole number is an hour, another one a part of a day. None for none."""
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, time):
        return Reading(Hours(cell.hour * 60 + cell.minute))
    if isinstance(cell, timedelta):
        return Reading(Hours(int(cell.total_seconds() // 60)))
    if isinstance(cell, float) and 0 <= cell < 1:
        return Reading(Hours(round(cell * DAY)))
    text = cell_text(cell)
    found = read_hours(text) if text else None
    if found is None:
        return None
    is_certain = (found.is_certain or text.isdigit()) and found.value.begins < DAY
    return Reading(found.value, is_certain)


def read_length(cell: Cell) -> timedelta | None:
    """The duration in a cell; a number counts minutes."""
    if isinstance(cell, timedelta):
        return cell
    if isinstance(cell, time):
        return timedelta(hours=cell.hour, minutes=cell.minute)
    text = cell_text(cell)
    return timedelta(minutes=int(text)) if text.isdigit() else parse_duration(text)
