"""Reads dates and times in the style of ISO 8601, also when digits are left out."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:[T ]\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII | re.IGNORECASE,
)


class IsoTime(NamedTuple):
    """A day or a moment; `is_loose` says that digits were left out."""

    moment: date | datetime
    is_loose: bool = False


def parse_iso(text: str) -> IsoTime | None:
    """The day or moment in `text`; None when it is written in another way. ValueError: there is no such day.

    Hour 24 is the midnight after the day.
    """
    found = _ISO.fullmatch(text.strip())
    if not found:
        return None
    is_loose = any(found[name] and len(found[name]) == 1 for name in ("month", "day", "hour"))
    day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    if not found["hour"]:
        return IsoTime(day, is_loose)
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    moment = datetime(day.year, day.month, day.day, 0 if hour == 24 else hour, minute, second)
    moment += timedelta(days=hour == 24)
    return IsoTime(moment.replace(tzinfo=_offset(found["offset"])), is_loose)


def parse_duration(text: str) -> timedelta | None:
    """A duration: hours and minutes, '00:30', after days '1:02:30', or of ISO 8601, 'PT1H30M'; else None."""
    if clock := re.fullmatch(r"(?:(\d+):)?(\d{1,3}):(\d{2})", text.strip(), re.ASCII):
        days, hours, minutes = (int(part or 0) for part in clock.groups())
        return timedelta(days=days, hours=hours, minutes=minutes)
    iso = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?", text.strip(), re.ASCII)
    if not iso or text.strip() in ("P", "PT"):
        return None
    days, hours, minutes = (int(part or 0) for part in iso.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def _offset(text: str | None) -> timezone | None:
    if not text:
        return None
    if text in "Zz":
        return UTC
    hours, minutes = int(text[1:3]), int(text[3:].lstrip(":") or 0)
    return timezone((-1 if text[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))
