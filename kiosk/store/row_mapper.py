"""Maps rows of a pack's database to the classes of the model, for many events at a time."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kiosk.base.model import (
    Ages,
    Amount,
    Caption,
    Contact,
    Event,
    Media,
    MediaKind,
    Occurrence,
    Online,
    Price,
    Reach,
    Registration,
    Series,
    Speaker,
    Status,
    Venue,
    VenueKind,
    When,
)

CHUNK = 500
"""The number of keys in one statement."""


class RowMapper:
    """Reads model objects by the ids of their events; `languages` is the order of texts."""

    def __init__(self, connection: sqlite3.Connection, languages: tuple[str, ...], zone: str) -> None:
        self._connection = connection
        self._languages = languages
        self._zone = zone
        self._venues: dict[str, Venue] = {}

    def select(self, sql: str, keys: Iterable[object]) -> Iterator[sqlite3.Row]:
        """The rows of `sql`, with `(?)` replaced by a subquery of `keys`."""
        ids = list(keys)
        statement = sql.replace("(?)", "(SELECT value FROM json_each(?))")
        for start in range(0, len(ids), CHUNK):
            yield from self._connection.execute(statement, (json.dumps(ids[start : start + CHUNK]),))

    def texts(self, table: str, owner: str, names: Sequence[str], keys: Iterable[object]) -> "TextTable":
        """By owner and column: the text in each language that has one."""
        texts: TextTable = defaultdict(lambda: {name: {} for name in names})
        sql = f"SELECT {owner}, language, {', '.join(names)} FROM {table} WHERE {owner} IN (?)"
        rows = sorted(self.select(sql, keys), key=lambda row: self._languages.index(row["language"]))
        for row in rows:
            for name in names:
                if row[name]:
                    texts[row[owner]][name][row["language"]] = row[name]
        return texts

    def lists(
        self, table: str, column: str, keys: Iterable[str], owner: str = "event"
    ) -> dict[str, tuple[Any, ...]]:
        """By owner: the values of a list, in order."""
        values: dict[str, tuple[Any, ...]] = defaultdict(tuple)
        sql = f"SELECT {owner}, {column} FROM {table} WHERE {owner} IN (?) ORDER BY {owner}, position"
        for key, value in self.select(sql, keys):
            values[key] += (value,)
        return values

    def venues(self, ids: Iterable[str]) -> dict[str, Venue]:
        """By id: the venues; each is read once."""
        missing = sorted(set(ids) - self._venues.keys())
        texts = self.texts("venue_text", "venue", ("name", "address"), missing)
        access = self.lists("access", "code", missing, "venue") if missing else {}
        for row in self.select("SELECT * FROM venue WHERE id IN (?)", missing):
            kind = VenueKind(row["kind"])
            city = row["city"] or (row["id"] if kind is VenueKind.CITY else "")
            text = texts[row["id"]]
            place = (row["latitude"], row["longitude"])
            self._venues[row["id"]] = Venue(
                row["id"], kind, text["name"], city, text["address"], *place, access[row["id"]]
            )
        return self._venues

    def places(self, events: Iterable[str]) -> dict[str, tuple[Venue, ...]]:
        """By event: its venues, in order."""
        venue_ids = self.lists("place", "venue", events)
        venues = self.venues(id for ids in venue_ids.values() for id in ids)
        places: dict[str, tuple[Venue, ...]] = defaultdict(tuple)
        places.update({event: tuple(venues[id] for id in ids) for event, ids in venue_ids.items()})
        return places

    def occurrences(self, column: str, keys: Iterable[object]) -> list[tuple[Any, Occurrence]]:
        """(key, occurrence) in order of time, where `column` ('id' or 'event') is one of the `keys`."""
        sql = f"SELECT * FROM occurrence WHERE {column} IN (?) ORDER BY earliest, latest, id"
        rows = list(self.select(sql, keys))
        venues = self.venues(row["venue"] for row in rows if row["venue"])
        return [
            (
                row[column],
                Occurrence(
                    When(row["edtf"], row["zone"], row["earliest"], row["latest"]),
                    Status(row["status"]),
                    venues[row["venue"]] if row["venue"] else None,
                    _when(row, "original", row["zone"]),
                ),
            )
            for row in rows
        ]

    def registrations(self, events: Iterable[str]) -> dict[str, Registration]:
        """By event: its registration, for events that have one."""
        sql = """SELECT registration.*, coalesce(waiting_list, 0) AS waiting_list
            FROM registration LEFT JOIN detail USING (event) WHERE event IN (?)"""
        return {
            row["event"]: Registration(
                row["url"],
                _when(row, "opens", self._zone),
                _when(row, "closes", self._zone),
                row["places"],
                bool(row["waiting_list"]),
            )
            for row in self.select(sql, events)
        }

    def series(self, events: Iterable[str]) -> dict[str, tuple[Series, ...]]:
        """By event: the rules by which it is repeated, in order."""
        found: dict[str, tuple[Series, ...]] = defaultdict(tuple)
        columns = "event, rule, first, until, begins, ends, left_out"
        sql = f"SELECT {columns} FROM series WHERE event IN (?) ORDER BY event, position"
        for event, rule, first, until, begins, ends, left_out in self.select(sql, events):
            found[event] += (Series(rule, first, until, begins, ends, tuple(left_out.split())),)
        return found

    def speakers(self, events: Iterable[str]) -> dict[str, tuple[Speaker, ...]]:
        """By event: who speaks, in order."""
        rows = list(self.select("SELECT * FROM speaker WHERE event IN (?) ORDER BY event, position", events))
        words = self.texts("speaker_text", "speaker", ("name", "about"), [row["id"] for row in rows])
        found: dict[str, tuple[Speaker, ...]] = defaultdict(tuple)
        for row in rows:
            found[row["event"]] += (Speaker(words[row["id"]]["name"], words[row["id"]]["about"]),)
        return found

    def events(self, ids: Sequence[str]) -> dict[str, Event]:
        """By id, in this order: all data of the events; ids that do not exist are left out."""
        facts = {row["id"]: row for row in self.select("SELECT * FROM event WHERE id IN (?)", ids)}
        names = ("title", "summary", "body", "audience_note", "price_note")
        words = self.texts("event_text", "event", names, ids)
        occurrences: dict[str, list[Occurrence]] = defaultdict(list)
        for event, occurrence in self.occurrences("event", ids):
            occurrences[event].append(occurrence)
        places, media = self.places(ids), self.media(ids)
        audience, spoken = self.lists("audience", "code", ids), self.lists("spoken", "language", ids)
        hashtags = self.lists("hashtag", "tag", ids)
        registrations, contacts = self.registrations(ids), self.contacts(ids)
        free = {id: None if row["free"] is None else bool(row["free"]) for id, row in facts.items()}
        details = {row["event"]: row for row in self.select("SELECT * FROM detail WHERE event IN (?)", ids)}
        levels, series, speakers = self.lists("level", "code", ids), self.series(ids), self.speakers(ids)
        organisers = self.texts("organiser_text", "event", ("name",), ids)
        return {
            id: Event(
                id,
                facts[id]["theme"],
                facts[id]["icon"],
                words[id]["title"],
                words[id]["summary"],
                words[id]["body"],
                tuple(occurrences[id]),
                places[id],
                Reach(facts[id]["reach"]),
                audience[id],
                words[id]["audience_note"],
                spoken[id],
                Price(free[id], words[id]["price_note"], _amount(details.get(id))),
                hashtags[id],
                registrations.get(id),
                contacts.get(id),
                media[id],
                facts[id]["source"],
                series[id],
                _online(details.get(id)),
                _ages(details.get(id)),
                levels[id],
                organisers[id]["name"],
                speakers[id],
            )
            for id in ids
            if id in facts
        }

    def contacts(self, events: Sequence[str]) -> dict[str, Contact]:
        """By event: its contact, for events that have one."""
        names = self.texts("contact_text", "event", ("name",), events)
        return {
            row["event"]: Contact(names[row["event"]]["name"], row["phone"], row["email"], row["url"])
            for row in self.select("SELECT * FROM contact WHERE event IN (?)", events)
        }

    def media(self, events: Iterable[str]) -> dict[str, tuple[Media, ...]]:
        """By event: its pictures and videos, in order."""
        rows = list(self.select("SELECT * FROM media WHERE event IN (?) ORDER BY event, position", events))
        words = self.texts("media_text", "media", ("alt",), [row["id"] for row in rows])
        videos = [row["id"] for row in rows if row["kind"] == MediaKind.VIDEO]
        found_links = self.select("SELECT media, url FROM media_link WHERE media IN (?)", videos)
        links = {row["media"]: row["url"] for row in found_links}
        captions = self.captions(videos)
        found: dict[str, tuple[Media, ...]] = defaultdict(tuple)
        for row in rows:
            size, kind = (row["width"], row["height"]), MediaKind(row["kind"])
            alt, link = words[row["id"]]["alt"], links.get(row["id"], "")
            media = Media(
                kind, row["file"], *size, alt, row["poster"], row["duration"], link, captions[row["id"]]
            )
            found[row["event"]] += (media,)
        return found

    def captions(self, videos: Iterable[int]) -> dict[int, dict[str, tuple[Caption, ...]]]:
        """By video and language: the captions, in order of time."""
        captions: dict[int, dict[str, tuple[Caption, ...]]] = defaultdict(dict)
        sql = "SELECT * FROM caption WHERE media IN (?) ORDER BY media, language, position"
        for row in self.select(sql, videos):
            before = captions[row["media"]].get(row["language"], ())
            caption = Caption(row["start"], row["end"], row["text"])
            captions[row["media"]][row["language"]] = (*before, caption)
        return captions


TextTable = defaultdict[object, dict[str, dict[str, str]]]
"""Text by owner, column and language."""


def _amount(row: sqlite3.Row | None) -> Amount | None:
    if row is None or row["price_least"] is None:
        return None
    return Amount(row["price_least"], row["price_most"], row["currency"])


def _online(row: sqlite3.Row | None) -> Online | None:
    return Online(row["online_url"]) if row is not None and row["online"] else None


def _ages(row: sqlite3.Row | None) -> Ages | None:
    if row is None or (row["age_least"] is None and row["age_most"] is None):
        return None
    return Ages(row["age_least"], row["age_most"])


def _when(row: sqlite3.Row, name: str, zone: str) -> When | None:
    edtf = row[f"{name}_edtf"]
    return When(edtf, zone, row[f"{name}_earliest"], row[f"{name}_latest"]) if edtf else None
