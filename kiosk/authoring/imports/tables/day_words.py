"""Finds the dates of words that stand for days: 'Freitag', 'Day 2'."""

from collections.abc import Mapping
from datetime import date, timedelta

from kiosk.authoring.loose.words import weekday_number
from kiosk.search.fold import fold

_OTHER_LANGUAGES = (
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "dushanba seshanba chorshanba payshanba juma shanba yakshanba",
)
_NUMBERS = {
    fold(word): number for names in _OTHER_LANGUAGES for number, word in enumerate(names.split(), 1)
} | {fold("sonnabend"): 6}


def weekday_of(word: str) -> int:
    """The weekday, 1 for Monday to 7, that a word names in one of several languages; 0 for none."""
    return weekday_number(word) or _NUMBERS.get(fold(word).strip("."), 0)


def day_of(word: str, days: Mapping[str, date]) -> date | None:
    """The date of a word by those of `days`, None when it follows from none.

    A weekday is the first one that is not before the earliest date given of another weekday.
    """
    for name, day in days.items():
        if fold(name) == fold(word.strip()):
            return day
    known = sorted((day, number) for name, day in days.items() if (number := weekday_of(name)))
    wanted = weekday_of(word)
    if not known or not wanted:
        return None
    first, number = known[0]
    return first + timedelta(days=(wanted - number) % 7)
