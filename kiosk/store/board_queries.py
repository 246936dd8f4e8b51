"""Queries one pack's database for the home page: what is on today and what comes next."""

import sqlite3
from enum import IntEnum
from typing import NamedTuple

from kiosk.base.model import Status, When
from kiosk.store.event_selection import MONTH_SPAN, EventMatch


class Nearness(IntEnum):
    """How near to this Corner an occurrence takes place."""

    HERE = 0
    """At this Corner or at every Corner; everything, for a kiosk that is at no Corner of the programme."""
    CITY = 1
    ELSEWHERE = 2


class Surroundings(NamedTuple):
    """The venue of this Corner and its city; '' where unknown."""

    corner: str = ""
    city: str = ""


class BoardTime(NamedTuple):
    """An occurrence for the home page; one that was moved to another day has its original time."""

    match: EventMatch
    when: When
    status: Status
    nearness: Nearness
    is_moved_away: bool = False


_DATED = """(edtf GLOB '????-??-??*' AND substr(edtf, instr(edtf, '/') + 1) GLOB '????-??-??*'
    AND instr(edtf, '~') = 0)"""
_NEARNESS = """CASE
    WHEN :corner = '' OR occurrence.venue = :corner OR occurrence.venue IS NULL AND (
        EXISTS (SELECT 1 FROM place WHERE place.event = occurrence.event AND place.venue = :corner)
        OR EXISTS (SELECT 1 FROM event WHERE event.id = occurrence.event AND event.reach = 'everywhere'))
    THEN 0
    WHEN EXISTS (SELECT 1 FROM venue WHERE venue.id = occurrence.venue AND :city IN (venue.id, venue.city))
        OR occurrence.venue IS NULL AND EXISTS (SELECT 1 FROM place JOIN venue ON venue.id = place.venue
            WHERE place.event = occurrence.event AND :city IN (venue.id, venue.city))
    THEN 1 ELSE 2 END AS nearness"""
_COLUMNS = f"event, id, edtf, zone, earliest, latest, status, {_NEARNESS}"

ON_DAYS = f"""SELECT {_COLUMNS} FROM occurrence
    WHERE earliest <= :last AND latest >= :first AND status <> 'over' AND {_DATED}"""

MOVED_AWAY = f"""SELECT event, id, original_edtf AS edtf, zone, original_earliest AS earliest,
        original_latest AS latest, status, {_NEARNESS} FROM occurrence
    WHERE status = 'moved' AND original_earliest <= :last AND original_latest >= :first
        AND NOT (earliest <= :last AND latest >= :first) AND {_DATED.replace("edtf", "original_edtf")}"""

AFTER = f"""SELECT {_COLUMNS}, min(earliest) FROM occurrence
    WHERE earliest > :last AND earliest <= :until AND status NOT IN ('over', 'cancelled') AND {_DATED}
    GROUP BY event, nearness ORDER BY nearness, earliest, event LIMIT :limit"""

UNDATED = f"""SELECT {_COLUMNS}, latest - earliest >= {MONTH_SPAN} AS is_year,
        min(CASE WHEN earliest > :first THEN earliest ELSE latest END) AS key FROM occurrence
    WHERE latest >= :first AND status NOT IN ('over', 'cancelled') AND NOT {_DATED}
    GROUP BY event ORDER BY is_year, nearness, key, event LIMIT :limit"""


class BoardQueries:
    """Queries a checked database in memory; times are in UTC seconds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def on_days(self, around: Surroundings, first: int, last: int) -> list[BoardTime]:
        """The occurrences of known days that overlap this time, with those cancelled and moved away."""
        times = self._read(ON_DAYS, around, first=first, last=last)
        return times + self._read(MOVED_AWAY, around, first=first, last=last, is_moved_away=True)

    def after(self, around: Surroundings, last: int, until: int, limit: int) -> list[BoardTime]:
        """The first occurrence of each event from `last` to `until`, on a known day; the nearest first."""
        return self._read(AFTER, around, last=last, until=until, limit=limit)

    def undated(self, around: Surroundings, now: int, limit: int) -> list[BoardTime]:
        """The next occurrence without a known day of each event: seasons before years, then by nearness."""
        return self._read(UNDATED, around, first=now, limit=limit)

    def _read(
        self, sql: str, around: Surroundings, *, is_moved_away: bool = False, **values: int
    ) -> list[BoardTime]:
        rows = self._connection.execute(sql, {**around._asdict(), **values})
        return [
            BoardTime(
                EventMatch(row["earliest"], row["event"], row["id"]),
                When(row["edtf"], row["zone"], row["earliest"], row["latest"]),
                Status(row["status"]),
                Nearness(row["nearness"]),
                is_moved_away,
            )
            for row in rows
        ]
