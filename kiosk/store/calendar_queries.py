"""What is on when, by days of the calendar: the questions a calendar asks one pack's database."""

import json
import sqlite3
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from kiosk.base.time_zones import local_date, start_of_day
from kiosk.store.event_selection import MONTH_SPAN, EventMatch


class DatePrecision(StrEnum):
    """How well a time is known, as seen from the days that were asked about."""

    DAY = "day"
    """To the day, however many days it lasts."""
    WITHIN = "within"
    """Not to the day, but it lies among those asked about: 'June' in June."""
    PERHAPS = "perhaps"
    """Not to the day, and it may be before or after them: 'summer' in June."""
    YEAR = "year"
    """Nothing but the year, or what is as long."""


class OccurrenceCount(NamedTuple):
    """How many times of a theme are alike; `first` and `last` are their days, '' where they are not known."""

    theme: str
    precision: DatePrecision
    first: str
    last: str
    occurrences: int


TIME_INDEX = "CREATE INDEX IF NOT EXISTS idx_occurrence_time ON occurrence (earliest, latest)"
"""Made in the copy in memory (100,000 rows take a twentieth of a second), so that no pack has to bring it."""

_DAYS = (
    "substr(edtf, 1, 10) AS begins, substr(edtf, instr(edtf, '/') + 1, 10) AS ends, instr(edtf, '~') AS about"
)
_DATED = "(begins GLOB '????-??-??' AND ends GLOB '????-??-??' AND about = 0)"
_KNOWN = f"""CASE WHEN {_DATED} THEN 'day' WHEN latest - earliest >= {MONTH_SPAN} THEN 'year'
    WHEN earliest >= :first AND latest <= :last THEN 'within' ELSE 'perhaps' END"""
_TOUCHED = "earliest <= :last AND latest >= :first"
_TIMES = f"(SELECT *, {_DAYS} FROM occurrence)"
_HERE = """(venue = :venue OR venue IS NULL AND event IN
    (SELECT event FROM place WHERE venue = :venue UNION SELECT id FROM event WHERE reach = 'everywhere'))"""
_SEVERAL = "event IN (SELECT event FROM occurrence GROUP BY event HAVING count(*) > 1)"
_NO_YEAR = f"(latest - earliest < {MONTH_SPAN} OR {_DATED})"

COUNTS = f"""SELECT theme, {_KNOWN} AS known, CASE WHEN {_DATED} THEN begins ELSE '' END,
        CASE WHEN {_DATED} THEN ends ELSE '' END, times
    FROM (SELECT event.theme, {_DAYS}, min(earliest) AS earliest, max(latest) AS latest, count(*) AS times
        FROM occurrence CROSS JOIN event ON event.id = occurrence.event WHERE {_TOUCHED} GROUP BY 1, 2, 3, 4)
    ORDER BY 1, 2, 3, 4"""

MATCHES = f"""SELECT CASE WHEN earliest >= :first THEN earliest ELSE latest END AS key, event, id
    FROM {_TIMES}
    WHERE {_TOUCHED} AND {_KNOWN} IN (SELECT value FROM json_each(:known)) AND (:venue = '' OR {_HERE})
    ORDER BY key, event, id LIMIT :limit"""

MEETINGS = f"""SELECT min(earliest) AS key, event, id FROM {_TIMES}
    WHERE {_TOUCHED} AND status NOT IN ('over', 'cancelled') AND {_HERE} AND {_SEVERAL} AND {_DATED}
    GROUP BY event ORDER BY key, event"""

NEXT_DAY = f"SELECT earliest FROM {_TIMES} WHERE earliest > :last AND {{known}} ORDER BY earliest LIMIT 1"
LAST_DAY = f"SELECT max(latest) FROM {_TIMES} WHERE earliest < :first AND latest < :first AND {_NO_YEAR}"


class CalendarQueries:
    """Asks a checked database in memory; days are those of its `zone`."""

    def __init__(self, connection: sqlite3.Connection, zone: str) -> None:
        self._connection = connection
        self._zone = zone
        connection.execute("PRAGMA query_only = OFF")
        connection.execute(TIME_INDEX)
        connection.execute("PRAGMA query_only = ON")

    def count_occurrences(self, first: date, last: date) -> list[OccurrenceCount]:
        """How many times touch the days from `first` to `last`, by theme and by their own days."""
        rows = self._connection.execute(COUNTS, self._bounds(first, last))
        return [OccurrenceCount(theme, DatePrecision(known), *rest) for theme, known, *rest in rows]

    def find_occurrences(
        self, first: date, last: date, known: Collection[DatePrecision], *, venue: str = "", limit: int = -1
    ) -> list[EventMatch]:
        """The times that touch these days, are `known` so well and are at `venue`; `limit` of them (-1: all).

        Each time of an event stands for itself. They are in order of their start, or their end once they have
        begun. What takes place everywhere takes place at each venue.
        """
        values = {"known": json.dumps(list(known)), "venue": venue, "limit": limit}
        rows = self._connection.execute(MATCHES, self._bounds(first, last) | values)
        return [EventMatch(*row) for row in rows]

    def next_meetings(self, now: int, venue: str) -> list[EventMatch]:
        """Of every event with several times, the next one at `venue`, if it is within a season, in order."""
        values = {"first": now, "last": now + MONTH_SPAN, "venue": venue}
        return [EventMatch(*row) for row in self._connection.execute(MEETINGS, values)]

    def next_day(self, after: date, *, dated: bool) -> date | None:
        """The first later day on which something begins, or (unless `dated`) may begin; no whole year."""
        sql = NEXT_DAY.format(known=_DATED if dated else _NO_YEAR)
        return self._day(sql, after)

    def last_day(self, before: date) -> date | None:
        """The last day of what was over before that day; no whole year."""
        return self._day(LAST_DAY, before)

    def _day(self, sql: str, day: date) -> date | None:
        row = self._connection.execute(sql, self._bounds(day, day)).fetchone()
        return None if row is None or row[0] is None else local_date(row[0], self._zone)

    def _bounds(self, first: date, last: date) -> dict[str, object]:
        after = start_of_day(last + timedelta(days=1), self._zone)
        return {"first": start_of_day(first, self._zone), "last": after - 1}
