"""Queries one pack's database for the calendar: which occurrences are on which days."""

import json
import sqlite3
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from kiosk.base.time_zones import local_date, start_of_day
from kiosk.dates.date_parts import NIGHT_ENDS
from kiosk.store.event_selection import MONTH_SPAN, EventMatch


class DatePrecision(StrEnum):
    """How precisely the time of an occurrence is known, relative to the days queried."""

    DAY = "day"
    """To the day, however many days it lasts."""
    WITHIN = "within"
    """Not to the day, but within the days queried: 'June' in June."""
    PERHAPS = "perhaps"
    """Not to the day, and possibly before or after the days queried: 'summer' in June."""
    YEAR = "year"
    """Only to the year, or to a span as long."""


class OccurrenceCount(NamedTuple):
    """The occurrences of a theme that have the same days, `first` to `last`, '' where these are not known."""

    theme: str
    precision: DatePrecision
    first: str
    last: str
    occurrences: int


_HOURS = "edtf GLOB '????-??-??T??:??/????-??-??T??:??'"
_ENDS_AT_NIGHT = f"""({_HOURS} AND substr(edtf, 18, 10) = date(substr(edtf, 1, 10), '+1 day')
    AND substr(edtf, 29) <= '{NIGHT_ENDS}' AND substr(edtf, 29) < substr(edtf, 12, 5))"""
"""Whether it goes on after midnight and belongs to one day: `kiosk.dates.date_parts.is_one_day` in SQL."""
_DAYS = f"""substr(edtf, 1, 10) AS begins, CASE WHEN {_ENDS_AT_NIGHT} THEN substr(edtf, 1, 10)
    WHEN {_HOURS} AND edtf LIKE '%00:00' THEN date(substr(edtf, 18, 10), '-1 day')
    ELSE substr(edtf, instr(edtf, '/') + 1, 10) END AS ends, instr(edtf, '~') AS approximate"""
_DATED = "(begins GLOB '????-??-??' AND ends GLOB '????-??-??' AND approximate = 0)"
_PRECISION = f"""CASE WHEN {_DATED} THEN 'day' WHEN latest - earliest >= {MONTH_SPAN} THEN 'year'
    WHEN earliest >= :first AND latest <= :last THEN 'within' ELSE 'perhaps' END"""
_OVERLAPS = "earliest <= :last AND latest >= :first"
_ON_THESE_DAYS = f"{_OVERLAPS} AND (earliest >= :first OR NOT {_ENDS_AT_NIGHT})"
_OCCURRENCES = f"(SELECT *, {_DAYS} FROM occurrence)"
_AT_VENUE = """(venue = :venue OR venue IS NULL AND event IN
    (SELECT event FROM place WHERE venue = :venue UNION SELECT id FROM event WHERE reach = 'everywhere'))"""
_HAS_SEVERAL = "event IN (SELECT event FROM occurrence GROUP BY event HAVING count(*) > 1)"
_WITHOUT_YEARS = f"(latest - earliest < {MONTH_SPAN} OR {_DATED})"

COUNTS = f"""SELECT theme, {_PRECISION} AS precision, CASE WHEN {_DATED} THEN begins ELSE '' END,
        CASE WHEN {_DATED} THEN ends ELSE '' END, times
    FROM (SELECT event.theme, {_DAYS}, min(earliest) AS earliest, max(latest) AS latest, count(*) AS times
        FROM occurrence CROSS JOIN event ON event.id = occurrence.event WHERE {_ON_THESE_DAYS}
        GROUP BY 1, 2, 3, 4)
    ORDER BY 1, 2, 3, 4"""

MATCHES = f"""SELECT CASE WHEN earliest >= :first THEN earliest ELSE latest END AS key, event, id
    FROM {_OCCURRENCES}
    WHERE {_ON_THESE_DAYS} AND {_PRECISION} IN (SELECT value FROM json_each(:precisions))
        AND (:venue = '' OR {_AT_VENUE})
    ORDER BY key, event, id LIMIT :limit"""

MEETINGS = f"""SELECT min(earliest) AS key, event, id FROM {_OCCURRENCES}
    WHERE {_OVERLAPS} AND status NOT IN ('over', 'cancelled') AND {_AT_VENUE} AND {_HAS_SEVERAL} AND {_DATED}
    GROUP BY event ORDER BY key, event"""

NEXT_DAY = (
    f"SELECT earliest FROM {_OCCURRENCES} WHERE earliest > :last AND {{condition}} ORDER BY earliest LIMIT 1"
)
LAST_DAY = f"""SELECT max(iif({_ENDS_AT_NIGHT}, earliest, latest)) FROM {_OCCURRENCES}
    WHERE earliest < :first AND latest < :first AND {_WITHOUT_YEARS}"""


class CalendarQueries:
    """Queries a checked database in memory; days are local days of `zone`."""

    def __init__(self, connection: sqlite3.Connection, zone: str) -> None:
        self._connection = connection
        self._zone = zone

    def count_occurrences(self, first: date, last: date) -> list[OccurrenceCount]:
        """Count the occurrences that overlap the days `first` to `last`, by theme and by their own days."""
        rows = self._connection.execute(COUNTS, self._bounds(first, last))
        return [OccurrenceCount(theme, DatePrecision(precision), *rest) for theme, precision, *rest in rows]

    def find_occurrences(
        self,
        first: date,
        last: date,
        precisions: Collection[DatePrecision],
        *,
        venue: str = "",
        limit: int = -1,
    ) -> list[EventMatch]:
        """The occurrences on these days, of these precisions, at `venue`; `limit` of them (-1: all).

        Each occurrence of an event is listed separately. They are ordered by start, or by end if they began
        before `first`. Events that take place everywhere take place at each venue.
        """
        values = {"precisions": json.dumps(list(precisions)), "venue": venue, "limit": limit}
        rows = self._connection.execute(MATCHES, self._bounds(first, last) | values)
        return [EventMatch(*row) for row in rows]

    def next_meetings(self, now: int, venue: str) -> list[EventMatch]:
        """The next occurrence at `venue` of each event with several, if it is within MONTH_SPAN, in order."""
        values = {"first": now, "last": now + MONTH_SPAN, "venue": venue}
        return [EventMatch(*row) for row in self._connection.execute(MEETINGS, values)]

    def next_day(self, after: date, *, dated: bool) -> date | None:
        """The first later day on which an occurrence begins, or (unless `dated`) may begin; no whole year."""
        sql = NEXT_DAY.format(condition=_DATED if dated else _WITHOUT_YEARS)
        return self._day(sql, after)

    def last_day(self, before: date) -> date | None:
        """The last day of the occurrences that ended before that day; no whole year."""
        return self._day(LAST_DAY, before)

    def _day(self, sql: str, day: date) -> date | None:
        row = self._connection.execute(sql, self._bounds(day, day)).fetchone()
        return None if row is None or row[0] is None else local_date(row[0], self._zone)

    def _bounds(self, first: date, last: date) -> dict[str, object]:
        after = start_of_day(last + timedelta(days=1), self._zone)
        return {"first": start_of_day(first, self._zone), "last": after - 1}
