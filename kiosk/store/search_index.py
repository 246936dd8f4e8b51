"""Builds and queries the search index of a whole programme, a database of the kiosk's own (ADR 13)."""

import json
import sqlite3
import weakref
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from kiosk.base import cancellation
from kiosk.base.model import Text
from kiosk.store.database_file import read_script
from kiosk.store.event_selection import NEVER, EventMatch, QueryFilters, select_events

LONGEST_PREFIX = 5
"""Letters of the longest prefixes that search_index.sql has an index of."""
MAX_EXPANSIONS = 30
Expression = Sequence[Sequence[str]]
"""Words that must all occur, each as one of several terms or prefixes of terms."""


class IndexEntry(NamedTuple):
    """An event in the index: its number, in order of ends, the position of its catalogue, its titles."""

    number: int
    event: str
    catalogue: int
    titles: Text


class EventTerms(NamedTuple):
    """An event to index: until when it is coming (UTC seconds), and the folded terms it is found by.

    `occurrences` are its occurrences as (id, earliest, latest, visible_until, status) of its pack.
    """

    event: str
    catalogue: int
    ends: int
    titles: Text
    occurrences: Iterable[tuple[int, int, int, int, str]]
    title_terms: Iterable[str]
    all_terms: Iterable[str]


class Facet(NamedTuple):
    """The entries that have a value, and the second until which each has it, ordered by that."""

    kind: str
    value: str
    untils: "array[int]"
    entries: "array[int]"


class SearchIndex:
    """Queries the bytes that `build_index` returned; no other bytes are allowed here, for SQLite 3.40 crashes
    on a damaged full-text index."""

    def __init__(self, database: bytes) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._connection.close)
        self._connection.deserialize(database)
        self._connection.execute("PRAGMA query_only = ON")

    def close(self) -> None:
        """Free the memory; no query is possible afterwards."""
        self._connection.close()

    @cached_property
    def vocabulary(self) -> tuple[list[str], list[int]]:
        """All terms in order, and the number of events that have each."""
        rows = self._connection.execute("SELECT term, doc FROM vocabulary").fetchall()
        return [term for term, _ in rows], [events for _, events in rows]

    def first_coming(self, now: int | None) -> int:
        """The number of the first event that is coming at `now` (UTC seconds, None: not known)."""
        sql = "SELECT n FROM entry WHERE ends >= ? ORDER BY ends, n LIMIT 1"
        row = self._connection.execute(sql, (NEVER + 1 if now is None else now,)).fetchone()
        return row[0] if row else self.size

    @property
    def size(self) -> int:
        """The number of events; they are numbered from 0."""
        return int(self._connection.execute("SELECT count(*) FROM entry").fetchone()[0])

    def match(
        self, words: Expression, *, title: bool, begins: bool, first: int, limit: int, coming: bool
    ) -> list[IndexEntry]:
        """Up to `limit` events that have all `words`, nearest to `first` first, upwards if `coming` or down.

        Searches titles only or all terms, for whole terms or (`begins`) for prefixes.
        """
        table = "title" if title else "whole"
        side, order = (">=", "ASC") if coming else ("<", "DESC")
        rows = self._connection.execute(
            f"""SELECT entry.* FROM {table} JOIN entry ON entry.n = {table}.rowid
            WHERE {table} MATCH ? AND {table}.rowid {side} ? ORDER BY {table}.rowid {order} LIMIT ?""",
            (self._query(words, begins), first, limit),
        )
        return list(map(_entry, rows))

    def keep_matching(self, words: Expression, entries: Sequence[IndexEntry]) -> list[IndexEntry]:
        """Those of a few `entries` that have all `words` as prefixes of their terms, in the same order."""
        sql = "SELECT rowid FROM whole WHERE whole MATCH ? AND rowid IN (SELECT value FROM json_each(?))"
        numbers = json.dumps([entry.number for entry in entries])
        found = {n for (n,) in self._connection.execute(sql, (self._query(words, True), numbers))}
        return [entry for entry in entries if entry.number in found]

    def order_events(self, events: Sequence[str], now: int | None, *, coming: bool) -> list[EventMatch]:
        """Those of `events` that are coming, or past, in the order of `Catalogue.find_events`."""
        sql, values = select_events(now, QueryFilters(past=not coming, events=events))
        rows = self._connection.execute(f"SELECT key, event, id FROM ({sql}) ORDER BY key, event", values)
        return [EventMatch(*row) for row in rows]

    def entries_from(self, first: int, limit: int) -> list[IndexEntry]:
        """Up to `limit` entries from the number `first` on."""
        rows = self._connection.execute("SELECT * FROM entry WHERE n >= ? LIMIT ?", (first, limit))
        return list(map(_entry, rows))

    def _query(self, words: Expression, begins: bool) -> str:
        """The expression in FTS5 syntax; terms are letters and digits, so that quoting is enough."""
        either = ([form for term in terms for form in self._forms(term, begins)] for terms in words)
        return " AND ".join("(" + " OR ".join(forms) + ")" for forms in either)

    def _forms(self, term: str, begins: bool) -> list[str]:
        """FTS5 expressions for a term, or for all terms with that prefix.

        For a prefix that has no prefix index, FTS5 collects all events before it returns the first; for a few
        terms listed one by one it returns events as it finds them.
        """
        if begins and len(term) > LONGEST_PREFIX:
            terms, _ = self.vocabulary
            first = bisect_left(terms, term)
            last = bisect_left(terms, f"{term}\U0010ffff", first)
            if first < last <= first + MAX_EXPANSIONS:
                return [f'"{match}"' for match in terms[first:last]]
        return [f'"{term}"*' if begins else f'"{term}"']

    def facets(self) -> Iterator[Facet]:
        """All facets."""
        for kind, value, *blobs in self._connection.execute("SELECT * FROM facet"):
            yield Facet(kind, value, *(array("q", blob) for blob in blobs))


def build_index(events: Iterable[EventTerms], facets: Iterable[Facet]) -> bytes:
    """The index of `events`, which are in order of their ends; `facets` is iterated after them."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(f"{read_script('search_index.sql')} BEGIN;")
        for number, event in enumerate(events):
            cancellation.check()
            titles = json.dumps(dict(event.titles), ensure_ascii=False)
            entry = (number, event.event, event.catalogue, event.ends, titles)
            connection.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?)", entry)
            occurrences = ((event.event, *occurrence) for occurrence in event.occurrences)
            connection.executemany("INSERT INTO occurrence VALUES (?, ?, ?, ?, ?, ?)", occurrences)
            for table, terms in (("title", event.title_terms), ("whole", event.all_terms)):
                connection.execute(
                    f"INSERT INTO {table} (rowid, terms) VALUES (?, ?)", (number, " ".join(terms))
                )
        for table in ("title", "whole"):
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        values = (
            (facet.kind, facet.value, facet.untils.tobytes(), facet.entries.tobytes()) for facet in facets
        )
        connection.executemany("INSERT INTO facet VALUES (?, ?, ?, ?)", values)
        connection.execute("COMMIT")
        return connection.serialize()
    finally:
        connection.close()


def _entry(row: tuple[int, str, int, int, str]) -> IndexEntry:
    number, event, catalogue, _, titles = row
    return IndexEntry(number, event, catalogue, json.loads(titles))
