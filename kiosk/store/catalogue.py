"""What a programme holds and what of it is coming up: the questions the screens ask one pack's database."""

import sqlite3
import weakref
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Unpack

from kiosk.base.model import Campaign, Card, Event, MediaKind, Programme, Reach, Theme, Venue
from kiosk.store.calendar_queries import CalendarQueries
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


class Catalogue:
    """Answers from a checked database. `now` is UTC seconds, or None when the clock cannot be trusted.

    An occurrence is past once `now` is behind its time (and the time first announced), or it is marked over;
    without a trusted clock only the mark counts. What is coming is sorted by its start, or by its end once it
    has begun.
    """

    def __init__(self, database: bytes) -> None:
        self._connection = open_database(database)
        self._connection.row_factory = sqlite3.Row
        weakref.finalize(self, self._connection.close)
        codes = self._connection.execute("SELECT code FROM language ORDER BY position")
        self.languages: tuple[str, ...] = tuple(row["code"] for row in codes)
        campaign = self._connection.execute("SELECT * FROM campaign").fetchone()
        self._rows = RowMapper(self._connection, self.languages, campaign["zone"])
        words = self._rows.texts("campaign_text", "campaign", ("title", "tagline"), [campaign["id"]])
        text = words[campaign["id"]]
        link = self._connection.execute("SELECT url FROM campaign_link").fetchone()
        facts = (campaign["hashtag"], campaign["zone"], campaign["updated"], self.languages)
        page = link["url"] if link else ""
        self._campaign = Campaign(campaign["id"], text["title"], text["tagline"], *facts, page)

    def close(self) -> None:
        """Free the memory of the database; the catalogue answers no more."""
        self._connection.close()

    def campaign(self) -> Campaign:
        """What the whole programme is called."""
        return self._campaign

    def themes(self) -> tuple[Theme, ...]:
        """The themes in the order the programme gives them."""
        return self._themes

    @cached_property
    def _themes(self) -> tuple[Theme, ...]:
        sql = """SELECT id, colour, icon, (SELECT count(*) FROM event WHERE theme = theme.id) AS events
            FROM theme ORDER BY position"""
        rows = self._connection.execute(sql).fetchall()
        words = self._rows.texts("theme_text", "theme", ("title", "tagline"), [row["id"] for row in rows])
        return tuple(
            Theme(row["id"], text["title"], text["tagline"], row["colour"], row["icon"], row["events"])
            for row in rows
            for text in (words[row["id"]],)
        )

    def find_events(
        self, now: int | None, *, limit: int = -1, offset: int = 0, **wanted: Unpack[EventFilters]
    ) -> list[EventMatch]:
        """The events that are coming (or past, most recent first), `limit` of them (-1: all).

        The occurrence of each is the first that is coming and in the month wanted, or the last one.
        """
        sql, values = select_events(now, self._filters(wanted))
        page = f"{sql} ORDER BY key, event LIMIT :limit OFFSET :offset"
        rows = self._connection.execute(page, values | {"limit": limit, "offset": offset}).fetchall()
        return [EventMatch(row["key"], row["event"], row["id"]) for row in rows]

    def cards(
        self, now: int | None, *, limit: int = -1, offset: int = 0, **wanted: Unpack[EventFilters]
    ) -> tuple[Card, ...]:
        """A card for each event `find_events`."""
        return self.cards_of(self.find_events(now, limit=limit, offset=offset, **wanted))

    def cards_of(self, found: list[EventMatch]) -> tuple[Card, ...]:
        """The cards of times of this catalogue, in the same order."""
        rows, events = self._rows, list(dict.fromkeys(one.event for one in found))
        facts = {row["id"]: row for row in rows.select("SELECT * FROM event WHERE id IN (?)", events)}
        words = rows.texts("event_text", "event", ("title", "summary"), events)
        occurrences = dict(rows.occurrences("id", [one.occurrence for one in found]))
        places, media = rows.places(events), rows.media(events)
        registrations = rows.registrations(events)
        return tuple(
            Card(
                event,
                facts[event]["theme"],
                facts[event]["icon"],
                words[event]["title"],
                words[event]["summary"],
                Reach(facts[event]["reach"]),
                places[event],
                occurrences[occurrence],
                registrations.get(event),
                next((item for item in media[event] if item.kind is MediaKind.PICTURE), None),
            )
            for _, event, occurrence in found
        )

    def count_events(self, now: int | None, **wanted: Unpack[EventFilters]) -> int:
        """How many events `cards` gives for the same filters."""
        sql, values = select_events(now, self._filters(wanted))
        return int(self._connection.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0])

    def cities(self, now: int | None, theme: str = "") -> tuple[tuple[Venue, int], ...]:
        """The cities something coming takes place in, with how many events; the busiest first."""
        return self._places(now, theme, cities_only=True)

    def places(self, now: int | None) -> tuple[tuple[Venue, int], ...]:
        """The same cities, and beside them the places of events that stand in none: a country, a Corner."""
        return self._places(now, "", cities_only=False)

    def _places(self, now: int | None, theme: str, *, cities_only: bool) -> tuple[tuple[Venue, int], ...]:
        values = query_parameters(now, theme) | {"cities_only": cities_only}
        rows = self._connection.execute(PLACES, values).fetchall()
        venues = self._rows.venues(row["city"] for row in rows)
        return tuple((venues[row["city"]], row["events"]) for row in rows)

    def corners(self) -> tuple[Venue, ...]:
        """The Corners that the programme knows by name, by id."""
        rows = self._connection.execute("SELECT id FROM venue WHERE kind = 'corner' ORDER BY id").fetchall()
        venues = self._rows.venues(row["id"] for row in rows)
        return tuple(venues[row["id"]] for row in rows)

    def months(self, now: int | None, theme: str = "") -> tuple[tuple[str, int], ...]:
        """The months ('2016-06') something coming falls in, with how many events, in order."""
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
        """What is on when."""
        return CalendarQueries(self._connection, self._campaign.zone)

    def venue(self, id: str) -> Venue | None:
        """The venue of that id; None when the programme has none, as a Corner's settings may be older."""
        return self._rows.venues([id]).get(id)

    def event_ids(self) -> frozenset[str]:
        """The ids of all events."""
        return frozenset(row["id"] for row in self._connection.execute("SELECT id FROM event"))

    def has_event(self, event: str) -> bool:
        """Whether there is an event of that id."""
        return bool(self._connection.execute("SELECT 1 FROM event WHERE id = ?", (event,)).fetchall())

    def exclude_events(self, events: Collection[str]) -> None:
        """Answer from now on as if these events were not there; to be called before any question."""
        self._connection.execute("PRAGMA query_only = OFF")  # the database is a copy in memory
        for table, column in (("occurrence", "event"), ("event", "id")):
            ids = ((event,) for event in events)
            self._connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", ids)
        self._connection.execute("PRAGMA query_only = ON")

    @cached_property
    def index_source(self) -> IndexSource:
        """All events as they are indexed."""
        return IndexSource(self._connection, self._campaign.zone)

    def event(self, id: str) -> Event:
        """Everything about one event; KeyError when there is none of that id."""
        return self._rows.events([id])[id]

    def read_events(self, ids: Sequence[str]) -> dict[str, Event]:
        """Everything about many events at once, by id; those that there are not are left out."""
        return self._rows.events(ids)

    def programme(self) -> Programme:
        """All there is, venues and events by id."""
        venues, events = (
            [row["id"] for row in self._connection.execute(f"SELECT id FROM {table} ORDER BY id")]
            for table in ("venue", "event")
        )
        found = self._rows.venues(venues)
        return Programme(
            self._campaign,
            self._themes,
            tuple(found[id] for id in venues),
            tuple(self._rows.events(events).values()),
        )

    def _filters(self, wanted: EventFilters) -> QueryFilters:
        month = wanted.get("month", "")
        return QueryFilters(
            wanted.get("theme", ""),
            wanted.get("city", ""),
            month_bounds(month, self._campaign.zone) if month else None,
            wanted.get("reach", ""),
            wanted.get("audience", ""),
            wanted.get("spoken", ""),
            wanted.get("registration_open", False),
            wanted.get("past", False),
            wanted.get("events"),
        )
