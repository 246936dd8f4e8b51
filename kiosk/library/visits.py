"""What is counted of visits, and the tally that counts it: numbers by day, nothing about persons."""

from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from threading import Thread

from kiosk.errors import KioskError
from kiosk.store import visits
from kiosk.store.visits import Key


class What(StrEnum):
    """All that is counted; docs/visits.md tells it in more words."""

    SESSION = "session"
    """A visit: from the first touch until the screen goes back to the start by itself."""
    EVENT = "event"
    """An event was opened; which is its id."""
    CODE = "code"
    """A visitor enlarged a QR code of an event or turned to another one; which is the event's id."""
    LANGUAGE = "language"
    """A language was chosen, or an event opened in it; which is its code."""
    NO_RESULT = "no_result"
    """A search found nothing. What was searched for is not kept."""


ONCE = frozenset({What.SESSION, What.CODE, What.LANGUAGE})
"""Counted no more than once in a visit, for each language and event."""


class Tally:
    """Counts in memory while a visit lasts and writes when it has ended, so that no touch waits for the disk.

    `file` is the store's (`Places.visits`), `today` gives the local ISO date. Where nothing can be written,
    the numbers wait in memory for the end of the next visit, and nobody is told.
    """

    def __init__(self, file: Path, today: Callable[[], str]) -> None:
        self._file, self._today = file, today
        self._visit: Counter[Key] = Counter()
        self._ended: Counter[Key] = Counter()
        self._unwritten: Counter[Key] = Counter()
        self._writer: Thread | None = None

    def add(self, what: What, which: str = "") -> None:
        """Count one; whatever is counted first begins a visit."""
        for thing in ((What.SESSION, ""), (what, which)):
            if thing[0] not in ONCE or all(key[1:] != thing for key in self._visit):
                self._visit[Key(self._today(), *thing)] += 1

    def flush(self, *, knocked: bool = False) -> None:
        """End the visit and have its numbers written in the background; nothing waits for that.

        A visit in which staff have `knocked`, and nothing else was done, is none.
        """
        if not knocked or any(key.what != What.SESSION for key in self._visit):
            self._ended.update(self._visit)
        self._visit.clear()
        if self._writer and self._writer.is_alive():
            return
        self._unwritten.update(self._ended)
        self._ended.clear()
        if self._unwritten:
            self._writer = Thread(target=self._write)
            self._writer.start()

    def close(self) -> None:
        """End the visit and wait until its numbers are written."""
        self._wait()
        self.flush()
        self._wait()

    def _wait(self) -> None:
        if self._writer:
            self._writer.join()

    def _write(self) -> None:
        try:
            visits.add(self._file, self._unwritten)
        except KioskError:
            return
        self._unwritten.clear()
