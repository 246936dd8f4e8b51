"""A library whose staff PIN is quick to check, and an uptime clock that tests advance."""

import hashlib
from contextlib import closing
from pathlib import Path

from kiosk.base.uptime import UptimeReading
from kiosk.pin import staff_pin
from kiosk.store.pin_store import PinHash, PinRecord, PinStore

RIGHT_PIN, WRONG_PIN = "604729", "604728"


class FakeUptime:
    """An uptime clock that advances only when a test says so."""

    def __init__(self) -> None:
        self.boot, self.seconds = 1, 5000.0

    def __call__(self) -> UptimeReading:
        return UptimeReading(f"boot-{self.boot}", self.seconds)

    def advance(self, seconds: float) -> None:
        """Advance the clock."""
        self.seconds += seconds

    def reboot(self, seconds: float = 0) -> None:
        """Simulate a reboot of the machine `seconds` ago."""
        self.boot, self.seconds = self.boot + 1, seconds


def make_library(folder: Path) -> Path:
    """Create a library whose PIN is RIGHT_PIN, hashed at minimal cost."""
    made = folder / "library"
    staff_pin.set_pin(made, RIGHT_PIN)
    secret = PinHash(hashlib.scrypt(RIGHT_PIN.encode(), salt=b"salt", n=2, r=1, p=1), b"salt", 2, 1, 1)
    with closing(PinStore(made / "state.db")) as pins:
        pins.set_pin(secret, only_first=False)
    return made


def read_pin_record(library: Path) -> PinRecord | None:
    """Return the PIN record of the library."""
    with closing(PinStore(library / "state.db")) as pins:
        return pins.read()


def count_wrong_tries(library: Path) -> int:
    """Return the number of counted wrong tries."""
    found = read_pin_record(library)
    assert found
    return found.wrong
