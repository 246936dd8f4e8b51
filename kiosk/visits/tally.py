"""What is counted of visits, and the tally that counts it: numbers by day, nothing about persons."""

from collections import Counter
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.store import visit_counts
from kiosk.store.visit_counts import CountKey


class Metric(StrEnum):
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


ONCE = frozenset({Metric.SESSION, Metric.CODE, Metric.LANGUAGE})
"""Counted no more than once in a visit, for each language and event."""


class Tally:
    """Counts in memory while a visit lasts; what has ended waits for somebody to `take` and write it.

    `file` is the store's (`Places.visits`), `today` gives the local ISO date. No touch waits for the disk.
    """

    def __init__(self, file: Path, today: Callable[[], str]) -> None:
        self._file, self._today = file, today
        self._visit: Counter[CountKey] = Counter()
        self._ended: Counter[CountKey] = Counter()

    def add(self, what: Metric, which: str = "") -> None:
        """Count one; whatever is counted first begins a visit."""
        for thing in ((Metric.SESSION, ""), (what, which)):
            if thing[0] not in ONCE or all(key[1:] != thing for key in self._visit):
                self._visit[CountKey(self._today(), *thing)] += 1

    def flush(self, *, knocked: bool = False) -> None:
        """End the visit. One in which staff have `knocked`, and nothing else was done, is none."""
        if not knocked or any(key.what != Metric.SESSION for key in self._visit):
            self._ended.update(self._visit)
        self._visit.clear()

    def take(self) -> Counter[CountKey]:
        """Hand out all that has ended; whoever cannot write it gives it back."""
        taken, self._ended = self._ended, Counter()
        return taken

    def give_back(self, counts: Mapping[CountKey, int]) -> None:
        """These could not be written now."""
        self._ended.update(counts)

    def close(self) -> None:
        """End the visit and write all that is left; where nothing can be written it waits on."""
        self.flush()
        if counts := self.take():
            try:
                visit_counts.add_counts(self._file, counts)
            except KioskError:
                self.give_back(counts)
