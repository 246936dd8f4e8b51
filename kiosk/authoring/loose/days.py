"""Reads a day as people write it: '03.04.2026', '3/4/26', '3 апреля', 'May 5, 2026', '2026 жылғы 3 сәуір'."""

import re
from datetime import date, timedelta

from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.words import fold_words, month_number, tidy, weekday_number
from kiosk.dates.date_parts import YEARS
from kiosk.search.fold import fold

_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-./])(\d{1,2})(?:\2(\d{4}|\d{2}))?", re.ASCII)
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+\.?|[^\s\w]+")
_NOISE = fold_words(
    "the of on in st nd rd th го е в с г г. гг года году год число числа ж ж. жыл жылы жылғы жылдың күні"
)
PAST = timedelta(days=90)
"""How long before the day on which it is read a date without a year may be."""
_MARKS = frozenset((",", ".", "-"))


def read_day(text: str, near: date | None = None) -> Reading[date] | None:
    """The day in `text`, None when it cannot be read as one; a bare weekday is none.

    Of two numbers the first is the day, unless only the second can be. A day without a year is the first that
    is at most `PAST` before `near`. A weekday beside it has to be that of the date.
    """
    found = read_day_without_weekday(text, near)
    weekday, _ = _take_weekday(tidy(text).rstrip(","))
    return found if found and weekday in (0, found.value.isoweekday()) else None


def read_day_without_weekday(text: str, near: date | None = None) -> Reading[date] | None:
    """The day in `text`, whatever weekday stands beside it."""
    _, rest = _take_weekday(tidy(text).rstrip(","))
    found = _read_numbers(rest.rstrip("г.ж ") if rest[:1].isdigit() else rest, near) or _read_names(
        rest, near
    )
    return found if found and found.value.year in YEARS else None


def _take_weekday(words: str) -> tuple[int, str]:
    """The weekday that is written first or last, 0 for none, and the rest."""
    first, _, after = words.partition(" ")
    before, _, last = words.rpartition(" ")
    if after and (number := weekday_number(first.strip("(),"))):
        return number, after
    if before and (number := weekday_number(last.strip("(),"))):
        return number, before.rstrip(" ,")
    return 0, words


def _read_numbers(words: str, near: date | None) -> Reading[date] | None:
    if found := _YEAR_FIRST.fullmatch(words):
        year, _, month, day = found.groups()
        return _dated(int(year), int(month), int(day), len(month) == len(day) == 2)
    found = _DAY_FIRST.fullmatch(words)
    if not found:
        return None
    first, mark, second, year = found.groups()
    day, month = int(first), int(second)
    is_swapped = month > 12 >= day
    if is_swapped:
        day, month = month, day
    if not year:
        return _without_year(month, day, near)
    is_plain = len(year) == 4 and not is_swapped and (mark == "." or day > 12 or day == month)
    return _dated(_century(year), month, day, is_plain)


def _read_names(words: str, near: date | None) -> Reading[date] | None:
    """A date with the name of its month."""
    tokens = [token for token in _TOKEN.findall(words) if fold(token) not in _NOISE]
    months = [(place, number) for place, token in enumerate(tokens) if (number := month_number(token))]
    numbers = [(place, token) for place, token in enumerate(tokens) if token.isdigit()]
    marks = [token for token in tokens if token in _MARKS]
    if len(months) != 1 or len(numbers) + len(marks) + 1 != len(tokens):
        return None
    place, month = months[0]
    years = [(at, token) for at, token in numbers if len(token) == 4]
    days = [(at, token) for at, token in numbers if len(token) <= 2]
    if len(days) == 2 and not years and days[0][0] < place < days[1][0] and "," not in marks:
        years.append(days.pop())
    if len(days) != 1 or len(years) > 1 or len(days) + len(years) != len(numbers):
        return None
    day = int(days[0][1])
    if not years:
        return _without_year(month, day, near)
    return _dated(_century(years[0][1]), month, day, len(years[0][1]) == 4)


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _dated(year: int, month: int, day: int, is_certain: bool) -> Reading[date] | None:
    try:
        return Reading(date(year, month, day), is_certain)
    except ValueError:
        return None


def _without_year(month: int, day: int, near: date | None) -> Reading[date] | None:
    if near is None:
        return None
    years = range(near.year - 1, near.year + 2)
    found = (reading for year in years if (reading := _dated(year, month, day, False)))
    return next((one for one in found if one.value >= near - PAST), None)
