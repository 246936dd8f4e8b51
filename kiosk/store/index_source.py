"""Reads what the search index needs of a pack's events: searched texts and counted values."""

import sqlite3
from functools import cached_property
from typing import NamedTuple

from kiosk.base.model import Text
from kiosk.store.event_selection import EVENT_PLACES, LAST_SECOND_OF_REGISTRATION, MONTH_SPAN, NEVER, OFFERS
from kiosk.store.months import Months

FOREVER = 1 << 62
"""The end of a registration without one."""

_TEXTS = "SELECT language, title, summary, body, audience_note FROM event_text WHERE event = ?"
_NAMES = """SELECT tag FROM hashtag WHERE event = ?1
    UNION ALL SELECT title FROM theme_text WHERE theme = (SELECT theme FROM event WHERE id = ?1)
    UNION ALL SELECT name FROM venue_text WHERE venue IN (
        SELECT venue FROM place WHERE event = ?1 UNION SELECT venue FROM occurrence WHERE event = ?1
        UNION SELECT city FROM place JOIN venue ON venue.id = place.venue WHERE event = ?1
        UNION SELECT city FROM occurrence JOIN venue ON venue.id = occurrence.venue WHERE event = ?1)"""
_THEME = "SELECT theme FROM event WHERE id = ?"
_PLACES = f"""SELECT pair.event, pair.city, venue.kind = 'city'
    FROM ({EVENT_PLACES}) AS pair JOIN venue ON venue.id = pair.city"""
_AUDIENCES = "SELECT DISTINCT code FROM audience WHERE event = ?"
_OFFERS = f"SELECT DISTINCT code FROM ({OFFERS}) WHERE event = ? AND code <> 'children'"
_LEVELS = "SELECT DISTINCT code FROM level WHERE event = ?"
_SPOKEN = "SELECT DISTINCT language FROM spoken WHERE event = ?"
_WINDOW = f"""SELECT coalesce(opens_earliest, ?2), coalesce({LAST_SECOND_OF_REGISTRATION}, ?3)
    FROM registration WHERE event = ?1"""
_WAITING_LIST = "SELECT event FROM detail WHERE event = ? AND waiting_list = 1"
_PEOPLE = """SELECT name FROM organiser_text WHERE event = ?1
    UNION ALL SELECT name FROM speaker_text WHERE speaker IN (SELECT id FROM speaker WHERE event = ?1)"""
_ENDS = """SELECT event, coalesce(max(CASE WHEN status <> 'over' THEN visible_until END), ?)
    FROM occurrence GROUP BY event"""
_BOUNDS = "SELECT min(earliest), max(latest) FROM occurrence"
_TIMES = """SELECT id, earliest, latest, visible_until, status,
    CASE WHEN edtf LIKE '%T%' THEN earliest - 1 ELSE latest END FROM occurrence WHERE event = ?"""


class OccurrenceTime(NamedTuple):
    """Until when (UTC seconds) an occurrence is coming, its months, and whether one can take part."""

    until: int
    months: tuple[str, ...]
    is_open: bool


class IndexableEvent(NamedTuple):
    """An event's texts in all languages, and the values it is counted by.

    `open_times` are those of its occurrences that are not marked over. `registration_window` is the first and
    last UTC second of registration, NEVER and FOREVER where none is given; None for an event without
    registration. `cities` are those it takes place in, `places` its venues outside a city: a country, a
    Corner. `occurrences` are all of them, as rows of (id, earliest, latest, visible_until, status).
    """

    titles: Text
    texts: tuple[str, ...]
    months: tuple[str, ...]
    theme: str
    cities: tuple[str, ...]
    places: tuple[str, ...]
    audiences: tuple[str, ...]
    spoken: tuple[str, ...]
    offers: tuple[str, ...]
    levels: tuple[str, ...]
    open_times: tuple[OccurrenceTime, ...]
    registration_window: tuple[int, int] | None
    occurrences: tuple[tuple[int, int, int, int, str], ...]


class IndexSource:
    """Reads the events of a checked database; months are those of `zone`."""

    def __init__(self, connection: sqlite3.Connection, zone: str) -> None:
        self._connection = connection
        self._zone = zone

    def event_ends(self) -> list[tuple[int, str]]:
        """(end, id) of every event: the last second it is coming, NEVER when all of it is marked over."""
        return [(ends, event) for event, ends in self._connection.execute(_ENDS, (NEVER,))]

    def read_event(self, id: str) -> IndexableEvent:
        """Read what is indexed of one event."""
        texts = self.texts(id)
        rows = self._connection.execute(_TIMES, (id,)).fetchall()
        touched = [self._overlapping_months(earliest, latest) for _, earliest, latest, *_ in rows]
        window = self._connection.execute(_WINDOW, (id, NEVER, FOREVER)).fetchone()
        has_room = {"scheduled", "moved", *(["full"] if self._values(_WAITING_LIST, id) else ())}
        return IndexableEvent(
            {code: title for code, (title, *_) in texts.items() if title},
            (
                *(words for _, *others in texts.values() for words in others),
                *self.names(id),
                *self._values(_PEOPLE, id),
            ),
            tuple(dict.fromkeys(month for months in touched for month in months)),
            self._values(_THEME, id)[0],
            *self._places.get(id, ((), ())),
            self._values(_AUDIENCES, id),
            self._values(_SPOKEN, id),
            self._values(_OFFERS, id),
            self._values(_LEVELS, id),
            tuple(
                time
                for (_, _, _, until, status, join_until), months in zip(rows, touched, strict=True)
                if status != "over"
                for time in (
                    OccurrenceTime(until, months, False),
                    OccurrenceTime(join_until, months, status in has_room),
                )
            ),
            tuple(window) if window else None,
            tuple(tuple(row)[:5] for row in rows),
        )

    def texts(self, event: str) -> dict[str, tuple[str, ...]]:
        """By language: title, summary, body and audience note of an event, '' for one that is missing."""
        rows = self._connection.execute(_TEXTS, (event,))
        return {row[0]: tuple(words or "" for words in row[1:]) for row in map(tuple, rows)}

    def names(self, event: str) -> tuple[str, ...]:
        """An event's hashtags, and in every language the names of its theme, its venues and their cities."""
        return self._values(_NAMES, event)

    @cached_property
    def _months(self) -> Months:
        earliest, latest = self._connection.execute(_BOUNDS).fetchone()
        return Months(earliest, latest, self._zone)

    @cached_property
    def _places(self) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """By event: its cities, and its venues outside a city."""
        places: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        for event, place, is_city in self._connection.execute(_PLACES):
            cities, others = places.get(event, ((), ()))
            places[event] = ((*cities, place), others) if is_city else (cities, (*others, place))
        return places

    def _overlapping_months(self, earliest: int, latest: int) -> tuple[str, ...]:
        return () if latest - earliest >= MONTH_SPAN else tuple(self._months.overlapping(earliest, latest))

    def _values(self, sql: str, event: str) -> tuple[str, ...]:
        return tuple(row[0] for row in self._connection.execute(sql, (event,)))
