"""Builds a month of the calendar: its weeks, the occurrences by day and theme, and those without a day."""

import calendar
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kiosk.dates.date_parts import YEARS
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.store.calendar_queries import DatePrecision, OccurrenceCount


class CalendarDay(NamedTuple):
    """A day and its number of occurrences by theme, in the order of the programme's themes."""

    date: date
    themes: dict[str, int]

    @property
    def times(self) -> int:
        """The number of occurrences on this day."""
        return sum(self.themes.values())


class CalendarMonth(NamedTuple):
    """A month; `weeks` begin with Monday (ISO 8601) and have None in place of the days of other months.

    `themes` counts each dated occurrence once, however many days it lasts; `undated` counts the others.
    """

    first: date
    last: date
    weeks: tuple[tuple[CalendarDay | None, ...], ...]
    themes: dict[str, int]
    undated: dict[DatePrecision, int]

    @property
    def days(self) -> Iterator[CalendarDay]:
        """The days in order."""
        return (day for week in self.weeks for day in week if day)

    @property
    def is_empty(self) -> bool:
        """Whether there are no occurrences except those known only by year."""
        return (
            not self.themes
            and not self.undated[DatePrecision.WITHIN]
            and not self.undated[DatePrecision.PERHAPS]
        )


def build_month(programme: CombinedCatalogue, first: date) -> CalendarMonth:
    """The month of the programme that begins on `first`."""
    last = add_months(first, 1) - timedelta(days=1)
    counts = programme.count_occurrences(first, last)
    days: dict[date, Counter[str]] = {first + timedelta(days=i): Counter() for i in range(last.day)}
    themes: Counter[str] = Counter()
    undated: dict[DatePrecision, int] = {
        known: 0 for known in DatePrecision if known is not DatePrecision.DAY
    }
    for count in counts:
        if count.precision is not DatePrecision.DAY:
            undated[count.precision] += count.occurrences
            continue
        themes[count.theme] += count.occurrences
        for day in _days_of(count, first, last):
            days[day][count.theme] += count.occurrences
    order = [theme.id for theme in programme.themes()]
    weeks = tuple(
        tuple(CalendarDay(day, _in_theme_order(days[day], order)) if day in days else None for day in week)
        for week in calendar.Calendar().monthdatescalendar(first.year, first.month)
    )
    return CalendarMonth(first, last, weeks, _in_theme_order(themes, order), undated)


def add_months(first: date, months: int) -> date:
    """The first day of the month `months` later, or earlier for a negative number."""
    number = 12 * first.year + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def add_months_in_range(first: date, months: int) -> date:
    """As `add_months`, or `first` when the result is outside the calendar's years."""
    target = add_months(first, months)
    return target if target.year in YEARS else first


def _days_of(count: OccurrenceCount, first: date, last: date) -> Iterator[date]:
    """The days between `first` and `last` on which the counted occurrences take place."""
    day = max(first, date.fromisoformat(count.first))
    end = min(last, date.fromisoformat(count.last))
    while day <= end:
        yield day
        day += timedelta(days=1)


def _in_theme_order(themes: Counter[str], order: list[str]) -> dict[str, int]:
    return {theme: themes[theme] for theme in order if themes[theme]}
