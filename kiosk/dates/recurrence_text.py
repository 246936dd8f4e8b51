"""Says recurrence rules in words: 'every Wednesday, 18:00–19:30', 'both days, 10:00–16:00'."""

from collections.abc import Sequence
from datetime import date, timedelta

from kiosk.base.model import Series
from kiosk.base.sentence_ids import SentenceId
from kiosk.dates.date_parts import parse_interval
from kiosk.dates.recurrence import Rule, parse_rule
from kiosk.dates.time_text import DateFormatter
from kiosk.i18n.translator import Translator, translator

_ORDINALS: dict[int, SentenceId] = {
    1: "dates.series.first",
    2: "dates.series.second",
    3: "dates.series.third",
    4: "dates.series.fourth",
    -1: "dates.series.last",
}
_EVERY_DAY, _WORKING_DAYS = tuple(range(1, 8)), tuple(range(1, 6))
MAX_OFF_DAYS = 3
"""The most days that a sentence lists as those without a meeting."""


def format_series(series: Series, language: str, this_year: int = 0) -> str:
    """The rule and its hours; what is daily names its days, which omit `this_year`."""
    text, rule = translator(language), parse_rule(series.rule)
    hours = "–".join(filter(None, (series.begins, series.ends)))
    if _is_daily(rule):
        days = parse_interval(series.first)[0], parse_interval(series.until)[0]
        parts = [
            DateFormatter(text, this_year).format_span(*days),
            f"{_each_day(series, text)} {hours}".strip(),
        ]
    else:
        parts = [_format_rule(rule, text), hours]
    return ", ".join(filter(None, parts))


def format_repetition(series: Series, language: str) -> str:
    """The rule without its hours: 'every Wednesday'; '' for what is daily."""
    rule = parse_rule(series.rule)
    return "" if _is_daily(rule) else _format_rule(rule, translator(language))


def format_until(series: Series, language: str, this_year: int = 0) -> str:
    """The last day of a series, for a sentence: 'until 25 May'; '' for what is daily: its days are named."""
    if is_daily(series):
        return ""
    text = translator(language)
    day = _format_day(date.fromisoformat(series.until), "dates.series.months_until", text, this_year)
    return text.text("dates.series.until", date=day)


def format_from(series: Series, language: str, this_year: int = 0) -> str:
    """The first day of a series that has not begun: 'from 4 May'; '' for what is daily."""
    if is_daily(series):
        return ""
    text = translator(language)
    day = _format_day(date.fromisoformat(series.first), "dates.series.months_from", text, this_year)
    return text.text("dates.series.from", date=day)


def format_off_days(days: Sequence[date], language: str, this_year: int = 0) -> str:
    """The first of the days without a meeting: 'not on 9 May and 16 May'; '' for none."""
    if not days:
        return ""
    text = translator(language)
    names = [_format_day(day, "dates.series.months_except", text, this_year) for day in days[:MAX_OFF_DAYS]]
    return text.text("dates.series.except", dates=_join(names, text))


def _format_rule(rule: Rule, text: Translator) -> str:
    if rule.month_day:
        return text.text("dates.series.month_day", day=rule.month_day)
    (weekday, *_) = rule.weekdays
    if rule.nth:
        return text.text(
            "dates.series.month_weekday",
            every=_word("dates.series.every", weekday, text),
            nth=_word(_ORDINALS[rule.nth], weekday, text),
            weekday=_word("dates.series.weekdays_of_month", weekday, text),
        )
    if rule.weeks == 2:
        days = [_word("dates.series.weekdays_on", day, text) for day in rule.weekdays]
        return text.text("dates.series.two_weeks", weekdays=_join(days, text))
    if rule.weekdays == _WORKING_DAYS:
        return text.text("dates.series.working_days")
    days = [_word("dates.series.weekdays_each", day, text) for day in rule.weekdays]
    return text.text("dates.series.weekly", weekdays=_join(days, text))


def is_daily(series: Series) -> bool:
    """Whether it is on every day from its first to its last, which is how it is said."""
    return _is_daily(parse_rule(series.rule))


def _is_daily(rule: Rule) -> bool:
    return not rule.month_day and rule.weekdays in ((), _EVERY_DAY) and rule.weeks < 2


def _each_day(series: Series, text: Translator) -> str:
    two = date.fromisoformat(series.first) + timedelta(days=1) == date.fromisoformat(series.until)
    return text.text("dates.series.both_days" if two else "dates.series.daily")


def _format_day(day: date, months: SentenceId, text: Translator, this_year: int) -> str:
    month = _word(months, day.month, text)
    words = text.text("dates.day", day=day.day, month=month)
    return words if day.year == this_year else text.text("dates.day_year", date=words, year=day.year)


def _word(list_id: SentenceId, number: int, text: Translator) -> str:
    """The word with that number (from 1) in a list of `dates.json`; a list of one word has it for each."""
    words = text.text(list_id).split()
    return words[number - 1] if len(words) > 1 else words[0]


def _join(words: Sequence[str], text: Translator) -> str:
    if len(words) == 1:
        return words[0]
    return text.text("dates.series.and", first=", ".join(words[:-1]), last=words[-1])
