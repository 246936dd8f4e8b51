"""Parses the written form of a time (ADR 3); the pack builder has checked that the date exists."""

import re
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

WINTER = 4
"""The season that extends into the next year."""

YEARS = range(1900, 2101)
"""The years a time may be in (ADR 3)."""

_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?:2(?P<season>[1-4])|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:T(?P<time>[01]\d:[0-5]\d|2[0-3]:[0-5]\d|24:00))?)?))?(?P<about>~?)",
    re.ASCII,
)


MIDNIGHT = "24:00"
"""The end of a day (ISO 8601-1:2019/Amd 1:2022, 4.3.8); only an end has this time of day."""

NIGHT_ENDS = "06:00"
"""What begins on one day and ends by this time of the next belongs to the day on which it begins."""

Third = Literal[1, 2, 3]
"""A part of a month: 1 early, 2 mid, 3 late."""
_THIRDS: tuple[Third, ...] = (1, 2, 3)


class DatePoint(NamedTuple):
    """One end of a time: a year, and if known a season (1 spring to 4 winter) or month, day, local 'HH:MM'.

    Unknown parts are 0 or ''. An approximate day is replaced by `third`, its part of the month.
    `is_approximate` marks anything coarser.
    """

    year: int
    season: int = 0
    month: int = 0
    third: Third | Literal[0] = 0
    day: int = 0
    time: str = ""
    is_approximate: bool = False

    @property
    def in_month(self) -> bool:
        """Whether its day or part of the month is known."""
        return self.day > 0 or self.third > 0

    @property
    def in_year(self) -> bool:
        """Whether its month or season is known."""
        return self.month > 0 or self.season > 0

    @property
    def date(self) -> date:
        """Its day, which must be known; ValueError when the calendar has no such day."""
        return date(self.year, self.month, self.day)

    @property
    def moment(self) -> datetime:
        """Its local time, which must be known; midnight is that of the next day."""
        if self.time == MIDNIGHT:
            return datetime.combine(self.date + timedelta(days=1), time())
        return datetime.combine(self.date, time.fromisoformat(self.time))


def parse_interval(edtf: str) -> tuple[DatePoint, DatePoint]:
    """Both ends of a time, the same twice when it has only one; ValueError for any other form.

    An end at 00:00 is returned as 24:00 of the day before.
    """
    start, slash, end = edtf.partition("/")
    first = _parse_point(start)
    if first.time == MIDNIGHT:
        raise ValueError(edtf)
    return first, _end_of_day(_parse_point(end)) if slash else first


def is_one_day(first: DatePoint, last: DatePoint) -> bool:
    """Whether a time with hours belongs to the day on which it begins: it ends there or in the next night."""
    if not first.time or not last.time:
        return False
    days = (last.date - first.date).days
    return days == 0 or (days == 1 and last.time <= NIGHT_ENDS and last.time < first.time)


def _end_of_day(point: DatePoint) -> DatePoint:
    if point.time != "00:00":
        return point
    try:
        before = point.date - timedelta(days=1)
    except ValueError:
        return point
    return point._replace(year=before.year, month=before.month, day=before.day, time=MIDNIGHT)


def _parse_point(written: str) -> DatePoint:
    found = _POINT.fullmatch(written)
    if not found or (found["time"] and found["about"]):
        raise ValueError(written)
    year, season, month, day = (int(found[part] or 0) for part in ("year", "season", "month", "day"))
    if day and found["about"]:
        return DatePoint(year, month=month, third=_THIRDS[min((day - 1) // 10, 2)])
    return DatePoint(year, season, month, 0, day, found["time"] or "", found["about"] == "~")
