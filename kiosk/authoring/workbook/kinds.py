"""The kinds of cells: how each is read as a value of a source, and written as a cell."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from kiosk.authoring.loose.amounts import read_ages, read_number
from kiosk.authoring.loose.answers import read_yes_no
from kiosk.authoring.loose.days import read_day
from kiosk.authoring.loose.links import read_link, read_phone
from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.repeats import read_days
from kiosk.authoring.loose.times import read_when
from kiosk.authoring.workbook.cells import CellValue, join_list, split_list, text_of
from kiosk.authoring.workbook.choices import (
    ACCESS,
    AUDIENCES,
    LEVELS,
    MEDIA_KINDS,
    REACHES,
    STATUSES,
    TEXT_LANGUAGES,
    VENUE_KINDS,
    Choices,
    find_code,
    name_of,
)
from kiosk.authoring.workbook.names import Names
from kiosk.base.links import host_of
from kiosk.base.sentence_ids import ProblemCode
from kiosk.i18n.translator import translator

SERIALS = range(20_000, 80_000)
"""Numbers of days since 30 December 1899 that stand for dates of 1954 to 2119."""
_EPOCH = datetime(1899, 12, 30)
_NUMBER_PART = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)


@dataclass(frozen=True)
class Kind:
    """`read` gives None for what it does not understand: `fault` is told, or the text goes to the checks."""

    read: Callable[[CellValue, Names], Reading[Any] | None]
    write: Callable[[Any, Names], CellValue]
    choices: Choices = ()
    fault: ProblemCode | None = None


def _as_text(read: Callable[[str], Reading[Any] | None]) -> Callable[[CellValue, Names], Reading[Any] | None]:
    return lambda cell, names: read(text_of(cell))


def _plain(value: Any, names: Names) -> CellValue:
    return str(value)


def _as_it_is(value: Any, names: Names) -> CellValue:
    return value  # type: ignore[no-any-return]


def as_day(cell: CellValue) -> Reading[datetime] | None:
    """The day or time that a cell holds as a number or date; a bare number of days is uncertain."""
    if isinstance(cell, datetime):
        return Reading(cell)
    if isinstance(cell, date):
        return Reading(datetime.combine(cell, time()))
    if isinstance(cell, int | float) and int(cell) in SERIALS:
        return Reading(_EPOCH + timedelta(minutes=round(cell * 24 * 60)), False)
    return None


def as_clock(cell: CellValue) -> int | None:
    """The minutes since midnight that a cell holds as a time, a length or a part of a day; or None."""
    if isinstance(cell, datetime):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, timedelta):
        return round(cell.total_seconds() / 60)
    return round(cell * 24 * 60) if isinstance(cell, float) and 0 <= cell <= 1 else None


def _read_day(cell: CellValue, names: Names) -> Reading[date] | None:
    found = as_day(cell)
    return Reading(found.value.date(), found.is_certain) if found else read_day(text_of(cell), names.near)


def _read_days(cell: CellValue, names: Names) -> Reading[list[date]] | None:
    if found := as_day(cell):
        return Reading([found.value.date()], found.is_certain)
    days = read_days(text_of(cell), names.near)
    return None if days is None else Reading([one.value for one in days], all(one.is_certain for one in days))


def _write_days(days: Any, names: Names) -> CellValue:
    return days[0] if len(days) == 1 else join_list([f"{day:%d.%m.%Y}" for day in days])


def _read_when(cell: CellValue, names: Names) -> Reading[str] | None:
    if found := as_day(cell):
        is_day = found.value.time() == time()
        return Reading(
            f"{found.value:%Y-%m-%d}" if is_day else f"{found.value:%Y-%m-%dT%H:%M}", found.is_certain
        )
    return read_when(text_of(cell), names.near)


def _read_number(cell: CellValue, names: Names) -> Reading[int] | None:
    return read_number(text_of(cell)) if not isinstance(cell, bool) else None


def _read_decimal(cell: CellValue, names: Names) -> Reading[float] | None:
    try:
        return Reading(float(text_of(cell).replace(",", ".")))
    except ValueError:
        return None


def _read_yes_no(cell: CellValue, names: Names) -> Reading[bool] | None:
    return Reading(cell) if isinstance(cell, bool) else read_yes_no(text_of(cell))


def write_yes_no(value: Any, names: Names) -> CellValue:
    """Yes or no in the language of the workbook."""
    return translator(names.language).text("workbook.choice.yes" if value else "workbook.choice.no")


def _read_online(cell: CellValue, names: Names) -> Reading[str | bool] | None:
    if answer := _read_yes_no(cell, names):
        return Reading(answer.value)
    link = read_link(text_of(cell))
    return Reading(link.value, link.is_certain) if link else None


def _write_online(value: Any, names: Names) -> CellValue:
    return write_yes_no(value, names) if isinstance(value, bool) else str(value)


def _read_host(text: str) -> Reading[str]:
    host = host_of(text.rstrip("/"))
    return Reading(host or text, not host)


def _read_hashtag(text: str) -> Reading[str]:
    return Reading(text) if text.startswith("#") else Reading(f"#{text}", False)


def _list_of(read: Callable[[str], Reading[str]], write: Callable[[str, Names], str]) -> Kind:
    def read_list(cell: CellValue, names: Names) -> Reading[list[str]]:
        found = [read(part) for part in split_list(text_of(cell))]
        return Reading([one.value for one in found], all(one.is_certain for one in found))

    return Kind(read_list, lambda values, names: join_list([write(value, names) for value in values]))


def _choice(choices: Choices) -> Kind:
    def read_choice(cell: CellValue, names: Names) -> Reading[str] | None:
        code = find_code(text_of(cell), choices)
        return Reading(code) if code else None

    return Kind(read_choice, lambda value, names: name_of(value, choices, names.language), choices)


def _choice_list(choices: Choices) -> Kind:
    kind = _list_of(
        lambda text: Reading(find_code(text, choices) or text),
        lambda value, names: name_of(value, choices, names.language),
    )
    return Kind(kind.read, kind.write, choices)


def _read_venues(cell: CellValue, names: Names) -> Reading[list[str]]:
    """The places in a cell; a name with a comma in it is not parted."""
    whole = names.venues.find(text_of(cell))
    found = (
        [whole]
        if whole.value in names.venues.tables
        else [names.venues.find(one) for one in split_list(text_of(cell))]
    )
    return Reading([one.value for one in found], all(one.is_certain for one in found))


def _read_file(cell: CellValue, names: Names) -> Reading[str]:
    name = text_of(cell).replace("\\", "/")
    return Reading(name if name.startswith("media/") else f"media/{name}")


def _write_file(value: Any, names: Names) -> CellValue:
    return str(value).removeprefix("media/")


def _read_point(cell: CellValue, names: Names) -> Reading[list[float]] | None:
    """Two numbers: per cent, or fractions where both are at most 1."""
    found = [float(one.replace(",", ".")) for one in _NUMBER_PART.findall(text_of(cell))]
    if len(found) != 2 or max(found) > 100:
        return None
    return Reading(found if max(found) <= 1 else [one / 100 for one in found])


def _write_point(value: Any, names: Names) -> CellValue:
    return "; ".join(f"{100 * float(one):g}" for one in value)


WORDS = Kind(lambda cell, names: Reading(text_of(cell)), _plain)
WHEN = Kind(_read_when, _plain)
POINT = Kind(_read_point, _write_point, fault="focus_form")
DAY = Kind(_read_day, _as_it_is)
DAYS = Kind(_read_days, _write_days)
NUMBER = Kind(_read_number, _as_it_is)
DECIMAL = Kind(_read_decimal, _as_it_is)
YES_NO = Kind(_read_yes_no, write_yes_no, fault="yes_or_no")
LINK = Kind(_as_text(read_link), _plain)
PHONE = Kind(_as_text(read_phone), _plain)
AGES = Kind(_as_text(read_ages), _plain)
ONLINE = Kind(_read_online, _write_online)
FILE = Kind(_read_file, _write_file)
THEME = Kind(
    lambda cell, names: names.themes.find(text_of(cell)),
    lambda value, names: names.themes.name(value, names.language),
)
VENUE = Kind(
    lambda cell, names: names.venues.find(text_of(cell)),
    lambda value, names: names.venues.name(value, names.language),
)
VENUES = Kind(
    _read_venues,
    lambda values, names: join_list([names.venues.name(value, names.language) for value in values]),
)
STATUS, REACH = _choice(STATUSES), _choice(REACHES)
VENUE_KIND, MEDIA_KIND = _choice(VENUE_KINDS), _choice(MEDIA_KINDS)
AUDIENCE, LEVEL, ACCESSES = _choice_list(AUDIENCES), _choice_list(LEVELS), _choice_list(ACCESS)
TEXT_LANGUAGE = _list_of(
    lambda text: Reading(find_code(text, TEXT_LANGUAGES) or text.lower()), lambda value, names: value
)
HASHTAG = Kind(lambda cell, names: _read_hashtag(text_of(cell)), _plain)
HASHTAGS = _list_of(_read_hashtag, lambda value, names: value)
LIST = _list_of(Reading, lambda value, names: value)
HOSTS = _list_of(_read_host, lambda value, names: value)
