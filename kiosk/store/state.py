"""Reads and changes the library's own database: generations, accepted packs, time floor, log (ADR 5)."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from kiosk.base.closing import ClosesOnExit
from kiosk.base.errors import KioskError
from kiosk.store.records import PACK_COLUMNS, Generation, TrustedPack, pack_from_row, pack_to_row
from kiosk.store.state_file import open_state_file
from kiosk.store.state_migrations import TIME_FLOOR_VERSION, migrate, minor_version
from kiosk.store.storage_errors import storage_errors
from kiosk.store.transaction import transaction

LOG_ROWS = 1000
"""The maximum number of log entries."""

_NEEDED = """SELECT generation FROM current UNION SELECT previous FROM current WHERE previous IS NOT NULL
    UNION SELECT generation FROM trusted"""


class State(ClosesOnExit):
    """An open state database; every change is one durable transaction.

    Opening raises what `open_file`, a function of `state_file`, raises, everything else `KioskError`
    'library.storage' or 'library.full' when the disk fails. `copied_because` is why it is a copy in memory,
    whose changes are lost; None when it is not.
    """

    def __init__(self, path: Path, open_file: Callable[[Path], sqlite3.Connection] = open_state_file) -> None:
        self._connection = open_file(path)
        self.copied_because: KioskError | None = None

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def shown_generations(self) -> tuple[Generation, ...]:
        """The current and the previous generation, as far as they exist."""
        rows = self._rows("SELECT generation, previous FROM current")
        return tuple(self._generation(id) for row in rows for id in row if id is not None)

    def generations(self) -> tuple[Generation, ...]:
        """All generations: the current one, the previous one, then the others from the newest."""
        sql = """SELECT id FROM generation LEFT JOIN current ON one = 1
            ORDER BY id IS generation DESC, id IS previous DESC, id DESC"""
        return tuple(self._generation(row["id"]) for row in self._rows(sql))

    def newer_generation(self) -> Generation | None:
        """The newest generation above the current one: the one that was rolled back from, None without."""
        rows = self._rows("SELECT max(id) AS id FROM generation WHERE id > (SELECT generation FROM current)")
        return self._generation(rows[0]["id"]) if rows[0]["id"] is not None else None

    def folders(self) -> frozenset[str]:
        """The names of the folders of all generations."""
        return frozenset(row["folder"] for row in self._rows("SELECT folder FROM generation"))

    def trusted_pack(self, publisher: str) -> TrustedPack | None:
        """The newest pack accepted of a publisher; None when none ever was."""
        sql = """SELECT trusted.*, folder, root FROM trusted
            JOIN generation ON generation.id = trusted.generation
            JOIN pack ON pack.generation = trusted.generation AND pack.publisher = trusted.publisher
            WHERE trusted.publisher = ?"""
        rows = self._rows(sql, publisher)
        return TrustedPack(**rows[0]) if rows else None

    def time_floor(self) -> int:
        """The recorded time floor in UTC seconds, 0 when there is none; a time of signing is never in it.

        A floor written by a program that let signatures raise it is ignored.
        """
        if minor_version(self._connection) < TIME_FLOOR_VERSION:
            return 0
        return int(self._rows("SELECT last_seen FROM floor")[0][0])

    def next_generation_id(self) -> int:
        """The id of the next generation; none is used twice."""
        rows = self._rows("SELECT seq FROM sqlite_sequence WHERE name = 'generation'")
        return int(rows[0][0]) + 1 if rows else 1

    def log_entries(self) -> tuple[tuple[int, str, dict[str, object]], ...]:
        """The log as (UTC seconds, what, detail), oldest first."""
        rows = self._rows("SELECT * FROM log ORDER BY id")
        return tuple((row["at"], row["what"], json.loads(row["detail"])) for row in rows)

    def commit(self, generation: Generation, trusted: TrustedPack, now: int) -> None:
        """Make `generation` current and the current one previous, and store `trusted`.

        Deletes every generation that is no longer referred to. This is an installation's only commit point.
        """
        with self._transaction():
            migrate(self._connection)
            self._add(generation)
            self._run(
                """INSERT INTO current VALUES (1, ?, NULL) ON CONFLICT (one)
                DO UPDATE SET previous = generation, generation = excluded.generation""",
                generation.id,
            )
            self._trust([trusted])
            self._run(f"DELETE FROM generation WHERE id NOT IN ({_NEEDED})")
            shown = {pack.publisher: pack.version for pack in generation.packs}
            self._note(now, "installed", generation=generation.id, packs=shown)

    def revoke(self, publisher: str, rest: Generation | None, now: int) -> None:
        """Delete a publisher and its packs from every generation.

        `rest` replaces the current generation; None leaves that as it is, if it has other packs. The previous
        generation can still be rolled back to, without that publisher.
        """
        with self._transaction():
            migrate(self._connection)
            self._run("DELETE FROM trusted WHERE publisher = ?", publisher)
            self._run("DELETE FROM pack WHERE publisher = ?", publisher)
            if rest:
                self._add(rest)
                shown = "(SELECT generation FROM current)"
                self._run(f"UPDATE trusted SET generation = ? WHERE generation = {shown}", rest.id)
                self._run("UPDATE current SET generation = ?", rest.id)
            empty = "(SELECT id FROM generation WHERE id NOT IN (SELECT generation FROM pack))"
            self._run(f"UPDATE current SET previous = NULL WHERE previous IN {empty}")
            self._run(f"DELETE FROM current WHERE generation IN {empty}")
            self._run(f"DELETE FROM generation WHERE id NOT IN ({_NEEDED})")
            self._note(now, "revoked", publisher=publisher, generation=rest.id if rest else 0)

    def roll_back(self, now: int, because: str = "staff") -> Generation:
        """Make the previous generation current; accepted packs stay. KioskError 'library.nothing_before'."""
        with self._transaction():
            shown = self.shown_generations()
            if len(shown) < 2:
                raise KioskError("library.nothing_before")
            self._run("UPDATE current SET generation = previous, previous = NULL")
            self._note(now, "rolled_back", generation=shown[1].id, because=because)
        return shown[1]

    def roll_forward(self, now: int) -> Generation:
        """Make the generation that was rolled back from current again, and the current one previous.

        Accepted packs stay. KioskError 'library.nothing_newer'.
        """
        with self._transaction():
            newer = self.newer_generation()
            if newer is None:
                raise KioskError("library.nothing_newer")
            self._run("UPDATE current SET previous = generation, generation = ?", newer.id)
            self._note(now, "rolled_forward", generation=newer.id)
        return newer

    def rebuild(
        self,
        generations: Sequence[Generation],
        shown: Sequence[Generation],
        trusted: Sequence[TrustedPack],
        now: int,
    ) -> None:
        """Fill an empty state with what is on the disk; `shown`: the current and the previous generation."""
        with self._transaction():
            for generation in generations:
                self._add(generation)
            if shown:
                current, previous = (*(generation.id for generation in shown), None)[:2]
                self._run("INSERT INTO current VALUES (1, ?, ?)", current, previous)
            self._trust(trusted)
            pack_counts = {generation.id: len(generation.packs) for generation in generations}
            self._note(now, "rebuilt" if pack_counts else "made", generations=pack_counts)

    def raise_time_floor(self, time_floor: int) -> None:
        """Raise the time floor (UTC seconds); an earlier time changes nothing."""
        with self._transaction():
            migrate(self._connection)
            self._run("UPDATE floor SET last_seen = max(last_seen, ?)", time_floor)

    def set_time_floor(self, time_floor: int, now: int) -> None:
        """Replace the time floor (UTC seconds) by another one, higher or lower."""
        with self._transaction():
            migrate(self._connection)
            self._run("UPDATE floor SET last_seen = ?", time_floor)
            self._note(now, "day_confirmed", day=time_floor)

    def _add(self, generation: Generation) -> None:
        self._run(
            "INSERT INTO generation VALUES (?, ?, ?)",
            generation.id,
            generation.folder,
            generation.installed_at,
        )
        columns = ("generation", "position", *PACK_COLUMNS)
        sql = f"INSERT INTO pack ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        for position, pack in enumerate(generation.packs):
            self._run(sql, generation.id, position, *pack_to_row(pack))

    def _trust(self, trusted: Sequence[TrustedPack]) -> None:
        for pack in trusted:
            self._run(
                "INSERT OR REPLACE INTO trusted VALUES (?, ?, ?)",
                pack.publisher,
                pack.generation,
                pack.version,
            )

    def _note(self, at: int, what: str, **detail: object) -> None:
        self._run("INSERT INTO log (at, what, detail) VALUES (?, ?, ?)", at, what, json.dumps(detail))
        self._run("DELETE FROM log WHERE id <= (SELECT max(id) FROM log) - ?", LOG_ROWS)

    def _generation(self, id: int) -> Generation:
        row = self._rows("SELECT * FROM generation WHERE id = ?", id)[0]
        packs = self._rows("SELECT * FROM pack WHERE generation = ? ORDER BY position", id)
        return Generation(row["id"], row["folder"], row["at"], tuple(map(pack_from_row, packs)))

    def _rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        with storage_errors():
            return self._connection.execute(sql, values).fetchall()

    def _run(self, sql: str, *values: object) -> None:
        self._connection.execute(sql, values)

    def _transaction(self) -> AbstractContextManager[None]:
        return transaction(self._connection)
