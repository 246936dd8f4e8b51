"""The rules of time zones, always those that come with the program and never the system's."""

import zoneinfo
from datetime import date, datetime
from functools import cache
from pathlib import Path

import tzdata

DEFAULT_ZONE = "Asia/Almaty"
"""The zone of all Kazakhstan, for as long as no programme names another."""

# Systems with rules from before tzdata 2024a put Almaty at UTC+6 to this day. The package's files are read by
# path because zoneinfo's own way to them, importlib.resources, is slow to import.
zoneinfo.reset_tzpath(to=[str(Path(tzdata.__path__[0]) / "zoneinfo")])


@cache
def zone(name: str) -> zoneinfo.ZoneInfo:
    """The zone of an IANA name such as 'Asia/Almaty'; KeyError when there is none of that name."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (ValueError, OSError) as problem:  # a path instead of a name, a folder of zones
        raise KeyError(name) from problem


def local_date(seconds: int, name: str) -> date:
    """The date in the zone of that name at a time in UTC seconds."""
    return datetime.fromtimestamp(seconds, zone(name)).date()


def start_of_day(day: date, name: str) -> int:
    """The first second of a date in the zone of that name, in UTC seconds."""
    return int(datetime(day.year, day.month, day.day, tzinfo=zone(name)).timestamp())
