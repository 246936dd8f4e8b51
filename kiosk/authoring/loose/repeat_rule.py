"""Reads the rule of a repetition in three languages: 'every other Saturday', 'по средам', 'соңғы жұма'."""

import re

from kiosk.authoring.loose.words import fold_words, weekday_number
from kiosk.search.fold import fold

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAILY = fold_words("day days daily ежедневно день күн")
_WORKING = fold_words("weekday weekdays будни будням будние жұмыс")
_EVERY_TWO_WEEKS = (
    "every second week",
    "every two weeks",
    "every 2 weeks",
    "fortnightly",
    "biweekly",
    "раз в две недели",
    "раз в 2 недели",
    "через неделю",
    "каждые две недели",
    "каждую вторую неделю",
    "екі аптада бір рет",
    "екі апта сайын",
    "екі аптада бір",
)
_ORDINALS = {
    "first": ("first", "перв", "бірінші"),
    "second": ("second", "второ", "втора", "втору", "екінші"),
    "third": ("third", "трет", "үшінші"),
    "fourth": ("fourth", "четверт", "четвёрт", "төртінші"),
    "last": ("last", "последн", "соңғы"),
}
_NOISE = fold_words(
    "every each on at of the weekly week month months monthly th st nd rd and from"
    " каждый каждая каждую каждое каждые каждого по в во с раз неделю еженедельно месяца месяц ежемесячно"
    " числа число го дня дни и"
    " әр сайын апта аптасына айдың ай күні күндері және мен бастап"
)
_TO_WORDS = fold_words("to till по до дейін -")
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|-")
_OF_MONTH = re.compile(r"month|месяц|числа|ай\b|айдың")


def read_rule(words: str) -> str:
    """The rule without hours; '' when there is none, or a word that says something else."""
    phrase = next((phrase for phrase in _EVERY_TWO_WEEKS if phrase in words), "")
    tokens = [fold(token) for token in _TOKEN.findall(words.replace(phrase, " ") if phrase else words)]
    is_other = bool(phrase) or "other" in tokens
    tokens = [token for token in tokens if token != "other"]
    ordinal = next((name for token in tokens if (name := _ordinal(token))), "")
    if ordinal:
        tokens = [token for token in tokens if not _ordinal(token)]
    numbers = [int(token) for token in tokens if token.isdigit()]
    days, is_range = _weekdays(tokens)
    rest = [token for token in tokens if token not in _NOISE | _TO_WORDS and not weekday_number(token)]
    if numbers:
        return f"month on the {numbers[0]}" if _is_month_day(words, numbers, days, rest, ordinal) else ""
    if not days and len(rest) == 1 and not ordinal and not is_other:
        if rest[0] in _WORKING:
            return "Monday to Friday"
        return "day" if rest[0] in _DAILY and not _OF_MONTH.search(words) else ""
    if days and not rest:
        return _format_rule(days, is_range, "other" if is_other else ordinal)
    is_day = not days and not rest and fold("күн") in (token[:3] for token in tokens)
    return "day" if is_day else ""


def _is_month_day(words: str, numbers: list[int], days: list[int], rest: list[str], ordinal: str) -> bool:
    others = [token for token in rest if token not in _DAILY]
    is_alone = len(others) == 1 and not days and not ordinal
    return bool(_OF_MONTH.search(words)) and is_alone and 1 <= numbers[0] <= 31


def _format_rule(days: list[int], is_range: bool, how: str) -> str:
    names = [_WEEKDAYS[day - 1] for day in days]
    if how in _ORDINALS:
        return f"{how} {names[0]}" if len(names) == 1 else ""
    if len(set(names)) != len(names) or (is_range and (len(days) != 2 or days[0] >= days[1])):
        return ""
    said = " to ".join(names) if is_range else " and ".join(names)
    return f"other {said}" if how else said


def _weekdays(tokens: list[str]) -> tuple[list[int], bool]:
    """The weekdays in their order, and whether the two are a range."""
    numbers = [(place, number) for place, token in enumerate(tokens) if (number := weekday_number(token))]
    is_range = len(numbers) == 2 and any(
        token in _TO_WORDS for token in tokens[numbers[0][0] + 1 : numbers[1][0] + 1]
    )
    return [number for _, number in numbers], is_range


def _ordinal(token: str) -> str:
    found = (name for name, stems in _ORDINALS.items() if token.startswith(tuple(map(fold, stems))))
    return next(found, "")
