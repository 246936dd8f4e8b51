"""Makes ids of names in any language."""

import re
import unicodedata
from collections.abc import Collection

_MOST = 50
"""Characters of an id that is made; 64 are allowed, which leaves room for a number."""
_LATIN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh",
    "з": "z", "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o",
    "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh",
    "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "", "'": "",
}  # fmt: skip


def make_slug(name: str, usual: str) -> str:
    """The id of a name, of lower-case Latin letters, digits and hyphens; `usual` where none is left."""
    letters = "".join(_LATIN.get(letter, letter) for letter in unicodedata.normalize("NFC", name).lower())
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", letters) if letter.isascii())
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) > _MOST:
        slug = slug[: _MOST + 1].rpartition("-")[0] or slug[:_MOST]
    return slug or usual


def free_slug(slug: str, taken: Collection[str]) -> str:
    """The id, with the first free number behind it if it is taken."""
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
