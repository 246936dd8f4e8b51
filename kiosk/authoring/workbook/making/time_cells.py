"""Writes times, repetitions and their changes as the cells of rows."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from kiosk.authoring.loose.repeats import read_repeat
from kiosk.authoring.loose.said import say_rule
from kiosk.authoring.source.every import Every, parse_every
from kiosk.authoring.workbook.cells import CellValue, join_list
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
from kiosk.authoring.workbook.making.table_cells import Cells, table_cells
from kiosk.authoring.workbook.names import Names
from kiosk.dates.date_parts import MIDNIGHT, DatePoint, is_one_day, parse_interval

_FIRST_YEAR = 1901
"""Spreadsheets disagree about the dates before it."""


def time_rows(event: Mapping[str, Any], names: Names) -> list[Cells]:
    """The cells that say when an event is: one row, or one for each time or change."""
    if "every" in event:
        changes = [_change_cells(change, names) for change in event.get("change", [])]
        return [_series_cells(event, names), *changes]
    return [_occurrence_cells(one, names) for one in event.get("occurrence", [event])] or [{}]


def _occurrence_cells(occurrence: Mapping[str, Any], names: Names) -> Cells:
    when = _when_cells(occurrence["when"]) if "when" in occurrence else {}
    original = {ORIGINAL.path: _moment(occurrence["original"])} if "original" in occurrence else {}
    return when | original | table_cells(occurrence, (STATUS, VENUE), names)


def _moment(when: str) -> CellValue:
    """A time in one cell: a day as a date, anything else as ADR 3 writes it."""
    cells = _when_cells(when)
    return cells[DATE.path] if len(cells) == 1 else when


def _when_cells(when: str) -> Cells:
    """A time as date, last day and hours; one that is not so exact as it is written."""
    try:
        first, last = parse_interval(when)
    except ValueError:
        return {DATE.path: when}
    if (
        not (first.day and last.day)
        or first.year < _FIRST_YEAR
        or first.is_approximate
        or last.is_approximate
    ):
        return {DATE.path: when}
    cells: Cells = {DATE.path: first.date}
    if first.time:
        cells[BEGINS.path] = _clock(first)
    if first.time and "/" in when:
        return cells | {ENDS.path: _clock(last)} if is_one_day(first, last) else {DATE.path: when}
    return cells | {LAST_DAY.path: last.date} if "/" in when else cells


def _clock(point: DatePoint) -> CellValue:
    return point.time if point.time == MIDNIGHT else time.fromisoformat(point.time)


def _series_cells(event: Mapping[str, Any], names: Names) -> Cells:
    written = event["every"] if isinstance(event["every"], list) else [event["every"]]
    hours: Cells = {}
    if len(written) == 1 and (rule := _parse(written[0])) and rule.begins:
        ends = {ENDS.path: _clock_of(rule.ends)} if rule.ends else {}
        hours = {BEGINS.path: _clock_of(rule.begins)} | ends
    said = join_list([_say(text, names, with_hours=not hours) for text in written])
    first = {DATE.path: event["first"]} if "first" in event else {}
    return {REPEAT.path: said} | first | hours | table_cells(event, (UNTIL, EXCEPT, STATUS), names)


def _parse(written: str) -> Every | None:
    try:
        return parse_every(written)
    except ValueError:
        return None


def _clock_of(written: str) -> CellValue:
    return written if written == MIDNIGHT else time.fromisoformat(written)


def _say(written: str, names: Names, with_hours: bool) -> str:
    """A rule in the words of the language, where they are understood again; else as it is written."""
    rule = _parse(written)
    if rule is None:
        return written
    words = say_rule(rule.rule, names.language)
    again = read_repeat(words)
    if not again or not again.is_certain or parse_every(again.value.every).rule != rule.rule:
        words = written.removesuffix(_hours_of(rule)).strip()
    return f"{words} {_hours_of(rule)}".strip() if with_hours else words


def _hours_of(rule: Every) -> str:
    return "-".join(filter(None, (rule.begins, rule.ends)))


def _change_cells(change: Mapping[str, Any], names: Names) -> Cells:
    day, when = change.get("date"), change.get("when")
    cells = _when_cells(when) if isinstance(when, str) else {}
    if not cells and day is not None:
        cells = {DATE.path: day}
    elif isinstance(day, date) and cells.get(DATE.path) != day:
        cells |= {ORIGINAL.path: day}
    return cells | table_cells(change, (STATUS, VENUE), names)
