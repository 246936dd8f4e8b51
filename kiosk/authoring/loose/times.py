"""Reads when something is, as precisely as it is said: '3-5 April', 'весна 2026', '9 мая в 18:00'."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kiosk.authoring.loose.days import PAST, read_day
from kiosk.authoring.loose.hours import DAY, Hours, read_hours
from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.words import month_number, season_number, tidy
from kiosk.dates.date_parts import YEARS, parse_interval

_TWO_DAYS = re.compile(r"(?<![\d.-])(\d{1,2})\s*-\s*(\d{1,2})(?![\d:-])", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)", re.ASCII)
_YEAR_WORDS = re.compile(r"\b(?:г|гг|год|года|году|ж|жыл|жылы|жылғы|жылдың|in|of|в)\b\.?")
_GAPS = re.compile(r"\s*(?:,| at | в |(?<=\d)T(?=\d)|[ ;])\s*")
_DASH = re.compile(r"\s*-\s*")
_FROM_TO = re.compile(
    r"(?:from|с|со)\s+(?P<first>.+?)\s+(?:to|till|until|through|по|до)\s+(?P<last>.+)", re.IGNORECASE
)
_ONE_NUMBER = re.compile(r"\D*\d{1,2}\D*", re.ASCII)
"""An hour without minutes, which beside a date may as well be a day."""


def read_when(text: str, near: date | None = None) -> Reading[str] | None:
    """The time in `text`, None when it cannot be read as one.

    A year, a season, a month, a day or several, a day with hours, or a time as ADR 3 writes it. What has no
    year is taken to be near the day `near`.
    """
    words = tidy(text)
    if span := _FROM_TO.fullmatch(words):
        words = f"{span['first']} - {span['last']}"
    try:
        parse_interval(words)
        return Reading(words)
    except ValueError:
        return _read_days(words, near) or _read_day_with_hours(words, near) or _read_coarse(words, near)


def format_hours(day: date, hours: Hours) -> str:
    """The hours of `day` as ADR 3 writes them; an end at midnight is 24:00."""
    begins = _format_minute(day, hours.begins)
    if hours.ends is None:
        return begins
    if hours.ends == DAY:
        return f"{begins}/{day}T24:00"
    return f"{begins}/{_format_minute(day, hours.ends)}"


def _format_minute(day: date, minute: int) -> str:
    days, rest = divmod(minute, DAY)
    return f"{day + timedelta(days=days)}T{rest // 60:02}:{rest % 60:02}"


def _read_days(words: str, near: date | None) -> Reading[str] | None:
    """A day, or two with a hyphen between them."""
    if found := read_day(words, near):
        return Reading(found.value.isoformat(), found.is_certain)
    for first, last in _pairs_of_days(words):
        end = read_day(last, near)
        begin = end and read_day(first, end.value)
        if begin and end and begin.value < end.value:
            is_certain = end.is_certain and (begin.is_certain or not _YEAR.search(first))
            return Reading(f"{begin.value}/{end.value}", is_certain)
    return None


def _pairs_of_days(words: str) -> Iterator[tuple[str, str]]:
    for dash in _DASH.finditer(words):
        yield words[: dash.start()], words[dash.end() :]
    for found in _TWO_DAYS.finditer(words):
        before, after = words[: found.start()], words[found.end() :]
        yield f"{before}{found[1]}{after}", f"{before}{found[2]}{after}"


def _read_day_with_hours(words: str, near: date | None) -> Reading[str] | None:
    """A day beside hours, in either order, wherever the text can be parted so."""
    for gap in reversed(list(_GAPS.finditer(words))):
        parts = words[: gap.start()], words[gap.end() :]
        for day_text, hours_text in (parts, parts[::-1]):
            day, hours = read_day(day_text, near), read_hours(hours_text)
            if day and hours and (hours.is_certain or not _ONE_NUMBER.fullmatch(hours_text)):
                return Reading(format_hours(day.value, hours.value), day.is_certain and hours.is_certain)
    return None


def _read_coarse(words: str, near: date | None) -> Reading[str] | None:
    """A year, or a month or season of one; two with a hyphen between them."""
    years = _YEAR.findall(words)
    if len(set(years)) > 1:
        return None
    year = int(years[0]) if years else 0
    rest = _YEAR_WORDS.sub(" ", _YEAR.sub(" ", words)).strip(" ,")
    names = [name.strip(" ,") for name in _DASH.split(rest)] if rest else []
    if not names:
        return Reading(str(year)) if year in YEARS else None
    for number, make in ((month_number, _month), (season_number, _season)):
        points = [number(name) for name in names]
        of_year = year or (_year_near(make(points[-1]), near) if near else 0)
        if of_year in YEARS and all(points) and len(points) <= 2 and points == sorted(set(points)):
            return Reading("/".join(f"{of_year}-{make(point):02}" for point in points), bool(years))
    return None


def _month(number: int) -> int:
    return number


def _season(number: int) -> int:
    return 20 + number


def _year_near(part: int, near: date) -> int:
    """The first year whose month `part`, or season, has not ended more than `PAST` before `near`."""
    last_month = part if part <= 12 else 3 * (part - 20) + 2
    past = near - PAST
    return past.year if last_month >= past.month else past.year + 1
