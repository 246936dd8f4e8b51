"""Writes moments and days of a file as the times of a source (ADR 3), in the zone of its pack."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from kiosk.base.time_zones import zone

_DAY = timedelta(days=1)


class Span(NamedTuple):
    """When something is: from `begin` until `end`, which is exclusive; two days or two moments.

    Moments without a zone are in the zone of the pack. `end` is None where it is not known.
    """

    begin: date
    end: date | None = None


class TimeOrderError(ValueError):
    """A time ends before it begins."""


def written_time(span: Span, zone_name: str) -> str:
    """The time as a source says it, by the clocks of the zone; a span without length has no end.

    What begins at midnight and ends at one, or in the last minute of a day, or has no end, lasts whole days.
    TimeOrderError when it ends before it begins.
    """
    begin, end = _local(span.begin, zone_name), _local(span.end, zone_name) if span.end else None
    if isinstance(begin, datetime) and isinstance(end, datetime) and end < begin:
        raise TimeOrderError(_write(end))
    begin, end = _whole_days(begin, end)
    if end is None:
        return _write(begin)
    if isinstance(begin, datetime) and isinstance(end, datetime):
        return f"{_write(begin)}/{_write(end)}" if end > begin else _write(begin)
    first, last = _day_of(begin), _day_of(end) if isinstance(end, datetime) else end - _DAY
    if last < first:
        raise TimeOrderError(last.isoformat())
    return f"{first}/{last}" if last > first else first.isoformat()


def _whole_days(begin: date, end: date | None) -> tuple[date, date | None]:
    """The span as days, whose end is exclusive, where its hours say no more."""
    if not isinstance(begin, datetime) or begin.time() != time() or (end and not isinstance(end, datetime)):
        return begin, end
    if end is None or end == begin:
        return begin.date(), None
    assert isinstance(end, datetime)
    if end.time() >= time(23, 59):
        return begin.date(), end.date() + _DAY
    return (begin.date(), end.date()) if end.time() == time() else (begin, end)


def _local(moment: date, zone_name: str) -> date:
    """The moment as clocks in the zone show it, to the minute, without a zone; a day as it is."""
    if not isinstance(moment, datetime):
        return moment
    local = moment.astimezone(zone(zone_name)) if moment.tzinfo else moment
    return local.replace(tzinfo=None, second=0, microsecond=0)


def _day_of(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _write(moment: date) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
