"""Times as large words: 'Friday', '12 May', 'April', 'spring', '2016', and the short words of a tile."""

from datetime import date

from kiosk.base.model import When
from kiosk.dates.date_parts import DatePoint, parse_interval
from kiosk.dates.time_text import DateFormatter
from kiosk.i18n.translator import capitalise, translator


def weekday_word(day: date, language: str) -> str:
    """The weekday of a date: 'friday' as it stands in a sentence of the language."""
    return DateFormatter(translator(language)).list_name("dates.weekdays", day.isoweekday())


def day_word(day: date, language: str) -> str:
    """A date without its year: '12 May'."""
    point = DatePoint(day.year, month=day.month, day=day.day)
    return DateFormatter(translator(language), day.year).format_point(point)


def short_day(day: date, language: str) -> str:
    """A date with the short name of its month: '12 May', '12 мам'."""
    month = DateFormatter(translator(language)).list_name("dates.months_short_with_day", day.month)
    return translator(language).text("dates.day", day=day.day, month=month)


def period_word(when: When, today: date, language: str) -> str:
    """The month, season or year in which a time without a known day is, or what is left of it: 'April'."""
    first, last = parse_interval(when.edtf)
    names = DateFormatter(translator(language))
    if first.season and first == last:
        return capitalise(names.list_name("dates.seasons", first.season))
    if not first.month or not last.month:
        return str(max(first.year, min(today.year, last.year)))
    begun = (first.year, first.month) < (today.year, today.month)
    within = (today.year, today.month) <= (last.year, last.month)
    return capitalise(names.list_name("dates.months", today.month if begun and within else first.month))


def start_hour(when: When) -> str:
    """'18:00' when it is known, else ''."""
    return parse_interval(when.edtf)[0].time


def end_hour(when: When) -> str:
    """'19:30' of a time that ends on the day it begins, or in the night after it; else ''."""
    first, last = parse_interval(when.edtf)
    return last.time if first != last and when.latest - when.earliest < 86400 else ""
