"""Reads yes, no and 'online' in three languages."""

from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.words import fold_words, tidy
from kiosk.search.fold import fold

_YES = fold_words("yes y true 1 + ✓ ✔ да иә ия бар есть")
_ONLINE = fold_words("online онлайн zoom teams")
_NO = fold_words("no n false 0 - нет жоқ")


def read_yes_no(text: str) -> Reading[bool] | None:
    """Whether `text` says yes; None when it says neither."""
    word = fold(tidy(text)).rstrip(".!")
    if word in _YES:
        return Reading(True)
    return Reading(False) if word in _NO else None


def is_online(text: str) -> bool:
    """Whether a place is none, because people take part from elsewhere."""
    return fold(tidy(text)).rstrip(".") in _ONLINE
