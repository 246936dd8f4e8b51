"""Parses the written form of a time (ADR 3); the pack builder has checked that the date exists."""

import re
from typing import Literal, NamedTuple

WINTER = 4
"""The season that extends into the next year."""

YEARS = range(1900, 2101)
"""The years a time may be in (ADR 3)."""

_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?:2(?P<season>[1-4])|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:T(?P<time>[01]\d:[0-5]\d|2[0-3]:[0-5]\d))?)?))?(?P<about>~?)",
    re.ASCII,
)


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


def parse_interval(edtf: str) -> tuple[DatePoint, DatePoint]:
    """Both ends of a time, the same twice when it has only one; ValueError for any other form."""
    start, slash, end = edtf.partition("/")
    first = _parse_point(start)
    return first, _parse_point(end) if slash else first


def _parse_point(written: str) -> DatePoint:
    found = _POINT.fullmatch(written)
    if not found or (found["time"] and found["about"]):
        raise ValueError(written)
    year, season, month, day = (int(found[part] or 0) for part in ("year", "season", "month", "day"))
    if day and found["about"]:
        return DatePoint(year, month=month, third=_THIRDS[min((day - 1) // 10, 2)])
    return DatePoint(year, season, month, 0, day, found["time"] or "", found["about"] == "~")
