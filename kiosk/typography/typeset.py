"""The one function that sets a text: quotation marks, dashes, numbers, and where lines must not break."""

import re
from functools import lru_cache

from kiosk.typography.marks import set_marks
from kiosk.typography.numbers import set_numbers
from kiosk.typography.rules import JOINER, NO_BREAK, rules_for
from kiosk.typography.ties import set_ties

_SET = re.compile("[ \u00a0\u202f\u2060\"'«»“”„‘’–—-]|\\d{5}")
"""A text without one of these stays as it is."""
_VERBATIM = re.compile(
    r"""(?x)
    https?://\S+ | [\w.+-]+@[\w.-]+\w | \b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b(?:/\S*)?  # addresses, files
    | (?<![\w/])[~.]{0,2}/[\w.~-]+(?:/[\w.~-]*)*                                         # paths
    | (?<!\S)--?[a-z][\w-]+ | \w+[ ]=[ ]"[^"]*" | \#\w+                               # commands, settings
    | \b\d{4}-\d\d(?!\d)(?:-\d\d\S*)?                                               # ISO dates
    """
)
_PHONE = re.compile("(?<![\\w.,])(?:[+(]\\d|8[ \u00a0-])[\\d ()\u00a0-]{5,}\\d")
_DIGITS_OF_PHONE = range(9, 16)
_PLACE = re.compile("[\ue000-\uf8ff]")
_FIRST_PLACE = 0xE000


@lru_cache(maxsize=4096)
def typeset(text: str, language: str) -> str:
    """`text` as drawn on a page in `language`; stored, searched, encoded and spoken it stays as written.

    Letters and digits stay; spaces, hyphens, dashes, quotation marks and apostrophes are set and thousands
    separated by the rules of the text's own language. Addresses of the web and of e-mail, names of files,
    options of commands and ISO dates stay as they are; the number of a telephone is not broken. Idempotent.
    """
    if not _SET.search(text) or _PLACE.search(text):
        return text
    rules = rules_for(text, language)
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return chr(_FIRST_PLACE + len(kept) - 1)

    def keep_phone(found: re.Match[str]) -> str:
        if sum(map(str.isdigit, found[0])) not in _DIGITS_OF_PHONE:
            return found[0]
        kept.append(found[0].replace(" ", NO_BREAK).replace("-", f"-{JOINER}"))
        return chr(_FIRST_PLACE + len(kept) - 1)

    lines = _PHONE.sub(keep_phone, _VERBATIM.sub(keep, text.replace(JOINER, ""))).split("\n")
    shown = "\n".join(set_ties(set_numbers(set_marks(line, rules), rules), rules) for line in lines)
    return _PLACE.sub(lambda found: kept[ord(found[0]) - _FIRST_PLACE], shown)
