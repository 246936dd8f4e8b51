"""Makes an id of a title: small Latin letters, digits and hyphens."""

import re
import unicodedata

from kiosk.authoring.loose.words import tidy

_MOST = 48
_LATIN = {
    **dict(zip("абвгдезийклмнопрстуфцыэ", "abvgdeziiklmnoprstufcye", strict=True)),
    **dict(zip("әғқңөұүһі", "agqnouuhi", strict=True)),
    **{
        "ё": "yo",
        "ж": "zh",
        "х": "kh",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
    },
    **{"ц": "ts", "й": "y"},
}


def make_id(title: str) -> str:
    """The same title gives the same id; one without any letter gives 'event'."""
    letters = "".join(_LATIN.get(letter, letter) for letter in tidy(title).lower())
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return _cut(words) or "event"


def _cut(words: str) -> str:
    """At most the first words that fit."""
    if len(words) <= _MOST:
        return words
    return words[: _MOST + 1].rpartition("-")[0] or words[:_MOST]
