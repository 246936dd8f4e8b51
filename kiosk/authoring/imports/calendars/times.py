"""Reads the dates and times of a calendar, in its own time zones or those of the tz database."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from kiosk.authoring.imports.calendars.lines import Block
from kiosk.authoring.imports.calendars.properties import Properties
from kiosk.authoring.imports.zone_choice import known_zone
from kiosk.base.time_zones import zone

_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?", re.ASCII)
_DURATION = re.compile(r"\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII)


class CalendarZones:
    """The time zones that a calendar's times name; `unknown` collects names that nothing explains."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = {Properties(block.lines).text("TZID"): block for block in blocks}
        self._found: dict[str, tzinfo | None] = {}
        self.unknown: set[str] = set()

    def find(self, name: str) -> tzinfo | None:
        """The zone by its name in the tz database, also at the end of a longer name or as Windows calls it.

        Only then the calendar's own definition counts; None where there is none either.
        """
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def name_of(self, name: str) -> str:
        """The name of the zone in the tz database, or ''."""
        ends = ("/".join(name.split("/")[start:]) for start in range(name.count("/") + 1))
        candidates = (*ends, WINDOWS_TO_OLSON.get(name, ""), self._location(name))
        return next((found for found in map(known_zone, candidates) if found), "")

    @property
    def names(self) -> list[str]:
        """The zones that the calendar defines, by their names in the tz database."""
        return [found for found in map(self.name_of, self._blocks) if found]

    def _look_up(self, name: str) -> tzinfo | None:
        if found := self.name_of(name):
            return zone(found)
        try:
            defined = Timezone.from_ical("\r\n".join(self._blocks[name].lines))
            return defined.to_tz() if isinstance(defined, Timezone) else None
        except (KeyError, ValueError):
            self.unknown.add(name)
            return None

    def _location(self, name: str) -> str:
        block = self._blocks.get(name)
        return Properties(block.lines).text("X-LIC-LOCATION") if block else ""


def read_time(text: str, zones: CalendarZones, zone_name: str = "") -> date | datetime:
    """The day or moment in `text`, in the zone that the calendar calls `zone_name` unless it says UTC.

    ValueError when it is none.
    """
    found = _TIME.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    year, month, day = (int(part) for part in found.groups()[:3])
    if found[4] is None:
        return date(year, month, day)
    moment = datetime(year, month, day, int(found[4]), int(found[5]), min(int(found[6] or 0), 59))
    return moment.replace(tzinfo=UTC if found[7] else zones.find(zone_name) if zone_name else None)


def read_length(text: str) -> timedelta | None:
    """The duration in `text`; None when it is none."""
    found = _DURATION.fullmatch(text.strip())
    if not found or not any(found.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
