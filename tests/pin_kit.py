"""A staff PIN that is quick to try, and a watch for tests that have no hour to wait."""

import hashlib
from contextlib import closing
from pathlib import Path

from kiosk.base.uptime import UptimeReading
from kiosk.pin import staff_pin
from kiosk.store.pin_store import PinHash, PinRecord, PinStore

RIGHT, WRONG = "604729", "604728"


class Watch:
    """Runs only when told to."""

    def __init__(self) -> None:
        self.boot, self.seconds = 1, 5000.0

    def __call__(self) -> UptimeReading:
        return UptimeReading(f"boot-{self.boot}", self.seconds)

    def run(self, seconds: float) -> None:
        """Let time pass."""
        self.seconds += seconds

    def restart(self, seconds: float = 0) -> None:
        """Let the machine start anew, so many seconds ago."""
        self.boot, self.seconds = self.boot + 1, seconds


def library(folder: Path) -> Path:
    """A library whose PIN is RIGHT, hashed at next to no cost."""
    made = folder / "library"
    staff_pin.make(made)
    secret = PinHash(hashlib.scrypt(RIGHT.encode(), salt=b"salt", n=2, r=1, p=1), b"salt", 2, 1, 1)
    with closing(PinStore(made / "state.db")) as pins:
        pins.set_pin(secret, only_first=False)
    return made


def entry(library: Path) -> PinRecord | None:
    """What the library knows of its PIN."""
    with closing(PinStore(library / "state.db")) as pins:
        return pins.read()


def wrong(library: Path) -> int:
    """How many wrong tries are counted."""
    found = entry(library)
    assert found
    return found.wrong
