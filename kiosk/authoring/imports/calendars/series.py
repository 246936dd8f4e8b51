"""Says repeated times as `every`, `first` and `until`, where a source can say them so."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from kiosk.authoring.source.every import Every, parse_every
from kiosk.base.model import Series
from kiosk.dates.recurrence import MAX_DATES, MAX_SPAN, series_days, time_on

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_LEAST = 3
"""Fewer times are a list: two are repeated in too many ways."""


def as_series(times: Sequence[str], zone: str) -> dict[str, Any] | None:
    """The fields that say these times (ADR 3, in order), or None when there is no rule for exactly them."""
    days = [date.fromisoformat(one[:10]) for one in times]
    if not _LEAST <= len(days) <= MAX_DATES or (days[-1] - days[0]).days > MAX_SPAN:
        return None
    begins, ends = (part[11:] for part in (times[0] + "/").split("/")[:2])
    hours = f" {begins}-{ends}" if ends else f" {begins}" if begins else ""
    for words in _candidates(days):
        try:
            every = parse_every(words + hours)
            if _edtf_times(every, days, zone) == list(times):
                return {"every": words + hours, "first": days[0], "until": days[-1]}
        except ValueError:  # hours that no rule has, or that clocks skip
            continue
    return None


def _edtf_times(every: Every, days: Sequence[date], zone: str) -> list[str]:
    """The times of a rule between the first and the last of `days`. WhenError where clocks skip one."""
    series = Series(every.rule, days[0].isoformat(), days[-1].isoformat(), every.begins, every.ends)
    return [time_on(series, day, zone).edtf for day in series_days(series)]


def _candidates(days: Sequence[date]) -> Iterator[str]:
    """The ways to say days that their weekdays and the first of them suggest."""
    first, weekdays = days[0], sorted({day.weekday() for day in days})
    named = " and ".join(_NAMES[day] for day in weekdays)
    if weekdays == [0, 1, 2, 3, 4]:
        named = "Monday to Friday"
    yield "day"
    yield named
    yield f"other {named}"
    if len(weekdays) == 1:
        for number in {(first.day - 1) // 7 + 1, -1} & _ORDINALS.keys():
            yield f"{_ORDINALS[number]} {named}"
    yield f"month on the {first.day}{_ending(first.day)}"


def _ending(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
