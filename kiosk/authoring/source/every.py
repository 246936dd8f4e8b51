"""Reads how an author says that an event is repeated, as a recurrence rule with hours.

'Wednesday 18:00-19:30', 'Mon and Thu 10:00', 'Monday to Friday', 'other Saturday 11:00', 'second Saturday',
'last Friday of the month 18:00', 'month on the 5th', 'day 10:00-16:00', or 'FREQ=WEEKLY;BYDAY=WE 18:00'.
"""

import re
from typing import NamedTuple

from kiosk.dates.date_parts import NIGHT_ENDS
from kiosk.dates.recurrence import WEEKDAYS, parse_rule

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": -1,
}
_CLOCK = r"(?:2[0-3]|[01]?\d):[0-5]\d"
_HOURS = re.compile(rf"(?P<begins>{_CLOCK})(?:\s*[-–]\s*(?P<ends>{_CLOCK}|24:00))?", re.ASCII)
_MONTH_DAY = re.compile(r"month on the (?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", re.ASCII)


class Every(NamedTuple):
    """A recurrence rule (`kiosk.dates.recurrence`) and the hours of each date, 'HH:MM' or ''."""

    rule: str
    begins: str = ""
    ends: str = ""


def parse_every(written: str) -> Every:
    """The rule and hours in `written`; ValueError when they are said in no way known here."""
    text = " ".join(written.split())
    if hours := _HOURS.search(text):
        text = text[: hours.start()].rstrip(" ,") if hours.end() == len(text) else ""
    begins, ends = (_clock(hours[name]) if hours else "" for name in ("begins", "ends"))
    if begins and ends and not begins < ends and (ends > NIGHT_ENDS or ends == begins):
        raise ValueError(written)
    rule = text if text.startswith("FREQ=") else _rule(_plain(text))
    parse_rule(rule)
    return Every(rule, begins, ends)


def _clock(written: str | None) -> str:
    return written.zfill(5) if written else ""


def _plain(text: str) -> str:
    return text.lower().removeprefix("every ").removesuffix(" of the month")


def _rule(text: str) -> str:
    if text == "day":
        return "FREQ=DAILY"
    if found := _MONTH_DAY.fullmatch(text):
        return f"FREQ=MONTHLY;BYMONTHDAY={found['day']}"
    word, _, rest = text.partition(" ")
    if word in _ORDINALS:
        return f"FREQ=MONTHLY;BYDAY={_ORDINALS[word]}{WEEKDAYS[_weekday(rest)]}"
    if word == "other":
        return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={_days(rest)}"
    return f"FREQ=WEEKLY;BYDAY={_days(text)}"


def _days(text: str) -> str:
    """The weekdays of a list or a range, as RFC 5545 writes them."""
    if " to " in text:
        first, last = map(_weekday, text.split(" to ", 1))
        numbers = list(range(first, last + 1))
    else:
        numbers = [_weekday(name) for name in re.split(r",? and |,\s*|\s*/\s*", text)]
    if len(set(numbers)) != len(numbers):
        raise ValueError(text)
    return ",".join(WEEKDAYS[number] for number in sorted(numbers))


def _weekday(name: str) -> int:
    """The number of a weekday from 0, by its name, its plural or at least three letters of it."""
    name = name.strip().removesuffix(".")
    found = [n for n, whole in enumerate(_NAMES) if len(name) >= 3 and f"{whole}s".startswith(name)]
    if len(found) != 1:
        raise ValueError(name)
    return found[0]
