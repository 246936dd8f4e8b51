"""Formats times as text in each language, as precisely as they are known."""

from kiosk.dates.labels import (
    clock_line,
    date_block,
    format_day,
    format_day_of,
    format_days,
    format_hours,
    format_in_month,
    format_month,
    format_weekday,
    relative_day,
    short_month,
    weekday_name,
    weekday_names,
)
from kiosk.dates.time_text import format_time

__all__ = [
    "clock_line",
    "date_block",
    "format_day",
    "format_day_of",
    "format_days",
    "format_hours",
    "format_in_month",
    "format_month",
    "format_time",
    "format_weekday",
    "relative_day",
    "short_month",
    "weekday_name",
    "weekday_names",
]
