"""The staff PIN in the library's state: its hash, and the wrong tries since it was last right."""

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from kiosk.store.state_file import open_state_file
from kiosk.store.state_migrations import PIN_VERSION, migrate, minor_version
from kiosk.store.storage_errors import storage_errors
from kiosk.store.transaction import transaction


class PinHash(NamedTuple):
    """What scrypt (RFC 7914) made of a PIN, and what it takes to make that again; empty where none was."""

    hash: bytes = b""
    salt: bytes = b""
    n: int = 0
    r: int = 0
    p: int = 0


class PinRecord(NamedTuple):
    """The PIN and the tries: `wrong` in a row, the last `uptime` seconds after the start called `boot`."""

    pin_hash: PinHash = PinHash()
    wrong: int = 0
    boot: str = ""
    uptime: float = 0

    @property
    def is_set(self) -> bool:
        """Whether a PIN was ever made."""
        return self.pin_hash != PinHash()


class PinStore:
    """An open state, for the sake of its PIN; opening raises what `state_file.open_sound` raises.

    Every method raises `KioskError` 'library.storage' or 'library.full' when the disk fails.
    """

    def __init__(self, path: Path) -> None:
        self._connection = open_state_file(path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Let nobody else read or write what is read and written within."""
        return transaction(self._connection)

    def read(self) -> PinRecord | None:
        """What is known of the PIN; None when that was lost, together with an earlier state."""
        with storage_errors():
            if minor_version(self._connection) < PIN_VERSION:
                return PinRecord()
            row = self._connection.execute("SELECT * FROM pin").fetchone()
        return _pin_record(row) if row else None

    def set_pin(self, secret: PinHash, only_first: bool) -> bool:
        """Take a new PIN, with no wrong tries; whether it was taken: `only_first` keeps one that was made."""
        with self.transaction():
            migrate(self._connection)
            entry = self.read()
            if only_first and (entry is None or entry.is_set):
                return False
            self._connection.execute(
                "INSERT OR REPLACE INTO pin (one, hash, salt, n, r, p) VALUES (1, ?, ?, ?, ?, ?)", secret
            )
        return True

    def record_wrong_try(self, boot: str, uptime: float) -> PinRecord:
        """One more wrong try, for within a transaction; what then is."""
        sql = "UPDATE pin SET wrong = wrong + 1, boot = ?, uptime = ? RETURNING *"
        return _pin_record(*self._connection.execute(sql, (boot, uptime)).fetchall())

    def reset_wrong_tries(self, secret: PinHash) -> None:
        """Count from the beginning again, if that is still the PIN."""
        with self.transaction():
            self._connection.execute("UPDATE pin SET wrong = 0 WHERE hash = ?", (secret.hash,))

    def forget_pin(self) -> None:
        """Know no more whether there was a PIN."""
        with self.transaction():
            self._connection.execute("DELETE FROM pin")


def _pin_record(row: sqlite3.Row) -> PinRecord:
    return PinRecord(PinHash(*row[1:6]), *row[6:])
