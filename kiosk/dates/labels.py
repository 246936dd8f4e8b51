"""Formats short labels of times: a date block, 'today', a filter chip, the clock, a date of edition."""

from datetime import date, datetime, tzinfo
from typing import Literal

from kiosk.base.model import When
from kiosk.base.time_zones import zone
from kiosk.dates.date_parts import DatePoint, is_one_day, parse_interval
from kiosk.dates.time_text import DateFormatter
from kiosk.i18n.translator import capitalise, translator


def date_block(when: When, language: str) -> tuple[str, str]:
    """A time as two lines of a date block: ('APR', '9'), ('APR', '3–5'), ('MAR–APR', ''), ('2016', '')."""
    first, last = parse_interval(when.edtf)
    last = first if is_one_day(first, last) else last
    names = DateFormatter(translator(language))
    start, end = _first_month(first), _last_month(last)
    if not start or not end or end - start > 11:
        return "–".join(dict.fromkeys((str(first.year), str(last.year)))), ""
    if first == last and first.season:
        return names.list_name("dates.seasons", first.season).upper(), ""
    months = dict.fromkeys(
        names.list_name("dates.months_short", month % 12 + 1).upper() for month in (start, end)
    )
    days = dict.fromkeys(str(point.day) for point in (first, last) if point.day)
    exact = start == end and first.day and last.day
    return "–".join(months), "–".join(days) if exact else ""


RelativeDay = Literal["now", "today", "tomorrow"]
"""'now' is in progress."""
_DAYS_AHEAD: dict[int, RelativeDay] = {0: "today", 1: "tomorrow"}


def relative_day(when: When, now: int) -> RelativeDay | Literal[""]:
    """How soon it is, relative to `now` in UTC seconds; '' when it is neither today nor tomorrow.

    'now' requires known hours: a day that is today, or a start without an end, stays 'today'.
    """
    first, last = parse_interval(when.edtf)
    if not first.day or not last.day or now > when.latest:
        return ""
    if when.earliest <= now:
        return "now" if first.time and first != last else "today"
    local = zone(when.zone)
    days = _local_time(when.earliest, local).toordinal() - _local_time(now, local).toordinal()
    return _DAYS_AHEAD.get(days, "")


def clock_line(now: int, zone_name: str, language: str) -> str:
    """The full local time: 'Sunday, 3 April 2016 · 14:20'."""
    local = _local_time(now, zone(zone_name))
    names = DateFormatter(translator(language))
    date = names.format_point(DatePoint(local.year, month=local.month, day=local.day))
    weekday = names.list_name("dates.weekdays", local.isoweekday())
    line = translator(language).text("dates.clock", weekday=weekday, date=date, time=f"{local:%H:%M}")
    return capitalise(line)


def format_day(iso: str, language: str) -> str:
    """An ISO date with its year, for use in a sentence: '1 April 2016'."""
    return DateFormatter(translator(language)).format_point(parse_interval(iso)[0])


def format_day_of(when: When, language: str, now: int | None) -> str:
    """The day of a time, without its hours: '9 April'; days omit the year of `now`."""
    first, last = (point._replace(time="") for point in parse_interval(when.edtf))
    if is_one_day(*parse_interval(when.edtf)):
        last = first
    return DateFormatter(translator(language), _local_year(now, when.zone)).format_span(first, last)


def format_weekday(iso: str, language: str, now: int | None = None, zone_name: str = "UTC") -> str:
    """An ISO date with its weekday: 'Saturday, 9 April 2016', without the year of `now`."""
    names = DateFormatter(translator(language), _local_year(now, zone_name))
    name = names.list_name("dates.weekdays", date.fromisoformat(iso).isoweekday())
    return translator(language).text(
        "dates.weekday", weekday=name, date=names.format_point(parse_interval(iso)[0])
    )


def weekday_name(when: When, language: str) -> str:
    """The weekday of the local day on which a time begins: 'Wednesday'."""
    number = _local_time(when.earliest, zone(when.zone)).isoweekday()
    return DateFormatter(translator(language)).list_name("dates.weekdays", number)


def weekday_names(language: str) -> list[str]:
    """The short names of the weekdays from Monday: 'Mon'."""
    return translator(language).text("dates.weekdays_short").split()


def format_days(first: str, last: str, language: str) -> str:
    """The span between two ISO dates with the year: '1–23 November 2026'."""
    return DateFormatter(translator(language)).format_span(parse_interval(first)[0], parse_interval(last)[0])


def format_month(iso: str, language: str, now: int | None = None, zone_name: str = "UTC") -> str:
    """A month, for use in a sentence: 'June', with its year ('June 2017') unless `now` is in that year."""
    point, names = parse_interval(iso)[0], DateFormatter(translator(language))
    known = _local_year(now, zone_name) == point.year
    return names.list_name("dates.months", point.month) if known else names.format_point(point)


def short_month(iso: str, language: str) -> str:
    """The short name of a month: 'Jun'."""
    return capitalise(
        DateFormatter(translator(language)).list_name("dates.months_short", parse_interval(iso)[0].month)
    )


def format_in_month(iso: str, language: str, now: int | None = None, zone_name: str = "UTC") -> str:
    """'In' a month: 'in June', 'в июне', 'маусымда'; with the year as in `format_month`."""
    point, sentences = parse_interval(iso)[0], translator(language)
    month = DateFormatter(sentences).list_name("dates.months_in", point.month)
    if _local_year(now, zone_name) == point.year:
        return sentences.text("dates.in_month", month=month)
    return sentences.text("dates.in_month_year", month=month, year=point.year)


def format_hours(when: When) -> str:
    """The hours of a time within one day: '11:00–14:00', '11:00'; '' for any other."""
    first, last = parse_interval(when.edtf)
    return "–".join(dict.fromkeys((first.time, last.time))) if is_one_day(first, last) else ""


def _local_year(now: int | None, zone_name: str) -> int:
    return 0 if now is None else _local_time(now, zone(zone_name)).year


def _local_time(seconds: int, local: tzinfo) -> datetime:
    return datetime.fromtimestamp(seconds, local)


def _first_month(point: DatePoint) -> int:
    """The first month of a point, in months since the year 0; 0 for a whole year."""
    month = point.month or 3 * point.season
    return 12 * point.year + month - 1 if month else 0


def _last_month(point: DatePoint) -> int:
    return _first_month(point) + (2 if point.season else 0)
