"""Time zones, from the tzdata package of the program and never from the system."""

import zoneinfo
from datetime import date, datetime
from functools import cache
from pathlib import Path

import tzdata

DEFAULT_ZONE = "Asia/Almaty"
"""The zone of all Kazakhstan, used while no programme names another."""

# Systems with rules older than tzdata 2024a still put Almaty at UTC+6. The package's files are read by path
# because importlib.resources, which zoneinfo uses for them, is slow to import.
zoneinfo.reset_tzpath(to=[str(Path(tzdata.__path__[0]) / "zoneinfo")])


@cache
def zone(name: str) -> zoneinfo.ZoneInfo:
    """The time zone with an IANA name such as 'Asia/Almaty'; KeyError when there is none."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (ValueError, OSError) as problem:  # a path instead of a name, a folder of zones
        raise KeyError(name) from problem


def local_date(seconds: int, name: str) -> date:
    """The date in the zone `name` at a time in UTC seconds."""
    return datetime.fromtimestamp(seconds, zone(name)).date()


def start_of_day(day: date, name: str) -> int:
    """The first second of a date in the zone `name`, in UTC seconds."""
    return int(datetime(day.year, day.month, day.day, tzinfo=zone(name)).timestamp())
