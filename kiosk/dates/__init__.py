"""Times in words, as people say them in each language, with the precision that is known."""

from kiosk.dates.labels import (
    clock_line,
    day,
    days,
    hours,
    in_month,
    month,
    month_short,
    relative,
    short,
    weekday,
    weekdays,
)
from kiosk.dates.phrases import in_words

__all__ = [
    "clock_line",
    "day",
    "days",
    "hours",
    "in_month",
    "in_words",
    "month",
    "month_short",
    "relative",
    "short",
    "weekday",
    "weekdays",
]
