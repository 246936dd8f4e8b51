"""Reads numbers, prices and ages as people write them: '20 мест', '2 000 тг', 'free', 'от 16 лет'."""

import re

from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.words import fold_words, tidy
from kiosk.rules.detail_rules import CURRENCIES
from kiosk.search.fold import fold

FREE = "free"
"""The price of what costs nothing."""
_GROUPED = re.compile(r"(?<=\d)[ .,'](?=\d{3}(?!\d))", re.ASCII)
_COUNT = re.compile(r"(\d+)(?:\.0+)?(?P<words>\D*)", re.ASCII)
_PRICE = re.compile(
    r"(?P<before>\D*?)(?P<least>\d+)(?:(?:\s*-\s*)(?P<most>\d+))?\s*(?P<after>[^\d]*)", re.ASCII
)
_TO = re.compile(r"\b(?:to|до|дейін)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|от|с)\b", re.IGNORECASE)
_CURRENCY_WORDS = {
    "KZT": ("₸", "тг", "тенге", "теңге", "tenge", "kzt"),
    "USD": ("$", "usd", "доллар", "dollar"),
    "EUR": ("€", "eur", "евро", "еуро"),
    "RUB": ("₽", "руб", "rub"),
}
_FREE_WORDS = frozenset(
    map(
        fold,
        (
            "free",
            "free of charge",
            "бесплатно",
            "тегін",
            "вход свободный",
            "свободный вход",
            "free entry",
            "0",
        ),
    )
)
_PAID_WORDS = fold_words("paid платно платный платное ақылы")
_AGES = re.compile(r"(?P<least>\d{1,3})\s*(?:(?P<up>\+)|-\s*(?P<most>\d{1,3}))?", re.ASCII)
_AGE_WORDS = re.compile(r"\b(?:years?|old|ages?|aged|лет|года|жас|жастағы|аралығы)\b\.?|для|for")
_AND_MORE = re.compile(
    r"\b(?:and over|and older|and up|и старше|жастан|және одан үлкен|бастап|лет и старше)\b"
)
_AT_LEAST = re.compile(r"^(?:from|от|с|over|старше)\b")
_AT_MOST = re.compile(r"^(?:up to|under|до)\b|(?:жасқа)? ?дейін$")


def read_number(text: str) -> Reading[int] | None:
    """The whole number at the begin of `text`; what stands after it makes it uncertain."""
    found = _COUNT.fullmatch(_GROUPED.sub("", tidy(text)))
    return Reading(int(found[1]), not found["words"].strip()) if found else None


def read_price(text: str) -> Reading[str] | None:
    """The price as a source has it, '1000-3000 KZT', or FREE; without a currency it is in tenge."""
    words = tidy(text)
    if fold(words).rstrip(".!") in _FREE_WORDS:
        return Reading(FREE)
    plain = _FROM.sub(" ", _TO.sub("-", _GROUPED.sub("", words)))
    found = _PRICE.fullmatch(" ".join(plain.split()))
    if not found:
        return None
    named = f"{found['before']} {found['after']}".strip()
    currency = _currency(named) if named else "KZT"
    if not currency:
        return None
    amount = f"{found['least']}-{found['most']}" if found["most"] else found["least"]
    price = f"{int(amount) if amount.isdigit() else amount} {currency}"
    return Reading(price, price == words)


def without_paid(text: str) -> str | None:
    """What stands after a word that says 'not free', '' for nothing; None when there is no such word."""
    word, _, rest = tidy(text).partition(" ")
    return rest if fold(word.strip(",.:;")) in _PAID_WORDS else None


def _currency(named: str) -> str:
    """The code of a currency that is named, '' for any other words."""
    if named.upper() in CURRENCIES:
        return named.upper()
    word = fold(named.rstrip(".!"))
    codes = (code for code, words in _CURRENCY_WORDS.items() if word.startswith(tuple(map(fold, words))))
    return next(codes, "")


def read_ages(text: str) -> Reading[str] | None:
    """The ages as a source has them: '16+' or '8-12'."""
    words = tidy(text).lower()
    is_least = bool(_AND_MORE.search(words) or _AT_LEAST.search(words))
    is_most = not is_least and bool(_AT_MOST.search(words))
    for pattern in (_AND_MORE, _AT_LEAST, _AT_MOST, _AGE_WORDS):
        words = pattern.sub(" ", _TO.sub("-", words) if pattern is _AGE_WORDS else words)
    found = _AGES.fullmatch(" ".join(words.split()))
    if not found:
        return None
    if found["most"]:
        ages = f"{found['least']}-{found['most']}"
    elif is_most:
        ages = f"0-{found['least']}"
    elif found["up"] or is_least:
        ages = f"{found['least']}+"
    else:
        return None
    return Reading(ages, ages == text.strip())
