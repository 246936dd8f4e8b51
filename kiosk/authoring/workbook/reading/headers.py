"""Finds the row of headers in a grid, and which column of a source each of them names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from kiosk.authoring.loose.words import fold_words, tidy
from kiosk.authoring.source.problems import format_field_path
from kiosk.authoring.workbook.cells import text_of
from kiosk.authoring.workbook.columns import Column, by_path
from kiosk.authoring.workbook.reading.grids import Grid
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.i18n.translator import translator
from kiosk.search.fold import fold

_FIRST_ROWS = 10
"""The rows in which headers are looked for."""
_LANGUAGE_WORDS = {
    "en": fold_words("en eng english англ английский английском ағылшын ағылшынша"),
    "kk": fold_words("kk kz kaz kazakh каз казахский казахском қаз қазақ қазақша"),
    "ru": fold_words("ru rus russian рус русский русском орыс орысша"),
}
_BETWEEN = fold_words("in на тілінде язык языке language")
_FILLERS = fold_words("event events мероприятия мероприятий проведения іс шара шараның өткізу")
"""Words that say only that it is about events: 'Дата проведения', 'Event date'."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Header:
    """A header that names a column; `is_guessed` when the language of its texts is that of its own words."""

    position: int
    text: str
    column: Column
    text_language: str
    is_guessed: bool = False


@dataclass(frozen=True)
class Headers:
    """The row of headers, counted from 0, the headers known, and the others as (position, text)."""

    row: int
    known: tuple[Header, ...]
    unknown: tuple[tuple[int, str], ...]


def find_headers(grid: Grid, columns: tuple[Column, ...]) -> Headers | None:
    """The headers of the row among the first that has most known ones, at least two; None without."""
    found = [read_headers(grid, number, columns) for number in range(min(_FIRST_ROWS, len(grid.rows)))]
    best = max(found, key=lambda headers: len(headers.known), default=None)
    return best if best and len(best.known) >= 2 else None


def read_headers(grid: Grid, number: int, columns: tuple[Column, ...]) -> Headers:
    """The headers of one row; a column that is named twice is taken where it stands first."""
    known: list[Header] = []
    unknown: list[tuple[int, str]] = []
    taken: set[tuple[Column, str]] = set()
    for position, cell in enumerate(grid.rows[number]):
        if grid.said.get(text_of(cell)) == "":
            continue
        header = _said_column(grid, text_of(cell), columns, position) or find_column(
            text_of(cell), columns, position
        )
        if header and (header.column, header.text_language) not in taken:
            known.append(header)
            taken.add((header.column, header.text_language))
        elif text_of(cell):
            unknown.append((position, text_of(cell)))
    return Headers(number, tuple(known), tuple(unknown))


def _said_column(grid: Grid, text: str, columns: tuple[Column, ...], position: int) -> Header | None:
    """The column that somebody has said is meant; None when nobody has."""
    for path, column in by_path(columns).items() if text in grid.said else ():
        if format_field_path(path) == grid.said[text]:
            return Header(position, text, column, str(path[-1]) if column.is_text else "")
    return None


def find_column(text: str, columns: tuple[Column, ...], position: int = 0) -> Header | None:
    """The column that `text` names; None when it names none."""
    names = _names(columns)
    plain = _plain(text)
    if plain in names and not names[plain][0].is_text:
        return Header(position, text, names[plain][0], "")
    words = [word for word in plain.split() if word not in _BETWEEN]
    named = [code for code, known in _LANGUAGE_WORDS.items() if known & set(words)]
    rest = " ".join(word for word in words if not any(word in known for known in _LANGUAGE_WORDS.values()))
    bare = " ".join(word for word in rest.split() if word not in _FILLERS)
    for name in (rest, plain, bare):
        if name in names:
            column, own_language = names[name]
            if not column.is_text:
                return Header(position, text, column, "")
            is_guessed = len(named) != 1
            return Header(position, text, column, own_language if is_guessed else named[0], is_guessed)
    return None


def nearest_names(text: str, columns: tuple[Column, ...]) -> tuple[str, ...]:
    """Names of columns that are spelt like `text`."""
    shown = {_plain(name): name for name, _, _ in _all_names(columns)}
    return tuple(shown[name] for name in get_close_matches(_plain(text), shown, 3, 0.75))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(tidy(text))))


@cache
def _names(columns: tuple[Column, ...]) -> Mapping[str, tuple[Column, str]]:
    """The columns by their names, each with the language of the name; the first column has a name."""
    names: dict[str, tuple[Column, str]] = {}
    for name, column, language in _all_names(columns):
        names.setdefault(_plain(name), (column, language))
    for name, found in list(names.items()):
        if short := _without_little_words(name):
            names.setdefault(short, found)
    return names


def _without_little_words(name: str) -> str:
    return " ".join(word for word in name.split() if word not in _BETWEEN)


def _all_names(columns: tuple[Column, ...]) -> Iterator[tuple[str, Column, str]]:
    """Every name of every column, the names that templates have first."""
    for column in columns:
        for language in LANGUAGES:
            yield translator(language).text(column.name), column, language
    for column in columns:
        for name in filter(None, column.others.split("; ")):
            yield name, column, _language_of(name)


def _language_of(words: str) -> str:
    if re.search("[әғқңөұүһі]", words):
        return "kk"
    return "en" if words.isascii() else "ru"
