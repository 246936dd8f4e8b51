"""Builds the SQL that selects coming or past events, and the occurrence that represents each."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypedDict

NEVER = -(1 << 62)
"""The value of `now` when the clock cannot be trusted: nothing is earlier."""

MONTH_SPAN = 93 * 86400
"""Seconds from which an occurrence is too long to belong to a month: a season belongs, a year does not."""


class EventFilters(TypedDict, total=False):
    """The filters of an event list; `month` is ISO ('2016-06'), the others up to `level` are codes.

    A filter that is absent, '' or False does not apply. `events` are the only ids to search.
    """

    theme: str
    city: str
    month: str
    reach: str
    audience: str
    spoken: str
    offer: str
    level: str
    registration_open: bool
    past: bool
    events: Sequence[str]


class EventMatch(NamedTuple):
    """An event of a list and the occurrence that represents it; lists are in the order of these tuples."""

    key: int
    event: str
    occurrence: int


@dataclass(frozen=True, slots=True)
class QueryFilters:
    """The same filters for a query: `month` is (first, last) in UTC seconds, None for any."""

    theme: str = ""
    city: str = ""
    month: tuple[int, int] | None = None
    reach: str = ""
    audience: str = ""
    spoken: str = ""
    offer: str = ""
    level: str = ""
    registration_open: bool = False
    past: bool = False
    events: Sequence[str] | None = None


_COMING = "occurrence.visible_until >= :now AND occurrence.status <> 'over'"
_TIMES = 1 << 34
"""More than any time in seconds, before or after 1970."""
_COMING_KEY = f"""min(CASE WHEN occurrence.earliest > :now THEN occurrence.earliest ELSE occurrence.latest END
    + {_TIMES} + (occurrence.status = 'cancelled' OR occurrence.latest < :now) * {2 * _TIMES})
    % {2 * _TIMES} - {_TIMES}"""
"""What does not take place represents its event only if no other date is coming, but counts by its time."""
_PAST = """occurrence.event NOT IN
    (SELECT event FROM occurrence WHERE visible_until >= :now AND status <> 'over')"""
_THEME = "occurrence.event IN (SELECT id FROM event WHERE theme = :theme)"
_REACH = "occurrence.event IN (SELECT id FROM event WHERE reach = :reach)"
_MONTH = """occurrence.latest - occurrence.earliest < :span
    AND occurrence.earliest <= :last AND occurrence.latest >= :first"""
LAST_SECOND_OF_REGISTRATION = """CASE WHEN closes_edtf LIKE '%T%' AND closes_edtf NOT LIKE '%/%'
    THEN closes_earliest - 1 ELSE closes_latest END"""
"""`kiosk.dates.bounds.last_second` in SQL."""
_HAS_ROOM = """(occurrence.status IN ('scheduled', 'moved') OR occurrence.status = 'full'
    AND occurrence.event IN (SELECT event FROM detail WHERE waiting_list = 1))"""
_OPEN = f"""{_HAS_ROOM} AND occurrence.latest >= :now
    AND (occurrence.edtf NOT LIKE '%T%' OR occurrence.earliest > :now)
    AND occurrence.event IN (SELECT event FROM registration
     WHERE (closes_edtf IS NULL OR {LAST_SECOND_OF_REGISTRATION} >= :now)
     AND (opens_earliest IS NULL OR opens_earliest <= :now OR :now = :never))"""

EVENT_PLACES = """SELECT place.event, coalesce(venue.city, venue.id) AS city
      FROM place JOIN venue ON venue.id = place.venue
    UNION SELECT occurrence.event, coalesce(venue.city, venue.id)
      FROM occurrence JOIN venue ON venue.id = occurrence.venue
    UNION SELECT event.id, venue.city
      FROM event JOIN venue ON venue.kind = 'corner' AND venue.city IS NOT NULL
      WHERE event.reach = 'everywhere'"""
_AUDIENCE = "occurrence.event IN (SELECT event FROM audience WHERE code = :audience)"
_SPOKEN = "occurrence.event IN (SELECT event FROM spoken WHERE language = :spoken)"
OLDEST_CHILD = 14
"""What is only for ages up to this one, in years, is for children."""
OFFERS = f"""SELECT id AS event, 'free' AS code FROM event WHERE free = 1
    UNION ALL SELECT event, 'online' FROM detail WHERE online = 1
    UNION ALL SELECT event, 'children' FROM audience WHERE code = 'children'
    UNION ALL SELECT event, 'children' FROM detail WHERE age_most <= {OLDEST_CHILD}
    UNION ALL SELECT event, 'step_free' FROM place
      WHERE venue IN (SELECT venue FROM access WHERE code = 'step_free')"""
"""What events offer: they cost nothing, can be joined from home, are for children, have no steps."""
_OFFER = f"occurrence.event IN (SELECT event FROM ({OFFERS}) WHERE code = :offer)"
_LEVEL = "occurrence.event IN (SELECT event FROM level WHERE code = :level)"
_EVENTS = "occurrence.event IN (SELECT value FROM json_each(:events))"
_PAST_OF_EVENTS = f"""occurrence.event NOT IN
    (SELECT event FROM occurrence WHERE +visible_until >= :now AND status <> 'over' AND {_EVENTS})"""
"""The same as _PAST beside _EVENTS; '+' keeps SQLite from scanning all coming occurrences."""
_CITY = f"occurrence.event IN (SELECT event FROM ({EVENT_PLACES}) WHERE city = :city)"

MONTHS = f"""SELECT DISTINCT event, earliest, latest FROM occurrence
    WHERE {_COMING} AND latest - earliest < :span AND (:theme = '' OR {_THEME})"""

PLACES = f"""SELECT pair.city, count(*) AS events FROM ({EVENT_PLACES}) AS pair
    JOIN venue AS town ON town.id = pair.city AND (town.kind = 'city' OR NOT :cities_only)
    WHERE pair.event IN (SELECT event FROM occurrence WHERE {_COMING} AND (:theme = '' OR {_THEME}))
    GROUP BY pair.city ORDER BY events DESC, pair.city"""


def select_events(now: int | None, filters: QueryFilters) -> tuple[str, dict[str, object]]:
    """A query for rows (event, id of its occurrence, sort key), one row an event, and its parameters.

    An event is coming while one of its occurrences is. SQLite fills bare columns from the row that holds the
    one min() of a query (https://www.sqlite.org/lang_select.html, 'Bare columns in an aggregate query').
    """
    past = _PAST if filters.events is None else _PAST_OF_EVENTS
    optional = (
        (filters.theme, _THEME),
        (filters.city, _CITY),
        (filters.month, _MONTH),
        (filters.reach, _REACH),
        (filters.audience, _AUDIENCE),
        (filters.spoken, _SPOKEN),
        (filters.offer, _OFFER),
        (filters.level, _LEVEL),
        (filters.registration_open, _OPEN),
        (filters.events is not None, _EVENTS),
    )
    where = [past if filters.past else _COMING, *(clause for wanted, clause in optional if wanted)]
    key = "min(-occurrence.latest)" if filters.past else _COMING_KEY
    first, last = filters.month or (0, 0)
    sql = f"SELECT event, id, {key} AS key FROM occurrence WHERE {' AND '.join(where)} GROUP BY event"
    values = {"city": filters.city, "audience": filters.audience, "spoken": filters.spoken}
    values |= {
        "offer": filters.offer,
        "level": filters.level,
        "reach": filters.reach,
        "events": json.dumps(list(filters.events or ())),
    }
    return sql, query_parameters(now, filters.theme) | values | {"first": first, "last": last}


def query_parameters(now: int | None, theme: str = "") -> dict[str, object]:
    """The parameters that all queries here have."""
    return {"now": NEVER if now is None else now, "never": NEVER, "theme": theme, "span": MONTH_SPAN}
