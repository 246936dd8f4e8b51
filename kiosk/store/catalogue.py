"""Queries one pack's database for the screens: its content, and which of its events are coming or past."""

import sqlite3
import weakref
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Unpack

from kiosk.base.kiosk_toml.rules import known_languages
from kiosk.base.model import Campaign, Card, Event, MediaKind, Programme, Reach, Theme, Venue
from kiosk.store.board_queries import BoardQueries
from kiosk.store.calendar_queries import CalendarQueries
from kiosk.store.coming_counts import ComingCounts
from kiosk.store.event_selection import (
    MONTHS,
    PLACES,
    EventFilters,
    EventMatch,
    QueryFilters,
    query_parameters,
    select_events,
)
from kiosk.store.index_source import IndexSource
from kiosk.store.months import Months, month_bounds
from kiosk.store.pack_connection import open_database
from kiosk.store.row_mapper import RowMapper

_ONLINE = "SELECT event FROM detail WHERE online = 1 AND event IN (?)"


class Catalogue:
    """Queries a checked database. `now` is UTC seconds, or None when the clock cannot be trusted.

    An occurrence is past once `now` is after its time (and the time first announced), or when it is marked
    over; without a trusted clock only the mark counts. Coming events are sorted by start, or by end once they
    have begun.
    """

    def __init__(self, database: bytes) -> None:
        self._connection = open_database(database)
        self._connection.row_factory = sqlite3.Row
        weakref.finalize(self, self._connection.close)
        codes = self._connection.execute("SELECT code FROM language ORDER BY position")
        self.languages = known_languages([row["code"] for row in codes])
        campaign = self._connection.execute("SELECT * FROM campaign").fetchone()
        self._rows = RowMapper(self._connection, self.languages, campaign["zone"])
        words = self._rows.texts("campaign_text", "campaign", ("title", "tagline"), [campaign["id"]])
        text = words[campaign["id"]]
        link = self._connection.execute("SELECT url FROM campaign_link").fetchone()
        facts = (campaign["hashtag"], campaign["zone"], campaign["updated"], self.languages)
        page = link["url"] if link else ""
        self._campaign = Campaign(campaign["id"], text["title"], text["tagline"], *facts, page)

    def close(self) -> None:
        """Free the memory of the database; no query is possible afterwards."""
        self._connection.close()

    def campaign(self) -> Campaign:
        """The title, tagline and other facts of the whole programme."""
        return self._campaign

    def themes(self) -> tuple[Theme, ...]:
        """The themes, in the order of the programme."""
        return self._themes

    @cached_property
    def _themes(self) -> tuple[Theme, ...]:
        sql = """SELECT id, colour, icon, (SELECT count(*) FROM event WHERE theme = theme.id) AS events
            FROM theme ORDER BY position"""
        rows = self._connection.execute(sql).fetchall()
        texts = self._rows.texts("theme_text", "theme", ("title", "tagline"), [row["id"] for row in rows])
        return tuple(
            Theme(row["id"], text["title"], text["tagline"], row["colour"], row["icon"], row["events"])
            for row in rows
            for text in (texts[row["id"]],)
        )

    def find_events(
        self, now: int | None, *, limit: int = -1, offset: int = 0, **filters: Unpack[EventFilters]
    ) -> list[EventMatch]:
        """The events that are coming (or past, most recent first), `limit` of them (-1: all).

        The occurrence of each is the first that is coming and in the month filtered by, or the last one.
        """
        sql, values = select_events(now, self._query_filters(filters))
        page = f"{sql} ORDER BY key, event LIMIT :limit OFFSET :offset"
        rows = self._connection.execute(page, values | {"limit": limit, "offset": offset}).fetchall()
        return [EventMatch(row["key"], row["event"], row["id"]) for row in rows]

    def cards(
        self, now: int | None, *, limit: int = -1, offset: int = 0, **filters: Unpack[EventFilters]
    ) -> tuple[Card, ...]:
        """The cards of the events that `find_events` returns."""
        return self.cards_of(self.find_events(now, limit=limit, offset=offset, **filters))

    def cards_of(self, matches: list[EventMatch]) -> tuple[Card, ...]:
        """The cards of these matches from this catalogue, in the same order."""
        rows, events = self._rows, list(dict.fromkeys(match.event for match in matches))
        facts = {row["id"]: row for row in rows.select("SELECT * FROM event WHERE id IN (?)", events)}
        texts = rows.texts("event_text", "event", ("title", "summary"), events)
        occurrences = dict(rows.occurrences("id", [match.occurrence for match in matches]))
        places, media = rows.places(events), rows.media(events)
        registrations, series = rows.registrations(events), rows.series(events)
        online = {row["event"] for row in rows.select(_ONLINE, events)}
        return tuple(
            Card(
                event,
                facts[event]["theme"],
                facts[event]["icon"],
                texts[event]["title"],
                texts[event]["summary"],
                Reach(facts[event]["reach"]),
                places[event],
                occurrences[occurrence],
                registrations.get(event),
                next((item for item in media[event] if item.kind is MediaKind.PICTURE), None),
                series[event],
                event in online,
            )
            for _, event, occurrence in matches
        )

    def count_events(self, now: int | None, **filters: Unpack[EventFilters]) -> int:
        """The number of events that `cards` returns for the same filters."""
        sql, values = select_events(now, self._query_filters(filters))
        return int(self._connection.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0])

    def cities(self, now: int | None, theme: str = "") -> tuple[tuple[Venue, int], ...]:
        """The cities with coming events and the number of these, the most events first."""
        return self._places(now, theme, cities_only=True)

    def places(self, now: int | None) -> tuple[tuple[Venue, int], ...]:
        """The same cities, and the venues of coming events outside a city: a country, a Corner."""
        return self._places(now, "", cities_only=False)

    def _places(self, now: int | None, theme: str, *, cities_only: bool) -> tuple[tuple[Venue, int], ...]:
        values = query_parameters(now, theme) | {"cities_only": cities_only}
        rows = self._connection.execute(PLACES, values).fetchall()
        venues = self._rows.venues(row["city"] for row in rows)
        return tuple((venues[row["city"]], row["events"]) for row in rows)

    def corners(self) -> tuple[Venue, ...]:
        """The Corners among the venues, ordered by id."""
        rows = self._connection.execute("SELECT id FROM venue WHERE kind = 'corner' ORDER BY id").fetchall()
        venues = self._rows.venues(row["id"] for row in rows)
        return tuple(venues[row["id"]] for row in rows)

    def months(self, now: int | None, theme: str = "") -> tuple[tuple[str, int], ...]:
        """The months ('2016-06') with coming events and the number of these, in order."""
        rows = self._connection.execute(MONTHS, query_parameters(now, theme)).fetchall()
        if not rows:
            return ()
        first, last = min(row["earliest"] for row in rows), max(row["latest"] for row in rows)
        months = Months(first, last, self._campaign.zone)
        events: dict[str, set[str]] = {}
        for event, earliest, latest in rows:
            for month in months.overlapping(earliest, latest):
                events.setdefault(month, set()).add(event)
        return tuple((month, len(events[month])) for month in sorted(events))

    @cached_property
    def calendar(self) -> CalendarQueries:
        """The queries of the calendar."""
        return CalendarQueries(self._connection, self._campaign.zone)

    @cached_property
    def board(self) -> BoardQueries:
        """The queries of the home page."""
        return BoardQueries(self._connection)

    @cached_property
    def coming(self) -> ComingCounts:
        """The numbers of coming events by theme and offer."""
        return ComingCounts(self._connection)

    def venue(self, id: str) -> Venue | None:
        """The venue of that id; None when the programme has none: a Corner's settings may be older."""
        return self._rows.venues([id]).get(id)

    def event_ids(self) -> frozenset[str]:
        """The ids of all events."""
        return frozenset(row["id"] for row in self._connection.execute("SELECT id FROM event"))

    def has_event(self, event: str) -> bool:
        """Whether there is an event of that id."""
        return bool(self._connection.execute("SELECT 1 FROM event WHERE id = ?", (event,)).fetchall())

    def exclude_events(self, events: Collection[str]) -> None:
        """Remove these events from the copy in memory; to be called before any query."""
        self._connection.execute("PRAGMA query_only = OFF")  # the database is a copy in memory
        for table, column in (("occurrence", "event"), ("event", "id")):
            ids = ((event,) for event in events)
            self._connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", ids)
        self._connection.execute("PRAGMA query_only = ON")

    @cached_property
    def index_source(self) -> IndexSource:
        """The events as the search index reads them."""
        return IndexSource(self._connection, self._campaign.zone)

    def event(self, id: str) -> Event:
        """All data of one event; KeyError when there is none of that id."""
        return self._rows.events([id])[id]

    def read_events(self, ids: Sequence[str]) -> dict[str, Event]:
        """All data of several events, by id; ids that do not exist are left out."""
        return self._rows.events(ids)

    def programme(self) -> Programme:
        """The whole programme, with venues and events ordered by id."""
        venues, events = (
            [row["id"] for row in self._connection.execute(f"SELECT id FROM {table} ORDER BY id")]
            for table in ("venue", "event")
        )
        venues_by_id = self._rows.venues(venues)
        return Programme(
            self._campaign,
            self._themes,
            tuple(venues_by_id[id] for id in venues),
            tuple(self._rows.events(events).values()),
        )

    def _query_filters(self, filters: EventFilters) -> QueryFilters:
        month = filters.get("month", "")
        return QueryFilters(
            filters.get("theme", ""),
            filters.get("city", ""),
            month_bounds(month, self._campaign.zone) if month else None,
            filters.get("reach", ""),
            filters.get("audience", ""),
            filters.get("spoken", ""),
            filters.get("offer", ""),
            filters.get("level", ""),
            filters.get("registration_open", False),
            filters.get("past", False),
            filters.get("events"),
        )
