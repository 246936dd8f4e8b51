"""Statistics of visits by day, week, month, event and language, and the counts not yet in a receipt."""

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
_METRICS = frozenset(map(str, Metric))
MAX_DAY_ROWS, MAX_WEEK_ROWS = 31, 26
"""The highest number of rows that are days, and that are weeks, in a table."""


class Period(StrEnum):
    """The length of time that one row of a table covers."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def start(self, day: date) -> date:
        """The first day of the period that contains `day`; weeks begin on Monday."""
        if self is Period.WEEK:
            return day - timedelta(days=day.weekday())
        return day.replace(day=1) if self is Period.MONTH else day

    @classmethod
    def for_span(cls, first: date, last: date) -> "Period":
        """The shortest period for a table from `first` to `last` that does not get too many rows."""
        days = (last - first).days + 1
        if days <= MAX_DAY_ROWS:
            return cls.DAY
        return cls.WEEK if days <= MAX_WEEK_ROWS * 7 else cls.MONTH

    def label(self, first: date) -> str:
        """The label of the period that starts on that day: the ISO date, or the ISO month."""
        return first.isoformat()[:7] if self is Period.MONTH else first.isoformat()


class EventStatistics(NamedTuple):
    """How often an event was opened, and in how many visits one of its codes."""

    id: str
    views: int
    codes: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What was counted from the day `first` to the day `last`, both included."""

    first: date
    last: date
    counts: Mapping[CountKey, int]

    def total(self, metric: Metric) -> int:
        """The sum of the counts of a metric."""
        return sum(number for key, number in self.counts.items() if key.what == metric)

    def by_period(self, period: Period) -> dict[str, Counter[str]]:
        """The count of each metric by the label of the period; periods without counts are included."""
        found = {label: Counter[str]() for label in self._labels(period)}
        for key, number in self.counts.items():
            found[period.label(period.start(date.fromisoformat(key.day)))][key.what] += number
        return found

    def events(self) -> list[EventStatistics]:
        """The events that were opened, the most opened first."""
        views, codes = self._count_by_id(Metric.EVENT), self._count_by_id(Metric.CODE)
        found = [EventStatistics(id, views[id], codes[id]) for id in views | codes]
        return sorted(found, key=lambda one: (-one.views, -one.codes, one.id))

    def languages(self) -> list[tuple[str, int]]:
        """The language codes, each with the number of visits that used it; the most used first."""
        return sorted(self._count_by_id(Metric.LANGUAGE).items(), key=lambda one: (-one[1], one[0]))

    def _count_by_id(self, metric: Metric) -> Counter[str]:
        found: Counter[str] = Counter()
        for key, number in self.counts.items():
            if key.what == metric:
                found[key.which] += number
        return found

    def _labels(self, period: Period) -> Iterator[str]:
        day = self.first
        while day <= self.last:
            yield period.label(period.start(day))
            day += ONE_DAY


def read_statistics(library: Path, first: date, last: date) -> Statistics:
    """The counts in the library in that folder; a library without counts is no error.

    Metrics that only a newer version of the program knows are left out. Raises `KioskError` 'visits.damaged',
    'library.storage', 'library.newer_program'.
    """
    counts = visit_counts.read_counts(
        LibraryPaths(library.absolute()).visits, first.isoformat(), last.isoformat()
    )
    return Statistics(first, last, {key: number for key, number in counts.items() if key.what in _METRICS})


def unreported_statistics(library: Path, today: date) -> Statistics:
    """The counts of past days that no receipt has reported yet; raises what `read_statistics` raises."""
    counts = visit_counts.read_unreported(LibraryPaths(library.absolute()).visits, today.isoformat())
    days = [date.fromisoformat(key.day) for key in counts] or [today - ONE_DAY]
    return Statistics(min(days), max(days), counts)


def mark_reported(library: Path, reported: Statistics, events: Collection[str]) -> None:
    """Record that a receipt has reported the views of these events; `reported` is of `unreported_statistics`.

    Raises `KioskError` 'library.storage', 'library.full', 'library.newer_program'.
    """
    counts = {
        key: number
        for key, number in reported.counts.items()
        if key.what == Metric.EVENT and key.which in events
    }
    if counts:
        visit_counts.mark_reported(LibraryPaths(library.absolute()).visits, counts)
