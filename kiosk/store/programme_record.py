"""The record of the programmes held at this Corner and of the attendance that staff have typed in."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from kiosk.base.errors import KioskError
from kiosk.base.model import Text
from kiosk.store.database_file import DatabaseDamaged, DatabaseFormat, quarantine_file
from kiosk.store.storage_errors import storage_errors
from kiosk.store.transaction import transaction

FILE_NAME, REHEARSAL_FILE_NAME = "programmes.db", "rehearsed-programmes.db"
MAX_ATTENDED = 9999
"""The highest number of persons that can be typed in for one programme."""

_FORMAT = DatabaseFormat(0x434B4831, 1, 0, ("programme_record.sql",))
"""'CKH1' in the file's header."""


class ProgrammeKey(NamedTuple):
    """Which programme: the event's id and when it began, '2016-04-03T15:00' or '2016-04-03' in local time."""

    event: str
    begin: str


class HeldProgramme(NamedTuple):
    """A programme that was held at this Corner, as the programme announced it when it was recorded.

    `month` ('2016-04') is that of its end. `edtf` and `zone` are those of its time. `attended` is the number
    of persons, None while staff have not typed it in. `called_off`: staff said that it did not take place.
    """

    event: str
    begin: str
    month: str
    edtf: str
    zone: str
    theme: str
    title: Text
    theme_title: Text
    attended: int | None = None
    called_off: bool = False

    @property
    def key(self) -> ProgrammeKey:
        """Its key in the record."""
        return ProgrammeKey(self.event, self.begin)

    @property
    def day(self) -> str:
        """The local ISO date on which it began."""
        return self.begin[:10]

    @property
    def is_typed(self) -> bool:
        """Whether staff have said how many came, or that it did not take place."""
        return self.attended is not None or self.called_off

    @property
    def order(self) -> tuple[str, str]:
        """What programmes are ordered by: their time."""
        return self.begin, self.event


Change = Callable[[Sequence[HeldProgramme]], Sequence[HeldProgramme]]
"""What the programmes in the record are to be, from what they are."""


def read_programmes(path: Path) -> list[HeldProgramme]:
    """The programmes in the record, by time; none while there is no file that can be read.

    Raises `KioskError` 'library.storage', 'library.newer_program'.
    """
    try:
        with storage_errors(), closing(_FORMAT.open(path)) as connection:
            return _read(connection)
    except DatabaseDamaged:
        return []


def change_programmes(path: Path, change: Change) -> None:
    """Apply `change` to the record in one transaction; nothing is written where it changes nothing.

    A missing file is created once there is something to record, a damaged one quarantined and replaced.
    Raises `KioskError` 'library.storage' or 'library.full' when the disk fails, 'library.newer_program'.
    """
    if not path.exists() and not change([]):
        return
    with storage_errors(), closing(_open_writable(path)) as connection:
        before = _read(connection)
        if list(change(before)) == before:
            return
        with transaction(connection):
            known = {one.key: one for one in _read(connection)}
            after = change(list(known.values()))
            gone = known.keys() - {one.key for one in after}
            sql = "DELETE FROM programme WHERE event = ? AND begin = ?"
            connection.executemany(sql, sorted(gone))
            fields = ", ".join("?" * len(HeldProgramme._fields))
            sql = f"INSERT OR REPLACE INTO programme VALUES ({fields})"
            connection.executemany(sql, [_to_row(one) for one in after if one != known.get(one.key)])


def write_outcome(path: Path, key: ProgrammeKey, attended: int | None, *, called_off: bool = False) -> None:
    """Record how many persons attended a programme, None for not known, or that it did not take place.

    Raises `KioskError` 'month.no_programme' when the record does not have it, else as `change_programmes`.
    """
    sql = "UPDATE programme SET attended = ?, called_off = ? WHERE event = ? AND begin = ?"
    with storage_errors(), closing(_open_writable(path)) as connection, transaction(connection):
        if not connection.execute(sql, (attended, called_off, *key)).rowcount:
            raise KioskError("month.no_programme")


def _read(connection: sqlite3.Connection) -> list[HeldProgramme]:
    rows = connection.execute("SELECT * FROM programme ORDER BY begin, event")
    return [_from_row(row) for row in rows]


def _from_row(row: sqlite3.Row) -> HeldProgramme:
    values = dict(row) | {name: json.loads(row[name]) for name in ("title", "theme_title")}
    return HeldProgramme(**values | {"called_off": bool(row["called_off"])})


def _to_row(programme: HeldProgramme) -> HeldProgramme:
    texts = (json.dumps(dict(text), ensure_ascii=False) for text in (programme.title, programme.theme_title))
    title, theme_title = texts
    return programme._replace(title=title, theme_title=theme_title)  # type: ignore[arg-type]


def _open_writable(path: Path) -> sqlite3.Connection:
    try:
        return _FORMAT.open(path)
    except DatabaseDamaged:
        quarantine_file(path)
        _FORMAT.create(path)
        return _FORMAT.open(path)
