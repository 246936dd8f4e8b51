"""Says prices, ages, levels and the access of venues in words."""

from collections.abc import Iterable, Sequence

from kiosk.base.model import LEVELS, Access, Ages, Amount, Level
from kiosk.base.sentence_ids import ScreensId
from kiosk.i18n.translator import Translator, find_sentence

_SYMBOLS = {"KZT": "₸", "USD": "$", "EUR": "€", "RUB": "₽", "GBP": "£"}
"""The signs of currencies known to visitors; others are named by their code."""
_LEVELS: dict[Level, ScreensId] = {
    "beginner": "screens.level.beginner",
    "intermediate": "screens.level.intermediate",
    "advanced": "screens.level.advanced",
}
_ACCESS: dict[Access, ScreensId] = {
    "step_free": "screens.access.step_free",
    "lift": "screens.access.lift",
    "toilet": "screens.access.toilet",
    "parking": "screens.access.parking",
    "hearing_loop": "screens.access.hearing_loop",
    "guide_dog": "screens.access.guide_dog",
}
NO_BREAK_SPACE, NARROW_SPACE = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


def format_amount(amount: Amount, translator: Translator) -> str:
    """'2,000 ₸' or '1,000–3,000 ₸', with the language's sign between thousands."""
    separator = "," if translator.language == "en" else NARROW_SPACE
    numbers = [f"{number:,}".replace(",", separator) for number in (amount.least, amount.most)]
    sign = _SYMBOLS.get(amount.currency, amount.currency)
    return f"{'–'.join(dict.fromkeys(numbers))}{NO_BREAK_SPACE}{sign}"


def format_ages(ages: Ages, translator: Translator) -> str:
    """'ages 16+', 'ages 8–12', 'up to age 6'; '' for any age."""
    if ages.most is None:
        return translator.plural("screens.ages.least", ages.least) if ages.least else ""
    if not ages.least:
        return translator.plural("screens.ages.most", ages.most)
    numbers = "–".join(dict.fromkeys((str(ages.least), str(ages.most))))
    return translator.plural("screens.ages.between", ages.most, ages=numbers)


def format_levels(levels: Sequence[Level], translator: Translator) -> str:
    """'level A2–B1', 'level: beginner'; '' for none."""
    if not levels:
        return ""
    places = sorted(LEVELS.index(level) for level in levels)
    names = [level_name(LEVELS[place], translator) for place in places]
    adjoining = len(places) > 1 and places == list(range(places[0], places[-1] + 1))
    joined = f"{names[0]}–{names[-1]}" if adjoining else ", ".join(names)
    return translator.text("screens.level", levels=joined)


def format_access(access: Iterable[Access], translator: Translator) -> str:
    """'step-free entrance, lift'; '' for none."""
    return ", ".join(translator.text(_ACCESS[code]) for code in access)


def level_name(level: str, translator: Translator) -> str:
    """The name of a level in words, or its code: 'beginner', 'B1'."""
    id = find_sentence(_LEVELS, level)
    return translator.text(id) if id else level
