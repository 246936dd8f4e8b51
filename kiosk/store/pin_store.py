"""Stores the staff PIN in the library's state: its hash, and the wrong tries since the last right one."""

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from kiosk.store.state_file import open_state_file
from kiosk.store.state_migrations import PIN_VERSION, migrate, minor_version
from kiosk.store.storage_errors import storage_errors
from kiosk.store.transaction import transaction


class PinHash(NamedTuple):
    """The scrypt hash (RFC 7914) of a PIN with its salt and parameters; empty when no PIN was set."""

    hash: bytes = b""
    salt: bytes = b""
    n: int = 0
    r: int = 0
    p: int = 0


class PinRecord(NamedTuple):
    """The PIN and its wrong tries: `wrong` in a row, the last one `uptime` seconds after boot `boot`."""

    pin_hash: PinHash = PinHash()
    wrong: int = 0
    boot: str = ""
    uptime: float = 0

    @property
    def is_set(self) -> bool:
        """Whether a PIN was ever set."""
        return self.pin_hash != PinHash()


class PinStore:
    """An open state database, for its PIN; opening raises what `state_file.open_state_file` raises.

    Every method raises `KioskError` 'library.storage' or 'library.full' when the disk fails.
    """

    def __init__(self, path: Path) -> None:
        self._connection = open_state_file(path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        """A transaction: no other process reads or writes the PIN meanwhile."""
        return transaction(self._connection)

    def read(self) -> PinRecord | None:
        """The record of the PIN; None when it was lost together with an earlier state."""
        with storage_errors():
            if minor_version(self._connection) < PIN_VERSION:
                return PinRecord()
            row = self._connection.execute("SELECT * FROM pin").fetchone()
        return _pin_record(row) if row else None

    def set_pin(self, pin_hash: PinHash, only_first: bool) -> bool:
        """Set the PIN and reset the wrong tries; False when `only_first` and a PIN was already set."""
        with self.transaction():
            migrate(self._connection)
            entry = self.read()
            if only_first and (entry is None or entry.is_set):
                return False
            self._connection.execute(
                "INSERT OR REPLACE INTO pin (one, hash, salt, n, r, p) VALUES (1, ?, ?, ?, ?, ?)", pin_hash
            )
        return True

    def record_wrong_try(self, boot: str, uptime: float) -> PinRecord:
        """Add a wrong try, inside a transaction, and return the new record."""
        sql = "UPDATE pin SET wrong = wrong + 1, boot = ?, uptime = ? RETURNING *"
        return _pin_record(*self._connection.execute(sql, (boot, uptime)).fetchall())

    def reset_wrong_tries(self, pin_hash: PinHash) -> None:
        """Reset the wrong tries, if this is still the PIN."""
        with self.transaction():
            self._connection.execute("UPDATE pin SET wrong = 0 WHERE hash = ?", (pin_hash.hash,))

    def forget_pin(self) -> None:
        """Delete the record: whether there was a PIN is then unknown."""
        with self.transaction():
            self._connection.execute("DELETE FROM pin")


def _pin_record(row: sqlite3.Row) -> PinRecord:
    return PinRecord(PinHash(*row[1:6]), *row[6:])
