"""Tidies what was typed or pasted, and knows the names of months, weekdays and seasons in three languages."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.sentence_ids import SentenceId
from kiosk.base.text import INVISIBLE
from kiosk.i18n.translator import translator
from kiosk.search.fold import fold

_MONTHS: tuple[SentenceId, ...] = (
    "dates.months",
    "dates.months_with_day",
    "dates.months_of",
    "dates.months_in",
    "dates.months_short",
    "dates.series.months_until",
    "dates.series.months_from",
)
_WEEKDAYS: tuple[SentenceId, ...] = (
    "dates.weekdays",
    "dates.weekdays_short",
    "dates.series.weekdays_each",
    "dates.series.weekdays_on",
    "dates.series.weekdays_of_month",
)
_SEASONS = (
    ("spring", "весн", "көктем"),
    ("summer", "лет", "жаз"),
    ("autumn", "fall", "осен", "күз"),
    ("winter", "зим", "қыс"),
)
_DASHES = str.maketrans("‐‑‒–—―−", "-------")
_LEAST_LETTERS = 3
"""The least letters of a name that may be cut short: 'Sept', 'нояб', 'Wed'."""
_LEAST_STEM, _MOST_ENDING = 5, 4
"""The least letters of a name that may have other endings, and the most that an ending adds."""


def tidy(text: str) -> str:
    """`text` with single spaces and plain hyphens, without invisible characters, trimmed."""
    plain = unicodedata.normalize("NFC", INVISIBLE.sub("", text)).translate(_DASHES)
    return " ".join(plain.split())


def fold_words(words: str) -> frozenset[str]:
    """The words of a list in their folded form (`kiosk.search.fold`)."""
    return frozenset(map(fold, words.split()))


def month_number(word: str) -> int:
    """The month, 1 to 12, of a name, one of its forms or its beginning in any language; 0 for no month."""
    return _find(word, _names(_MONTHS))


def weekday_number(word: str) -> int:
    """The weekday, 1 for Monday to 7, in the same ways; 0 for no weekday."""
    return _find(word, _names(_WEEKDAYS))


def season_number(word: str) -> int:
    """The season, 1 for spring to 4, of its name in any case; 0 for no season."""
    found = (
        number for number, stems in enumerate(_SEASONS, 1) if fold(word).startswith(tuple(map(fold, stems)))
    )
    return next(found, 0)


def _find(word: str, names: dict[str, int]) -> int:
    term = fold(word).strip(".")
    if term in names:
        return names[term]
    if len(term) < _LEAST_LETTERS:
        return 0
    numbers = {number for name, number in names.items() if name.startswith(term)}
    numbers = numbers or {number for name, number in names.items() if _is_case_of(term, name)}
    return numbers.pop() if len(numbers) == 1 else 0


def _is_case_of(term: str, name: str) -> bool:
    """Whether a word is a name with another ending: 'понедельника', 'дүйсенбіден'."""
    return len(name) >= _LEAST_STEM and term.startswith(name[:-1]) and len(term) <= len(name) + _MOST_ENDING


@cache
def _names(ids: tuple[SentenceId, ...]) -> dict[str, int]:
    """The folded forms of names with their numbers from 1; English weekdays also in the plural."""
    forms = dict(_forms(ids))
    return forms | {f"{name}s": number for name, number in forms.items() if re.fullmatch(r"[a-z]+day", name)}


def _forms(ids: tuple[SentenceId, ...]) -> Iterator[tuple[str, int]]:
    for language in LANGUAGES:
        for id in ids:
            for number, name in enumerate(translator(language).text(id).split(), 1):
                yield fold(name), number
