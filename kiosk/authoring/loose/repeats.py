"""Reads how something is repeated as people say it: 'every Wednesday 18:00 until 25 May except 11 May'."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kiosk.authoring.loose.days import read_day
from kiosk.authoring.loose.hours import DAY, Hours, read_hours
from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.repeat_rule import read_rule
from kiosk.authoring.loose.times import read_when
from kiosk.authoring.loose.words import tidy

_UNTIL = re.compile(r"[,;]?\s*\b(?:until|till|through|по(?=\s+\d)|до(?=\s+\d))\s+(?P<after>[^,;()]+)")
_UNTIL_KAZAKH = re.compile(r"[,;]?\s*(?P<before>\d[^,;()]*?)(?:-?(?:ға|ге|қа|ке))?\s+дейін")
_EXCEPT = re.compile(
    r"[,;(]?\s*\b(?:except(?: on| for)?|not on|but not|кроме|исключая)\s+(?P<days>[^;()]+)\)?$"
)
_SPAN = re.compile(
    r"[,;(]?\s*\b(?:from|с|со)\s+(?P<first>\d[^,;()]*?)\s+(?:to|till|until|through|по|до)\s+(?P<last>\d[\d./-]{4,}|\d\S*(?:\s+[^\W\d]+)?(?:\s+\d{4})?)\)?"
)
_OF_MONTH = re.compile(r"month|месяц|ай")
_BETWEEN_DAYS = re.compile(r"\s*[;,\n]\s*|\s+(?:and|и|және|мен)\s+")


class Repeat(NamedTuple):
    """How a source says it (`kiosk.authoring.source.every`), last day, days left out, first day."""

    every: str
    until: date | None = None
    left_out: tuple[date, ...] = ()
    first: date | None = None


def read_repeat(text: str, near: date | None = None) -> Reading[Repeat] | None:
    """How something is repeated; None when it cannot be read so. `near` is for days without a year."""
    words = tidy(text).lower()
    words, left_out = _take_days(_EXCEPT, words, "days", near)
    if left_out is None:
        return None
    words, span = _take_span(words, near)
    until: tuple[Reading[date], ...] | None = span[1:]
    for pattern, name in ((_UNTIL, "after"), (_UNTIL_KAZAKH, "before")):
        if not until and (found := pattern.search(words)) and read_day(found[name], near):
            words, until = _take_days(pattern, words, name, near)
    if until is None or len(until) > 1:
        return None
    found_every = _read_every(words.strip(" ,;.()"))
    if not found_every:
        return None
    dated = (*span[:1], *until, *left_out)
    is_certain = found_every.is_certain and all(one.is_certain for one in dated)
    days = tuple(one.value for one in left_out)
    first, last = (one[0].value if one else None for one in (span, until))
    return Reading(Repeat(found_every.value, last, days, first), is_certain)


def _take_span(words: str, near: date | None) -> tuple[str, tuple[Reading[date], ...]]:
    """`words` without a first and a last day, as in 'from 3 to 24 June', and the two; or all of them."""
    for found in _SPAN.finditer(words):
        days = read_when(f"{found['first']} - {found['last']}", near)
        first, slash, last = days.value.partition("/") if days else ("", "", "")
        if days and slash and len(first) == len(last) == len("2026-04-03"):
            rest = f"{words[: found.start()]} {words[found.end() :]}".strip()
            return rest, tuple(Reading(date.fromisoformat(day), days.is_certain) for day in (first, last))
    return words, ()


def _take_days(
    pattern: re.Pattern[str], words: str, name: str, near: date | None
) -> tuple[str, tuple[Reading[date], ...] | None]:
    """`words` without what `pattern` finds, and the days listed in its group; None when one is no day."""
    found = pattern.search(words)
    if not found:
        return words, ()
    days = read_days(found[name], near)
    return f"{words[: found.start()]} {words[found.end() :]}".strip(), days


def read_days(text: str, near: date | None = None) -> tuple[Reading[date], ...] | None:
    """The days of a list, '11.05.2026, 18.05.2026' or '5, 12 и 19 июня'; None when one cannot be read."""
    parts = [part for part in _BETWEEN_DAYS.split(text.strip(" ,;")) if part]
    if not parts:
        return None
    days = [read_day(_with_month(part, parts), near) for part in parts]
    return tuple(day for day in days if day) if all(days) else None


def _with_month(part: str, parts: list[str]) -> str:
    """A day that is only a number, with the month that the last day has, or the first."""
    if not part.isdigit():
        return part
    if after := re.fullmatch(r"\d{1,2}\b(?P<month>.+)", parts[-1]):
        return f"{part}{after['month']}"
    before = re.fullmatch(r"(?P<month>\D+)\d{1,2}", parts[0])
    return f"{before['month']}{part}" if before else part


def _read_every(words: str) -> Reading[str] | None:
    """The rule with its hours, which stand after it or before it."""
    if rule := read_rule(words):
        return Reading(rule, _is_certain(rule, words))
    for gap in re.finditer(r"[ ,]+(?:at |в |сағат )?", words):
        parts = words[: gap.start()], words[gap.end() :]
        for rule_words, hours_words in (parts, parts[::-1]):
            rule, hours = read_rule(rule_words.rstrip(" ,")), read_hours(hours_words)
            if rule and hours and (said := _format_hours(hours.value)):
                return Reading(f"{rule} {said}", hours.is_certain and _is_certain(rule, words))
    return None


def _is_certain(rule: str, words: str) -> bool:
    """'Every second Saturday' may be the second of a month or one in two weeks, unless it names the month."""
    return not rule.startswith("second ") or words.startswith("second") or bool(_OF_MONTH.search(words))


def _format_hours(hours: Hours) -> str:
    """The hours as a source writes them; '' for a begin on the next day."""
    if hours.begins >= DAY:
        return ""
    return "-".join(f"{minute // 60:02}:{minute % 60:02}" for minute in _of_day(hours))


def _of_day(hours: Hours) -> Iterator[int]:
    yield hours.begins
    if hours.ends is not None:
        yield hours.ends if hours.ends <= DAY else hours.ends - DAY
