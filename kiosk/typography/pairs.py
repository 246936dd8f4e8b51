"""Which words belong together: a short one and its neighbour, a number and its unit, initials and a name."""

import re

from kiosk.typography.rules import UPPER, Rules

WORDS_SEEN = 6
"""How many words the rules look at."""

_OPENING = "[(«“„]*"
_CAPITAL = f"[A-Z{UPPER}]"
_INITIALS = f"{_OPENING}(?:(?:{_CAPITAL}|Дж)[.]){{1,2}}"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER = f"{_OPENING}[~≈]?(?:(?:\\d{{1,3}}[\u202f,.–])*\\d{{1,3}}|[IVX]+)"
_YEARS = f"{_OPENING}(?:\\d{{4}}–)?\\d{{4}}"
_PAIRS = {
    f"{_OPENING}(?:№|§|No[.])": r"\d",
    _NUMBER: r"(?!(?:and|or|и|или|және)\b)[^\W\d_]|[₸$€£%°№]",
    _YEARS: r"год|гг?[.]|жыл|ж[.]|тенге|теңге|тг|KZT|USD|[₸$€£]",
    r"\d{1,2}:\d\d": r"[ap][.]m[.]",
    _MONTHS: r"\d{1,2}(?:–\d{1,2})?(?![\w:])",
    _INITIALS: _CAPITAL,
    f"{_OPENING}The": r"\w",
    "[тн][.]": "[бдепэ][.]",
    f"{_OPENING}(?:Mr|Mrs|Ms|Dr|St|г|ул|пр|им|д|кв|стр|проф|т|қ)[.]": f"[\\d«]|{_CAPITAL}",
}
"""A word, and how the next one begins: regular expressions without groups. A word fits one of them."""
_BEFORE = re.compile("|".join(f"({before})" for before in _PAIRS))
_AFTER = [re.compile(after) for after in _PAIRS.values()]
_SURNAME = re.compile(f"{_OPENING}{_CAPITAL}[\\w’-]{{2,}}")
_INITIALS_AFTER = re.compile(_INITIALS)
_MARK = re.compile("[·–—/→]")


def belong_together(words: list[str], rules: Rules) -> bool:
    """Whether no line may end between the first two of these words."""
    before, after = words[:2]
    if rules.before.fullmatch(before) or rules.after.fullmatch(after) or _MARK.fullmatch(after):
        return True
    if (found := _BEFORE.fullmatch(before)) and found.lastindex:
        return bool(_AFTER[found.lastindex - 1].match(after))
    if not (_SURNAME.fullmatch(before) and _INITIALS_AFTER.match(after)):
        return False
    later = next((word for word in words[2:] if not _INITIALS_AFTER.match(word)), "")
    return not _SURNAME.match(later)
