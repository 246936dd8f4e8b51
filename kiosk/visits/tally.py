"""The metrics of visits, and the tally that counts them: numbers by day, nothing about persons."""

from collections import Counter
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.store import visit_counts
from kiosk.store.visit_counts import CountKey


class Metric(StrEnum):
    """What is counted; docs/visits.md has the definitions."""

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


ONCE_PER_VISIT = frozenset({Metric.SESSION, Metric.CODE, Metric.LANGUAGE})
"""Counted no more than once in a visit, for each language and event."""


class Tally:
    """Counts in memory while a visit lasts; counts of ended visits wait until `take` fetches them.

    `file` is `LibraryPaths.visits`, `today` returns the local ISO date. No touch waits for the disk.
    """

    def __init__(self, file: Path, today: Callable[[], str]) -> None:
        self._file, self._today = file, today
        self._visit: Counter[CountKey] = Counter()
        self._ended: Counter[CountKey] = Counter()

    def add(self, metric: Metric, which: str = "") -> None:
        """Count one; the first count begins a visit."""
        for counted in ((Metric.SESSION, ""), (metric, which)):
            if counted[0] not in ONCE_PER_VISIT or all(key[1:] != counted for key in self._visit):
                self._visit[CountKey(self._today(), *counted)] += 1

    def end_visit(self, *, by_staff: bool = False) -> None:
        """End the visit; with `by_staff`, a visit with nothing but the staff gesture is not counted."""
        if not by_staff or any(key.what != Metric.SESSION for key in self._visit):
            self._ended.update(self._visit)
        self._visit.clear()

    def take(self) -> Counter[CountKey]:
        """Remove and return the counts of ended visits; a caller that cannot write them gives them back."""
        taken, self._ended = self._ended, Counter()
        return taken

    def give_back(self, counts: Mapping[CountKey, int]) -> None:
        """Keep counts that could not be written for the next `take`."""
        self._ended.update(counts)

    def close(self) -> None:
        """End the visit and write all counts that are left; counts that cannot be written are kept."""
        self.end_visit()
        if counts := self.take():
            try:
                visit_counts.add_counts(self._file, counts)
            except KioskError:
                self.give_back(counts)
