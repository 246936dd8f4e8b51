"""The opening hours of the Corner, written as OpenStreetMap does: 'Mo-Fr 10:00-19:00; Sa 10:00-16:00'."""

import re
from itertools import groupby

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
DAY_MINUTES = 24 * 60
_DAY = "|".join(DAYS)
_RULE = re.compile(
    rf"((?:{_DAY})(?:-(?:{_DAY}))?(?:,(?:{_DAY})(?:-(?:{_DAY}))?)*) (?:(\d\d):(\d\d)-(\d\d):(\d\d)|off)",
    re.ASCII,
)

Hours = tuple[int, int]
"""When a day opens and closes, in minutes after midnight; the first is less than the second, 1440 at most."""
Week = tuple[Hours | None, ...]
"""The hours of the seven days from Monday, None for a day on which the Corner is closed."""
CLOSED: Week = (None,) * len(DAYS)


def parse_week(text: str) -> Week:
    """The week of a text, '' for one that is closed; ValueError for a text of another form.

    The subset of https://wiki.openstreetmap.org/wiki/Key:opening_hours with one span a day, named once; 'off'
    closes a day that an earlier rule has opened.
    """
    week = list(CLOSED)
    for rule in (part.strip(" ") for part in text.split(";") if part):
        if not (found := _RULE.fullmatch(rule)):
            raise ValueError(rule)
        hours = _parse_hours(found) if found[2] else None
        for day in _parse_days(found[1]):
            if hours and week[day]:
                raise ValueError(rule)
            week[day] = hours
    return tuple(week)


def format_week(week: Week) -> str:
    """A short text that `parse_week` reads as this week, never ''."""
    if week == CLOSED:
        return "Mo-Su off"
    return "; ".join(
        f"{_join_days(first, last)} {clock(hours[0])}-{clock(hours[1])}"
        for first, last, hours in spans(week)
        if hours
    )


def spans(week: Week) -> list[tuple[int, int, Hours | None]]:
    """The first and the last day of each row of days with the same hours, and those hours."""
    rows = []
    for hours, days in groupby(range(len(DAYS)), key=lambda day: week[day]):
        row = list(days)
        rows.append((row[0], row[-1], hours))
    return rows


def clock(minute: int) -> str:
    """'09:30' for a minute of the day."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _parse_hours(found: re.Match[str]) -> Hours:
    first, last = (int(found[hour]) * 60 + int(found[hour + 1]) for hour in (2, 4))
    if max(int(found[3]), int(found[5])) > 59 or not first < last <= DAY_MINUTES:
        raise ValueError(found[0])
    return first, last


def _parse_days(text: str) -> list[int]:
    days: list[int] = []
    for part in text.split(","):
        first, last = (DAYS.index(day) for day in (part[:2], part[-2:]))
        if last < first:
            raise ValueError(part)
        days += range(first, last + 1)
    return days


def _join_days(first: int, last: int) -> str:
    return DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}"
