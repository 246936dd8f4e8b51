"""Counts the coming events of one pack, by theme and price and by what they offer."""

import sqlite3
from array import array
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from kiosk.store.event_selection import OFFERS


class EventCount(NamedTuple):
    """The number of coming events of a theme; `is_free` is None when the programme does not say."""

    theme: str
    is_free: bool | None
    events: int


THEMES = """SELECT theme, free, max(visible_until) AS ends FROM event JOIN occurrence ON event = event.id
    WHERE status <> 'over' GROUP BY event.id ORDER BY theme, free, ends"""
OFFER = f"""SELECT max(visible_until) AS ends FROM occurrence
    WHERE status <> 'over' AND event IN (SELECT event FROM ({OFFERS}) WHERE code = ?)
    GROUP BY event ORDER BY ends"""


class ComingCounts:
    """Counts events of a checked database in memory.

    Until when each event is coming is read once, at the first question; a count is then a search in a sorted
    list, so that it takes as long for ten thousand events as for ten.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ends_by_offer: dict[str, array[int]] = {}

    def by_theme(self, now: int) -> list[EventCount]:
        """The coming events at `now` (UTC seconds) of each theme and price that has some."""
        counts = (
            EventCount(theme, None if free is None else bool(free), _count_from(ends, now))
            for (theme, free), ends in self._ends_by_theme.items()
        )
        return [count for count in counts if count.events]

    def of_offer(self, offer: str, now: int) -> int:
        """The coming events at `now` (UTC seconds) that offer this: a code of OFFERS."""
        if offer not in self._ends_by_offer:
            rows = self._connection.execute(OFFER, (offer,))
            self._ends_by_offer[offer] = array("q", (row["ends"] for row in rows))
        return _count_from(self._ends_by_offer[offer], now)

    @cached_property
    def _ends_by_theme(self) -> "dict[tuple[str, int | None], array[int]]":
        groups: dict[tuple[str, int | None], array[int]] = defaultdict(lambda: array("q"))
        for theme, free, ends in self._connection.execute(THEMES):
            groups[theme, free].append(ends)
        return dict(groups)


def _count_from(ends: "array[int]", now: int) -> int:
    """How many of these sorted ends are `now` or later."""
    return len(ends) - bisect_left(ends, now)
