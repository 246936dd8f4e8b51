"""What has been counted, by day, week, month, event and language, and what of it is not told yet."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from kiosk.library.library_paths import LibraryPaths
from kiosk.store import visit_counts
from kiosk.store.visit_counts import CountKey
from kiosk.visits.tally import Metric

ONE_DAY = timedelta(days=1)
_KNOWN = frozenset(map(str, Metric))
MOST_DAYS, MOST_WEEKS = 31, 26
"""How many rows of a kind are still easy to read."""


class Step(StrEnum):
    """How long a row of a table is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def begin(self, day: date) -> date:
        """The first day of the step `day` is in; weeks begin on Monday."""
        if self is Step.WEEK:
            return day - timedelta(days=day.weekday())
        return day.replace(day=1) if self is Step.MONTH else day

    @classmethod
    def fitting(cls, first: date, last: date) -> "Step":
        """The one to show a time in that begins and ends on these days."""
        days = (last - first).days + 1
        if days <= MOST_DAYS:
            return cls.DAY
        return cls.WEEK if days <= MOST_WEEKS * 7 else cls.MONTH

    def label(self, first: date) -> str:
        """What the step that begins on that day is called: its ISO date, or month."""
        return first.isoformat()[:7] if self is Step.MONTH else first.isoformat()


class EventFigures(NamedTuple):
    """How often an event was opened, and in how many visits one of its codes."""

    id: str
    views: int
    codes: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted from the day `first` to the day `last`, both included."""

    first: date
    last: date
    counts: Mapping[CountKey, int]

    def total(self, what: Metric) -> int:
        """How often that was counted in all."""
        return sum(number for key, number in self.counts.items() if key.what == what)

    def by(self, step: Step) -> dict[str, Counter[str]]:
        """The numbers of each `What` by the step's label; a step without any is there too."""
        found = {label: Counter[str]() for label in self._labels(step)}
        for key, number in self.counts.items():
            found[step.label(step.begin(date.fromisoformat(key.day)))][key.what] += number
        return found

    def events(self) -> list[EventFigures]:
        """The events by how often they were opened."""
        views, codes = self._of(Metric.EVENT), self._of(Metric.CODE)
        found = [EventFigures(id, views[id], codes[id]) for id in views | codes]
        return sorted(found, key=lambda one: (-one.views, -one.codes, one.id))

    def languages(self) -> list[tuple[str, int]]:
        """The codes of the languages, with the number of visits that used them; the most used first."""
        return sorted(self._of(Metric.LANGUAGE).items(), key=lambda one: (-one[1], one[0]))

    def _of(self, what: Metric) -> Counter[str]:
        found: Counter[str] = Counter()
        for key, number in self.counts.items():
            if key.what == what:
                found[key.which] += number
        return found

    def _labels(self, step: Step) -> Iterator[str]:
        day = self.first
        while day <= self.last:
            yield step.label(step.begin(day))
            day += ONE_DAY


def figures(library: Path, first: date, last: date) -> Figures:
    """What the library in that folder has counted; a library that has counted nothing is no error.

    What a newer version of the program counts besides is left out. Raises `KioskError` 'visits.damaged',
    'library.storage', 'library.newer_program'.
    """
    counts = visit_counts.read_counts(
        LibraryPaths(library.absolute()).visits, first.isoformat(), last.isoformat()
    )
    return Figures(first, last, {key: number for key, number in counts.items() if key.what in _KNOWN})


def untold(library: Path, today: date) -> Figures:
    """What no receipt has told yet of the days that are over; raises what `figures` raises."""
    counts = visit_counts.read_unreported(LibraryPaths(library.absolute()).visits, today.isoformat())
    days = [date.fromisoformat(key.day) for key in counts] or [today - ONE_DAY]
    return Figures(min(days), max(days), counts)


def told(library: Path, found: Figures, events: Collection[str]) -> None:
    """Remember that a receipt has told how often these events were opened, as `read_unreported` gave it.

    Raises `KioskError` 'library.storage', 'library.full', 'library.newer_program'.
    """
    told = {
        key: number
        for key, number in found.counts.items()
        if key.what == Metric.EVENT and key.which in events
    }
    if told:
        visit_counts.mark_reported(LibraryPaths(library.absolute()).visits, told)
