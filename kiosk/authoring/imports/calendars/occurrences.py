"""Says when an event of a calendar is, as fields of an event's table: once, a series, or a list of times."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from kiosk.authoring.imports.calendars.properties import Properties
from kiosk.authoring.imports.calendars.repeated_dates import Moment, repeated_dates
from kiosk.authoring.imports.calendars.series import as_series
from kiosk.authoring.imports.calendars.times import CalendarZones, read_length, read_time
from kiosk.authoring.imports.times import Span, written_time

_DAY = timedelta(days=1)


class Context(NamedTuple):
    """What the times of a calendar depend on: its zones, the zone of the pack, the day of the import."""

    zones: CalendarZones
    zone: str
    today: date


class Times(NamedTuple):
    """The fields that say when an event is; `is_cut` says that it is repeated beyond them."""

    fields: dict[str, Any]
    is_cut: bool = False


def event_times(event: Properties, changes: Sequence[Properties], context: Context) -> Times:
    """When `event` is, with `changes` on single dates of it (RECURRENCE-ID). ValueError, TimeOrderError."""
    start = event.first("DTSTART")
    if start is None:
        raise ValueError("DTSTART")
    begin = read_time(start.value, context.zones, start.zone)
    length = _length(event, begin, context.zones)
    dates = repeated_dates(event, begin, context.zones, context.today)
    every = {one: _written(one, length, context.zone) for one in dates.begins}
    changed = _changes(changes, every, context)
    if len(every) == 1 and not changed and not dates.left_out:
        return Times({"when": next(iter(every.values())), **status_of(event)})
    left_out = {every[one] for one in dates.left_out}
    series = as_series(list(every.values()), context.zone)
    fields = _as_series(series, left_out, changed) if series else None
    fields = fields or _as_list([time for time in every.values() if time not in left_out], changed)
    return Times({**fields, **_whole_status(event, fields)}, dates.is_cut)


def single_times(changes: Sequence[Properties], context: Context) -> Times:
    """The times of changed dates whose series the calendar does not hold."""
    times = []
    for change in changes:
        time = _own_time(change, context)
        times.append({"when": time, **status_of(change)})
    return Times(times[0] if len(times) == 1 else {"occurrence": _distinct(times)})


def status_of(event: Properties) -> dict[str, str]:
    """The field 'status' of what is cancelled."""
    return {"status": "cancelled"} if event.text("STATUS").upper() == "CANCELLED" else {}


def _length(event: Properties, begin: Moment, zones: CalendarZones) -> timedelta | None:
    """From DTSTART to DTEND; a day without an end lasts one day, a moment without one has none."""
    end = event.first("DTEND")
    if end is None:
        return read_length(event.text("DURATION")) or (None if isinstance(begin, datetime) else _DAY)
    until = read_time(end.value, zones, end.zone)
    if not isinstance(begin, datetime) or not isinstance(until, datetime):
        first, last = (one.date() if isinstance(one, datetime) else one for one in (begin, until))
        return max(last - first, _DAY) if last >= first else last - first
    if (begin.tzinfo is None) != (until.tzinfo is None):
        begin, until = begin.replace(tzinfo=None), until.replace(tzinfo=None)
    return until - begin


def _written(begin: Moment, length: timedelta | None, zone: str) -> str:
    return written_time(Span(begin, None if length is None else begin + length), zone)


def _own_time(event: Properties, context: Context) -> str:
    start = event.first("DTSTART")
    if start is None:
        raise ValueError("DTSTART")
    begin = read_time(start.value, context.zones, start.zone)
    return _written(begin, _length(event, begin, context.zones), context.zone)


class _Change(NamedTuple):
    original: str
    when: str
    is_cancelled: bool


def _changes(changes: Sequence[Properties], every: Mapping[Moment, str], context: Context) -> list[_Change]:
    """What is otherwise on dates of the event, by their original times; the last word on a date counts."""
    found: dict[str, _Change] = {}
    for change in changes:
        named = change.first("RECURRENCE-ID")
        assert named is not None
        moment = read_time(named.value, context.zones, named.zone)
        original = next((time for one, time in every.items() if _is_same(one, moment)), "")
        when = _own_time(change, context) if change.first("DTSTART") else original
        if original:
            found[original] = _Change(original, when, bool(status_of(change)))
        elif not status_of(change):
            found[when] = _Change("", when, False)
    return list(found.values())


def _is_same(begin: Moment, named: Moment) -> bool:
    if isinstance(begin, datetime) and isinstance(named, datetime):
        if (begin.tzinfo is None) == (named.tzinfo is None):
            return begin == named
        return begin.replace(tzinfo=None) == named.replace(tzinfo=None)
    days = [one.date() if isinstance(one, datetime) else one for one in (begin, named)]
    return days[0] == days[1]


def _as_series(
    series: dict[str, Any], left_out: set[str], changes: Sequence[_Change]
) -> dict[str, Any] | None:
    """The series with `except` and `change`; None where these cannot say it."""
    if any(not change.original for change in changes):
        return None
    except_days = sorted(date.fromisoformat(time[:10]) for time in left_out)
    tables: list[dict[str, Any]] = []
    for change in sorted(changes):
        day = date.fromisoformat(change.original[:10])
        if day in except_days:
            return None
        if change.is_cancelled:
            tables.append({"date": day, "status": "cancelled"})
        elif change.when != change.original:
            tables.append({"date": day, "when": change.when})
    return series | ({"except": except_days} if except_days else {}) | ({"change": tables} if tables else {})


def _as_list(times: Sequence[str], changes: Sequence[_Change]) -> dict[str, Any]:
    by_original = {change.original: change for change in changes if change.original}
    tables = [_occurrence(time, by_original.get(time)) for time in times]
    tables += [{"when": change.when} for change in changes if change.original not in times]
    if not tables:
        raise ValueError("EXDATE")
    tables = _distinct(tables)
    return tables[0] if len(tables) == 1 else {"occurrence": tables}


def _occurrence(time: str, change: _Change | None) -> dict[str, str]:
    if change and change.is_cancelled:
        return {"when": time, "status": "cancelled"}
    if change and change.when != time:
        return {"when": change.when, "status": "moved", "original": time}
    return {"when": time}


def _distinct(tables: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """The tables by time, each time once."""
    return [table for _, table in sorted({table["when"]: table for table in tables}.items())]


def _whole_status(event: Properties, fields: Mapping[str, Any]) -> dict[str, Any]:
    """A cancelled event is cancelled on all its dates."""
    status = status_of(event)
    if status and "occurrence" in fields:
        return {"occurrence": [{"when": one["when"], **status} for one in fields["occurrence"]]}
    return dict(status)
