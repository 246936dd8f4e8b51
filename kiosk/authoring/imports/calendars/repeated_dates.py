"""Works out the dates of an event of a calendar: RRULE, RDATE and EXDATE (RFC 5545, 3.8.5)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from dateutil.rrule import rrule, rrulestr

from kiosk.authoring.imports.calendars.properties import Properties
from kiosk.authoring.imports.calendars.times import CalendarZones, read_time
from kiosk.dates.recurrence import MAX_DATES, MAX_SPAN

Moment = date | datetime

_YEAR = timedelta(days=365)
_MOST_STEPS = 50_000
"""Dates of a rule that are looked at: every day of 136 years."""
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


class Dates(NamedTuple):
    """When an event begins, in order, those that are left out included; `is_cut` says that there are more."""

    begins: list[Moment]
    left_out: frozenset[Moment]
    is_cut: bool = False


def repeated_dates(event: Properties, begin: Moment, zones: CalendarZones, today: date) -> Dates:
    """The beginnings of an event whose first is `begin`. ValueError for a rule that cannot be read.

    What is repeated for more than two years or without an end is taken for a year from the month of `today`,
    or for its last year.
    """
    found = {begin}
    is_cut = False
    for rule in event.all("RRULE"):
        dates, cut = _rule_dates(",".join(rule.values), begin, today, zones)
        found.update(dates)
        is_cut |= cut
        if cut and begin not in dates:
            found.discard(begin)
    for added in event.all("RDATE"):
        found.update(
            _like(read_time(one.partition("/")[0], zones, added.zone), begin) for one in added.values
        )
    left_out = frozenset(
        _like(read_time(one, zones, dropped.zone), begin)
        for dropped in event.all("EXDATE")
        for one in dropped.values
    )
    return Dates(sorted(found), left_out & found, is_cut)


def _rule_dates(text: str, begin: Moment, today: date, zones: CalendarZones) -> tuple[set[Moment], bool]:
    """The dates of one rule by the clocks of its own zone, and whether some are left out."""
    parts = dict(part.split("=", 1) for part in text.upper().strip("; ").split(";"))
    if parts.get("FREQ") not in _FREQUENCIES:
        raise ValueError(text)
    zone = begin.tzinfo if isinstance(begin, datetime) else None
    until = parts.pop("UNTIL", "")
    start = begin.replace(tzinfo=None) if isinstance(begin, datetime) else datetime(*begin.timetuple()[:3])
    rule = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=start)
    assert isinstance(rule, rrule)
    last = _until(until, zone, zones)
    moments, is_cut = _window(rule, start, last, today, is_endless=not until and "COUNT" not in parts)
    if not isinstance(begin, datetime):
        return {moment.date() for moment in moments}, is_cut
    return {moment.replace(tzinfo=zone) for moment in moments}, is_cut


def _window(
    rule: rrule, start: datetime, last: datetime, today: date, *, is_endless: bool
) -> tuple[list[datetime], bool]:
    month = datetime(today.year, today.month, 1)
    if not is_endless:
        whole = list(_bounded(rule, last))
        if len(whole) <= MAX_DATES and (not whole or (whole[-1] - whole[0]).days <= MAX_SPAN):
            return whole, False
        month = min(month, whole[-1] - _YEAR)
    opened = max(start, month)
    return list(_bounded(rule, min(last, opened + _YEAR), opened))[:MAX_DATES], True


def _bounded(rule: rrule, last: datetime, opened: datetime = datetime.min) -> Iterator[datetime]:
    for count, moment in enumerate(rule):
        if moment > last or count == _MOST_STEPS:
            return
        if moment >= opened:
            yield moment


def _until(text: str, zone: tzinfo | None, zones: CalendarZones) -> datetime:
    """The last moment of a rule by the clocks of its zone."""
    if not text:
        return datetime.max - 2 * _YEAR
    end = read_time(text, zones)
    if not isinstance(end, datetime):
        return datetime(end.year, end.month, end.day, 23, 59, 59)
    if end.tzinfo and zone:
        end = end.astimezone(zone)
    return end.replace(tzinfo=None)


def _like(moment: Moment, begin: Moment) -> Moment:
    """The moment in the zone of `begin`, or as a day where `begin` is one."""
    if not isinstance(begin, datetime):
        return moment.date() if isinstance(moment, datetime) else moment
    if not isinstance(moment, datetime):
        return datetime.combine(moment, begin.timetz())
    if begin.tzinfo and moment.tzinfo:
        return moment.astimezone(begin.tzinfo)
    return moment.replace(tzinfo=begin.tzinfo)
