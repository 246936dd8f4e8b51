"""Computes the bounds of a time (ADR 3) from text: a profile of EDTF, plus local times of ISO 8601-1."""

from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Literal

from kiosk.base.model import When
from kiosk.base.time_zones import zone
from kiosk.dates.date_parts import YEARS, DatePoint, parse_interval

_DAY = timedelta(days=1)
_CACHE_SIZE = 1 << 15
"""Times whose bounds are cached: the events of a large programme share their days and hours."""

TimeFault = Literal["form", "date", "year", "order", "gap"]


class WhenError(ValueError):
    """An invalid time."""

    def __init__(self, reason: TimeFault) -> None:
        super().__init__(reason)
        self.reason = reason


@lru_cache(_CACHE_SIZE)
def parse_when(text: str, zone_name: str) -> When:
    """The time in `text` with its bounds in the IANA zone `zone_name`; WhenError, or KeyError for the zone.

    Whole days last from their first to their last second. A start without an end lasts until its local day
    is over; what has a stated end lasts until the second before it.
    """
    local = zone(zone_name)
    try:
        first, last = parse_interval(text)
    except ValueError:
        raise WhenError("form") from None
    is_range = "/" in text
    if bool(first.time) != bool(last.time):
        raise WhenError("form")
    for point, part in zip((first, last), text.split("/") * 2, strict=False):
        _check_date(point, part)
    if is_range and _days(first)[0] > _days(last)[0]:
        raise WhenError("order")
    earliest = _instant(first, local) if first.time else _midnight(_days(first)[0], local)
    ends = is_range and last.time
    latest = (_instant(last, local, fold=1) if ends else _midnight(_days(last)[1] + _DAY, local)) - 1
    if earliest > latest or (is_range and first == last):
        raise WhenError("order")
    return When(text, zone_name, earliest, latest)


def last_second(limit: When) -> int:
    """The last second (UTC) of a time limit: 'until 18:00' ends at 18:00, 'until 8 April' with that day."""
    first, last = parse_interval(limit.edtf)
    return limit.earliest - 1 if first == last and first.time else limit.latest


def _check_date(point: DatePoint, text: str) -> None:
    """Raise WhenError unless this is a date of the calendar, in a year that times may be in."""
    if point.year not in YEARS:
        raise WhenError("year")
    try:
        if point.in_month:
            date.fromisoformat(text[:10])
    except ValueError:
        raise WhenError("date") from None


def _days(point: DatePoint) -> tuple[date, date]:
    """First and last day of a point."""
    if point.season:
        return _months(point.year, 3 * point.season, 3)
    if point.third:
        first, last = _months(point.year, point.month, 1)
        start = first.replace(day=10 * point.third - 9)
        return start, last if point.third == 3 else start.replace(day=10 * point.third)
    if point.day:
        return (date(point.year, point.month, point.day),) * 2
    return _months(point.year, point.month, 1) if point.month else _months(point.year, 1, 12)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months, which may run into the next year."""
    after = month - 1 + count
    return date(year, month, 1), date(year + after // 12, after % 12 + 1, 1) - _DAY


def _instant(point: DatePoint, local: tzinfo, fold: int = 0) -> int:
    """UTC seconds of a local time; where clocks go back it occurs twice, and `fold` 1 is the later."""
    moment = point.moment.replace(tzinfo=local, fold=fold)
    seconds = int(moment.timestamp())
    if datetime.fromtimestamp(seconds, local).replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise WhenError("gap")
    return seconds


def _midnight(day: date, local: tzinfo) -> int:
    """The first second of `day` in UTC; where clocks skip midnight, the second at which they skip."""
    return int(datetime(day.year, day.month, day.day, tzinfo=local).timestamp())
