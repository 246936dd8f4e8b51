"""Reads hours as people write them: '18:00', '18.30', '7 pm', 'с 18-00 до 19-30', 'кешкі 7'."""

import re
from functools import lru_cache
from typing import NamedTuple

from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.words import tidy
from kiosk.dates.date_parts import NIGHT_ENDS

DAY = 24 * 60
"""Minutes of a day."""
_LAST_HOUR = 29
"""The last hour of a day as broadcasters count: what begins at 25:30 begins at 01:30 of the next day."""
_MORNING = r"a\.? ?m\b\.?|утра|ночи|таңғы|таңертеңгі"
_EVENING = r"p\.? ?m\b\.?|дня|вечера|кешкі|түстен кейінгі"
_NOISE = re.compile(
    r"\b(?:from|at|с|в|во|около|сағат|бастап|дейін|часов|часа|час|ч|hours|hrs|h|uhr)\b\.?|(?<=\d)-(?:[дтн][еа]н?|[гғкқ][еа])\b"
)
_TO = re.compile(r"\b(?:to|till|until|до|по)\b")
_CLOCK = (
    r"(?P<before{n}>{halves})?\s*(?P<hour{n}>\d{{1,2}})(?:\s?(?P<mark{n}>[:.])\s?(?P<minute{n}>[0-5]\d)(?::[0-5]\d)?)?"
    r"\s*(?P<after{n}>{halves})?"
)
_HOURS = re.compile(
    r"{}(?:\s*-\s*{}|\s+{})?".format(
        *(_CLOCK.format(n=n, halves=f"{_MORNING}|{_EVENING}") for n in ("", "_to", "_then"))
    ),
    re.ASCII,
)
_DASHED = re.compile(r"(\d{1,2})-([0-5]\d)(?: ?- ?(\d{1,2})-([0-5]\d))?", re.ASCII)
_NAMES = (("noon", "12:00"), ("midnight", "24:00"), ("полдень", "12:00"), ("полночь", "24:00"))


_CACHE_SIZE = 1 << 12
"""Texts whose hours are cached: the events of a programme share their hours."""


class Hours(NamedTuple):
    """Minutes since the day's midnight, beyond `DAY` on the next day; `ends` is None when it is not said."""

    begins: int
    ends: int | None = None


class _Clock(NamedTuple):
    hour: int
    minute: int
    half: str
    is_plain: bool


@lru_cache(_CACHE_SIZE)
def read_hours(text: str) -> Reading[Hours] | None:
    """The time of day, or the two, in `text`; None when it cannot be read so.

    An end up to 06:00 that is not after the begin is on the next day.
    """
    words = tidy(text).lower()
    for name, clock in _NAMES:
        words = words.replace(name, clock)
    words = _NOISE.sub(" ", _TO.sub("-", words)).strip(" ,-")
    found = _HOURS.fullmatch(_undash(" ".join(words.split())))
    if not found:
        return None
    first = _clock(found, "")
    last = next((_clock(found, end) for end in ("_to", "_then") if found[f"hour{end}"]), None)
    is_guessed = bool(last and last.half and not first.half)
    if last and is_guessed:
        first = _with_half_of(first, last)
    begins, ends = _minutes(first), _minutes(last) if last else None
    if begins is None or (last and ends is None):
        return None
    is_certain = first.is_plain and (last is None or last.is_plain) and not is_guessed
    return _in_order(begins, ends, is_certain)


def _undash(words: str) -> str:
    """Hours and minutes joined by hyphens, as in '18-00', with colons; '10-15' may as well be two hours."""
    found = _DASHED.fullmatch(words)
    if not found:
        return words
    hour, minute, last_hour, last_minute = found.groups()
    if last_hour:
        return f"{hour}:{minute} - {last_hour}:{last_minute}"
    return f"{hour}:{minute}" if minute == "00" or int(minute) > 24 else words


def _clock(found: re.Match[str], end: str) -> _Clock:
    half = found[f"before{end}"] or found[f"after{end}"] or ""
    morning = "am" if re.fullmatch(_MORNING, half) else "pm" if half else ""
    is_plain = bool(found[f"minute{end}"] or half)
    return _Clock(int(found[f"hour{end}"]), int(found[f"minute{end}"] or 0), morning, is_plain)


def _with_half_of(first: _Clock, last: _Clock) -> _Clock:
    """'2-4 pm' begins in the afternoon, '11-1 pm' in the morning."""
    if first.hour > 12:
        return first
    is_later = (first.hour % 12, first.minute) >= (last.hour % 12, last.minute)
    return first._replace(half="am" if is_later and last.half == "pm" else last.half)


def _minutes(clock: _Clock) -> int | None:
    hour = clock.hour
    if clock.half and not 1 <= hour <= 12:
        return None
    if clock.half:
        hour = hour % 12 + (12 if clock.half == "pm" else 0)
    return hour * 60 + clock.minute if hour <= _LAST_HOUR else None


def _in_order(begins: int, ends: int | None, is_certain: bool) -> Reading[Hours] | None:
    night = int(NIGHT_ENDS[:2]) * 60
    if ends is not None and ends <= begins:
        if ends == begins or ends > night or begins >= DAY:
            return None
        ends += DAY
    is_usual = begins < DAY and (ends is None or ends <= DAY + night)
    return Reading(Hours(begins, ends), is_certain and is_usual)
