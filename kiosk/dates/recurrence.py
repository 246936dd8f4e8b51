"""Recurrence rules: a profile of RRULE (RFC 5545, 3.3.10) whose every rule can be said in words (ADR 20).

FREQ=DAILY, FREQ=WEEKLY;BYDAY=MO,WE with or without INTERVAL=2, FREQ=MONTHLY;BYDAY=2SA (-1SA is the last), and
FREQ=MONTHLY;BYMONTHDAY=5. A rule says nothing of hours and of its end.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from kiosk.base.model import Series, When
from kiosk.dates.bounds import parse_when

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The weekdays of RFC 5545, from Monday."""

MAX_DATES = 400
"""The most dates that one rule may make."""

MAX_SPAN = 731
"""The most days between the first and the last day of a series: two years, one of them a leap year."""

_DAY = f"(?:{'|'.join(WEEKDAYS)})"
_RULE = re.compile(
    rf"FREQ=DAILY|FREQ=WEEKLY;(?:INTERVAL=(?P<weeks>2);)?BYDAY=(?P<days>{_DAY}(?:,{_DAY}){{0,6}})"
    rf"|FREQ=MONTHLY;(?:BYDAY=(?P<nth>[1-4]|-1)(?P<day>{_DAY})|BYMONTHDAY=(?P<month_day>[1-9]|[12]\d|3[01]))",
    re.ASCII,
)


class Rule(NamedTuple):
    """A parsed rule: every day; or `weekdays` (1 is Monday) every `weeks` weeks; or a day of each month.

    That is the `nth` of the one weekday (-1 for the last), or `month_day`.
    """

    weeks: int = 0
    weekdays: tuple[int, ...] = ()
    nth: int = 0
    month_day: int = 0


def parse_rule(written: str) -> Rule:
    """The rule in `written`; ValueError when it is not of the profile."""
    found = _RULE.fullmatch(written)
    if not found:
        raise ValueError(written)
    if found["month_day"]:
        return Rule(month_day=int(found["month_day"]))
    if found["nth"]:
        return Rule(weekdays=(WEEKDAYS.index(found["day"]) + 1,), nth=int(found["nth"]))
    if not found["days"]:
        return Rule()
    days = tuple(WEEKDAYS.index(day) + 1 for day in found["days"].split(","))
    if days != tuple(sorted(set(days))):
        raise ValueError(written)
    return Rule(weeks=int(found["weeks"] or 1), weekdays=days)


def series_days(series: Series) -> Iterator[date]:
    """The days of a series in order, without those it leaves out; ValueError for a rule of another profile.

    At most one more than MAX_DATES.
    """
    from dateutil.rrule import rrulestr  # a quarter of the time to start a child process, if imported above

    parse_rule(series.rule)
    first, until = (datetime.fromisoformat(day) for day in (series.first, series.until))
    rule = rrulestr(f"{series.rule};UNTIL={until:%Y%m%d}T235959", dtstart=first)
    for count, moment in enumerate(rule):
        if count > MAX_DATES:
            return
        if (day := moment.date()).isoformat() not in series.left_out:
            yield day


def series_starts(series: Series) -> Iterator[str]:
    """How the times of a series begin, as they are written (ADR 3): '2016-04-06T18:00'."""
    clock = f"T{series.begins}" if series.begins else ""
    return (f"{day}{clock}" for day in series_days(series))


def time_on(series: Series, day: date, zone_name: str) -> When:
    """The time of the series on `day`; WhenError when clocks skip its hour on that day."""
    if not series.begins:
        return parse_when(day.isoformat(), zone_name)
    begin = f"{day}T{series.begins}"
    if not series.ends:
        return parse_when(begin, zone_name)
    after = day if series.ends > series.begins else date.fromordinal(day.toordinal() + 1)
    return parse_when(f"{begin}/{after}T{series.ends}", zone_name)
