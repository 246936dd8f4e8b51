"""The values of cells, and how they look."""

from datetime import date, datetime, time, timedelta
from functools import cache

CellValue = str | int | float | bool | date | datetime | time | timedelta
"""What a cell holds; '' when it is empty."""

_SEPARATOR = "; "


def text_of(value: CellValue) -> str:
    """A cell as its author sees it, without spaces around it: 09.04.2026; whole numbers without a point."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(value)


def is_blank(value: CellValue) -> bool:
    """Whether nothing can be seen in the cell."""
    return isinstance(value, str) and not value.strip()


def join_list(values: list[str]) -> str:
    """The values of a list in one cell."""
    return _SEPARATOR.join(values)


def split_list(text: str) -> list[str]:
    """The values in one cell: with semicolons or line breaks between them, or else with commas."""
    mark = ";" if ";" in text or "\n" in text else ","
    return [part for one in text.replace("\n", mark).split(mark) if (part := one.strip())]


@cache
def column_letters(number: int) -> str:
    """The letters of a column, counted from 0: 0 is A, 26 is AA."""
    number, rest = divmod(number, 26)
    return (column_letters(number - 1) if number else "") + chr(ord("A") + rest)
