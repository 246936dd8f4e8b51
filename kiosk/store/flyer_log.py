"""The log of the flyers made on this kiosk: content, whether they were handed out, printed pages by time."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.base.closing import ClosesOnExit
from kiosk.base.errors import KioskError
from kiosk.store.database_file import DatabaseDamaged, DatabaseFormat, quarantine_file
from kiosk.store.storage_errors import storage_errors
from kiosk.store.transaction import transaction

APPLICATION_ID = 0x434B4631
"""'CKF1' in the file's header."""
FILE_NAME = "sheets.db"
FORGOTTEN_AFTER = 86_400
"""Seconds after which a flyer that was never handed out is deleted."""
PRINTS_KEPT_FOR = 800 * 86_400
"""Seconds for which printed pages are kept: monthly reports of two years count them."""

PRINTED, SAVED, TAKEN = "printed", "saved", "taken"
"""How a sheet was handed out: printed or saved by staff, taken along by a visitor; later it may be 'down'."""

_OF_JOB = "job = (SELECT id FROM job WHERE sha256 = ?)"
_FORMAT = DatabaseFormat(APPLICATION_ID, 1, 0, ("flyer_log.sql",))


class JobRow(NamedTuple):
    """A PDF of `pages` pages made `at` (UTC seconds), identified by its hash; the rest is its order."""

    sha256: str
    at: int
    pages: int
    kind: str
    languages: tuple[str, ...]
    paper: str
    ink: str


class SheetRow(NamedTuple):
    """A sheet: its number, its subject, and its content as plain JSON values."""

    number: int
    subject: str
    content: dict[str, Any]


class FlyerLog(ClosesOnExit):
    """An open flyer log; a damaged one is quarantined and replaced by an empty one: flyers can be made anew.

    Every method raises `KioskError` 'library.storage' or 'library.full' when the disk fails.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / FILE_NAME
        with storage_errors():
            folder.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = _FORMAT.open(path)
        except DatabaseDamaged:
            _replace_with_empty(path)
            self._connection = _FORMAT.open(path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def reserve_numbers(self, number: int) -> int:
        """Reserve `number` sheet numbers, none of which is used twice, and return the first."""
        with transaction(self._connection):
            sql = "UPDATE counter SET number = number + ? RETURNING number"
            last: int = self._connection.execute(sql, (number,)).fetchone()[0]
        return last - number + 1

    def add_job(self, job: JobRow, sheets: Iterable[SheetRow]) -> None:
        """Add a job with its sheets; delete older jobs (FORGOTTEN_AFTER) that were never handed out."""
        with transaction(self._connection):
            old = "at < ? AND id NOT IN (SELECT job FROM sheet WHERE out <> '')"
            self._connection.execute(f"DELETE FROM job WHERE {old}", (job.at - FORGOTTEN_AFTER,))
            values = job._replace(languages=" ".join(job.languages))  # type: ignore[arg-type]
            columns = ", ".join(JobRow._fields)
            sql = f"INSERT INTO job ({columns}) VALUES ({', '.join('?' * len(values))})"
            job_id = self._connection.execute(sql, values).lastrowid
            self._connection.executemany(
                "INSERT INTO sheet (number, job, subject, said) VALUES (?, ?, ?, ?)",
                [
                    (row.number, job_id, row.subject, json.dumps(row.content, ensure_ascii=False))
                    for row in sheets
                ],
            )

    def find_job(self, sha256: str) -> JobRow | None:
        """The job of the PDF with that hash; None when there is none."""
        rows = self._rows("SELECT * FROM job WHERE sha256 = ?", sha256)
        return _job(rows[0]) if rows else None

    def record_hand_out(self, sha256: str, how: str) -> None:
        """Record that the sheets of that PDF were handed out, and `how`."""
        with transaction(self._connection):
            self._set_hand_out(sha256, how)

    @contextmanager
    def record_print(self, sha256: str, how: str, at: int, pages: int) -> Iterator[None]:
        """Record that the sheets of that PDF are printed, before they are; an exception undoes it.

        What cannot be recorded is not printed: a full disk would let staff print it again and again.
        """
        before = self._rows(f"SELECT number, out FROM sheet WHERE {_OF_JOB}", sha256)
        with transaction(self._connection):
            self._connection.execute("DELETE FROM print WHERE at < ?", (at - PRINTS_KEPT_FOR,))
            row = self._connection.execute("INSERT INTO print VALUES (?, ?, ?)", (at, pages, how == TAKEN))
            self._set_hand_out(sha256, how)
        try:
            yield
        except BaseException:
            with suppress(KioskError), transaction(self._connection):
                self._connection.execute("DELETE FROM print WHERE rowid = ?", (row.lastrowid,))
                sql = "UPDATE sheet SET out = ? WHERE number = ?"
                self._connection.executemany(sql, [(sheet["out"], sheet["number"]) for sheet in before])
            raise

    def _set_hand_out(self, sha256: str, how: str) -> None:
        self._connection.execute(f"UPDATE sheet SET out = ? WHERE {_OF_JOB}", (how, sha256))

    def record_take_down(self, numbers: Sequence[int]) -> None:
        """Record that these sheets no longer hang on the wall."""
        with transaction(self._connection):
            sql = "UPDATE sheet SET out = 'down' WHERE number = ? AND out IN ('printed', 'saved')"
            self._connection.executemany(sql, [(number,) for number in numbers])

    def sheets_on_wall(self) -> list[tuple[SheetRow, JobRow]]:
        """The sheets that staff handed out and have not taken down, ordered by number."""
        sql = "SELECT * FROM sheet JOIN job ON job.id = job WHERE out IN ('printed', 'saved') ORDER BY number"
        rows = self._rows(sql)
        return [(SheetRow(row["number"], row["subject"], json.loads(row["said"])), _job(row)) for row in rows]

    def pages_printed(self, since: int, until: int = 1 << 62, *, visitor: bool = False) -> int:
        """The number of pages printed since then and before `until`, by anyone or by visitors only."""
        sql = "SELECT coalesce(sum(pages), 0) FROM print WHERE at >= ? AND at < ? AND visitor >= ?"
        return int(self._rows(sql, since, until, visitor)[0][0])

    def _rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        with storage_errors():
            return self._connection.execute(sql, values).fetchall()


def _replace_with_empty(path: Path) -> None:
    """Quarantine the file and create an empty one, unless another process does so at the same moment."""
    new = path.with_name(f".{path.name}.{os.getpid()}")
    with storage_errors():
        quarantine_file(path)
        new.unlink(missing_ok=True)
    _FORMAT.create(new)
    with storage_errors():
        with suppress(FileExistsError):
            os.link(new, path)
        new.unlink()


def _job(row: sqlite3.Row) -> JobRow:
    values = {name: row[name] for name in JobRow._fields}
    return JobRow(**values | {"languages": tuple(row["languages"].split())})
