"""Times in words, as people say them in each language, with the precision that is known."""

from kiosk.dates.labels import clock_line, day, days, month, relative, short, weekday
from kiosk.dates.phrases import in_words

__all__ = ["clock_line", "day", "days", "in_words", "month", "relative", "short", "weekday"]
