"""Guesses what the columns of a table say, by their names in several languages."""

import re
from collections.abc import Collection, Iterable, Sequence

from kiosk.authoring.imports.tables.cell_times import is_time
from kiosk.authoring.imports.tables.column_words import COLUMN_WORDS
from kiosk.authoring.imports.tables.table import Cell, Table, cell_text
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.search.fold import fold

FIELDS = tuple(COLUMN_WORDS)
"""What a column may say."""
TRANSLATED = ("title", "subtitle", "summary", "body")
"""Fields of which a table may have a column for each language."""
_LANGUAGE_WORDS = {
    "kk": "kk kaz kz қаз қазақша қазақ kazakh казахский казахском каз",
    "ru": "ru rus рус орысша орыс russian русский русском",
    "en": "en eng english анг ағылшынша ағылшын английский английском англ",
}
_KEYS = ("title", "begin", "day", "begin_hour")
_INNER = ("name", "title", "text", "rendered", "local", "datetime", "date")
"""Keys of JSON that say what the object around them is, or when."""
_SEVERAL = ("people", "tags", "begin", "end")
_LOOKED_AT = 15
"""Rows among which the header is searched."""


def _key(name: str) -> str:
    """A name without what distinguishes spellings of it: 'Start date' is 'startdate'."""
    return "".join(letter for letter in fold(name) if letter.isalnum() or letter == "№")


_LANGUAGE_OF = {_key(word): code for code, words in _LANGUAGE_WORDS.items() for word in words.split()}
_LETTER = re.compile(r"\w")
_JOINING = frozenset(map(_key, ("in", "на", "по")))
FIELDS_BY_LANGUAGE = tuple(f"{name}.{language}" for name in TRANSLATED for language in LANGUAGES)
"""The fields of TRANSLATED, each in one language."""
_FIELD_OF = {_key(word): field for field, words in COLUMN_WORDS.items() for word in words.split()}


def field_of(name: str) -> str:
    """The field that a column of that name says, 'title.kk' where it names a language; '' when unknown.

    Of 'location.name' the last part counts if it is known alone, and of numbered columns the name. A column
    that has the name of a language and nothing else says the title in it.
    """
    if (translated := _translated_field(name)) in FIELDS_BY_LANGUAGE:
        return translated
    bare = name.split(" (")[0].rstrip("0123456789 ")
    if found := _FIELD_OF.get(_key(bare)):
        return found
    outer, _, inner = bare.rpartition(".")
    around = outer.rpartition(".")[2]
    if outer and _key(inner) in map(_key, (*_INNER, around)):
        return _FIELD_OF.get(_key(around), "")
    return "address" if outer and _FIELD_OF.get(_key(inner)) == "address" else ""


def _translated_field(name: str) -> str:
    """'title.kk' for 'Title (KK)', 'title_kk', 'Атауы қазақша' and 'Қазақша'; '' for other names."""
    *first, last = filter(None, re.split(r"[\s_.()\[\]:/-]+", name)) if _LETTER.search(name) else ("",)
    language = _LANGUAGE_OF.get(_key(last), "")
    field = _FIELD_OF.get(_key(" ".join(one for one in first if _key(one) not in _JOINING)), "")
    return f"{field or 'title'}.{language}" if language and (field or not first) else ""


def find_header(grid: Sequence[Sequence[Cell]]) -> int:
    """The row that names the columns: the one with most known names, the first if none has any."""
    scores = [
        sum(bool(field_of(cell_text(cell))) for cell in row if isinstance(cell, str))
        for row in grid[:_LOOKED_AT]
    ]
    return scores.index(max(scores)) if scores else 0


def key_columns(table: Table) -> set[str]:
    """The columns that say what an event is and when."""
    return {name for name in table.columns if field_of(name).partition(".")[0] in _KEYS}


def guess_columns(table: Table) -> dict[str, list[str]]:
    """The columns for each field that is recognized; a field of which one column says all has the first."""
    found: dict[str, list[str]] = {}
    for name in sorted(table.columns, key=_says_summary):
        if (field := field_of(name)) and _has_values(table, name):
            if field in found and _says_summary(name):
                field = field.replace("title", "summary")
            found.setdefault(field, []).append(name)
    guess = {field: names if field in _SEVERAL else names[:1] for field, names in found.items()}
    if "begin" not in guess and "day" not in guess:
        guess["begin"] = _date_columns(table)[:1]
    if not any(field.startswith("title") for field in guess):
        used = {name for names in guess.values() for name in names}
        guess["title"] = _text_columns(table, used)[:1]
    return {field: guess[field] for field in (*FIELDS, *sorted(guess)) if guess.get(field)}


def _says_summary(name: str) -> bool:
    """Whether it is called 'summary': the title in a calendar, and the summary beside a column of titles."""
    return "summary" in _key(name)


def _has_values(table: Table, name: str) -> bool:
    return any(cell_text(row.cells.get(name)) for row in table.rows)


def _date_columns(table: Table) -> list[str]:
    return [name for name in table.columns if _most(is_time(row.cells.get(name)) for row in table.rows)]


def _text_columns(table: Table, used: Collection[str]) -> list[str]:
    """Columns of words, those with the most different ones first."""

    def variety(name: str) -> int:
        return -len({cell_text(row.cells.get(name)) for row in table.rows})

    texts = [
        name
        for name in table.columns
        if name not in used
        and _most(any(map(str.isalpha, cell_text(row.cells.get(name)))) for row in table.rows)
    ]
    return sorted(texts, key=variety)


def _most(answers: Iterable[bool]) -> bool:
    counted = list(answers)
    return bool(counted) and sum(counted) > len(counted) / 2
