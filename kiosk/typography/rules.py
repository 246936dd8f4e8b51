"""Which rules a text follows: those of its own language, whatever the language of the interface."""

import re
from typing import NamedTuple

NO_BREAK = "\u00a0"
THIN = "\u202f"
JOINER = "\u2060"
"""The word joiner of Unicode: no line ends at it. It has no width and needs no glyph."""
UPPER, LOWER = "А-ЯЁӘҒҚҢӨҰҮҺІ", "а-яёәғқңөұүһі"
"""The letters of Russian and Kazakh, for classes of regular expressions."""


class Rules(NamedTuple):
    """The rules of a language. `group` stands between thousands; the short words `before` stay with the next
    word, those `after` with the word before them."""

    quotes: tuple[str, str]
    inner_quotes: tuple[str, str]
    dash: str
    group: str
    before: re.Pattern[str]
    after: re.Pattern[str]


_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LONG = 20
"""In so many letters Kazakh text has one that Russian lacks."""
_SHORT_WORD = f"[«„(]*(?:[{UPPER}{LOWER}]?[{LOWER}]|[{UPPER}])"

_RULES = {
    "ru": Rules(
        quotes=("«", "»"),
        inner_quotes=("„", "“"),
        dash="—",
        group=THIN,
        before=re.compile(f"(?!(?:ж|б|ли|ль|же|бы|РК)$){_SHORT_WORD}"),
        after=re.compile("(?:ж|б|ли|ль|же|бы|РК)[.,;:!?»)]*"),
    ),
    "kk": Rules(
        quotes=("«", "»"),
        inner_quotes=("„", "“"),
        dash="—",
        group=THIN,
        before=re.compile(f"(?!(?:[дтмбп][ае])$){_SHORT_WORD}"),
        after=re.compile("(?:[дтмбп][ае]|қ[.])[.,;:!?»)]*"),
    ),
    "en": Rules(
        quotes=("“", "”"),
        inner_quotes=("‘", "’"),
        dash="–",
        group=",",
        before=re.compile("[“‘(]*(?:[Aa]n?|I)"),
        after=re.compile("(?!)"),
    ),
}


def rules_for(text: str, language: str) -> Rules:
    """The rules for `text` on a page in `language`: a text that is not translated keeps those of its own.

    Letters tell: those that only Kazakh has, then Cyrillic, then Latin ones. A short Cyrillic text without a
    letter of one language alone follows the page.
    """
    if _KAZAKH.search(text):
        return _RULES["kk"]
    cyrillic = len(_CYRILLIC.findall(text))
    if cyrillic:
        return _RULES["kk" if language == "kk" and cyrillic < _LONG else "ru"]
    has_letters = any(letter.isalpha() for letter in text)
    return _RULES[language if language in _RULES and not has_letters else "en"]
