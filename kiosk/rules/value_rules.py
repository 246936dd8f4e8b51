"""The rules for single values, and the columns of a pack's database that they are for."""

import re
from collections.abc import Mapping
from datetime import date

from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.model import ACCESS, AUDIENCES, LEVELS, MediaKind, Reach, Status, VenueKind
from kiosk.base.sentence_ids import ProblemCode
from kiosk.base.time_zones import zone
from kiosk.dates.date_parts import YEARS
from kiosk.dates.recurrence import parse_rule
from kiosk.rules.contrast import MIN_CONTRAST, contrast_with_white
from kiosk.rules.detail_rules import CURRENCIES
from kiosk.rules.rule import Column, ValueRule


def _is_zone(name: str) -> bool:
    try:
        return bool(zone(name))
    except KeyError:
        return False


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _is_series_day(written: str) -> bool:
    return _is_day(written) and int(written[:4]) in YEARS


def _is_recurrence(written: str) -> bool:
    try:
        parse_rule(written)
    except ValueError:
        return False
    return True


def _matches(code: ProblemCode, statement: str, pattern: str, flags: re.RegexFlag = re.ASCII) -> ValueRule:
    return ValueRule(code, statement, re.compile(pattern, flags).fullmatch)


def _one_of(what: str, allowed: tuple[str, ...]) -> ValueRule:
    names = ", ".join(f"`{value}`" for value in allowed)
    return ValueRule("choice", f"The {what} is one of {names}.", lambda value: value in allowed)


SLUG = _matches(
    "slug",
    "An id has 1 to 64 lower-case letters a to z, digits and hyphens, and no hyphen at either end.",
    r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?",
)
ZONE = ValueRule("zone", "A time zone has a name of the IANA database, such as `Asia/Almaty`.", _is_zone)
DAY = ValueRule("not_date", "The day of the last edit is an ISO date, `YYYY-MM-DD`.", _is_day)
HASHTAG = _matches("hashtag", "A hashtag is `#` and letters, digits or `_`.", r"#\w+", re.NOFLAG)
PHONE = _matches(
    "phone",
    "A telephone number is `+` and 6 to 29 digits, spaces, brackets and hyphens; a digit comes first.",
    r"\+[0-9][0-9 ()-]{5,28}",
)
EMAIL = _matches(
    "email",
    "An e-mail address is ASCII: up to 60 letters, digits and `._+-`, `@`, and two to four labels.",
    r"[A-Za-z0-9._+-]{1,60}@(?:[A-Za-z0-9-]{1,20}\.){1,3}[A-Za-z]{2,10}",
)
SPOKEN = _matches("language", "A spoken language is a code of two or three letters.", r"[a-z]{2,3}")
COLOUR = _matches("colour", "A colour is `#` and six hexadecimal digits.", r"#[0-9A-Fa-f]{6}")
CONTRAST = ValueRule(
    "contrast",
    f"White text on a theme's colour has a contrast of {MIN_CONTRAST} or more (WCAG 2.2, 1.4.3).",
    lambda value: contrast_with_white(value) >= MIN_CONTRAST,
)
LANGUAGE = _one_of("language of a text", LANGUAGES)
VENUE_KIND = _one_of("kind of a venue", tuple(VenueKind))
REACH = _one_of("reach of an event", tuple(Reach))
STATUS = _one_of("status of an occurrence", tuple(Status))
AUDIENCE = _one_of("audience", tuple(AUDIENCES))
MEDIA_KIND = _one_of("kind of a media file", tuple(MediaKind))
LEVEL = _one_of("level", LEVELS)
ACCESS_CODE = _one_of("access of a venue", ACCESS)
CURRENCY = ValueRule(
    "price_form",
    f"A currency is one of {', '.join(f'`{code}`' for code in CURRENCIES)} (ISO 4217).",
    lambda code: code in CURRENCIES,
)
RECURRENCE = ValueRule(
    "every_form",
    "The rule of a series is a RRULE of the profile in [ADR 20](adr/0020-time-and-series.md).",
    _is_recurrence,
)
SERIES_DAY = ValueRule(
    "not_date", "The days of a series are ISO dates, `YYYY-MM-DD`, of the years 1900 to 2100.", _is_series_day
)
CLOCK = _matches(
    "every_form",
    "The hours of a series are `HH:MM`; it may end at `24:00`.",
    r"(?:[01]\d|2[0-3]):[0-5]\d|24:00",
)
LEFT_OUT = ValueRule(
    "not_date",
    "The days that a series leaves out are ISO dates with a space between, 400 at most.",
    lambda written: len(written) <= 400 * 11 and all(map(_is_series_day, written.split(" "))),
)

COLUMNS: Mapping[ValueRule, tuple[Column, ...]] = {
    SLUG: (
        *(Column(table, "id") for table in ("campaign", "theme", "venue", "event")),
        *(Column(table, "icon") for table in ("theme", "event")),
    ),
    ZONE: (Column("campaign", "zone"), Column("occurrence", "zone")),
    DAY: (Column("campaign", "updated"),),
    HASHTAG: (Column("campaign", "hashtag", optional=True), Column("hashtag", "tag")),
    PHONE: (Column("contact", "phone", optional=True),),
    EMAIL: (Column("contact", "email", optional=True),),
    SPOKEN: (Column("spoken", "language"),),
    COLOUR: (Column("theme", "colour"),),
    CONTRAST: (Column("theme", "colour"),),
    LANGUAGE: (Column("language", "code"),),
    VENUE_KIND: (Column("venue", "kind"),),
    REACH: (Column("event", "reach"),),
    STATUS: (Column("occurrence", "status"),),
    AUDIENCE: (Column("audience", "code"),),
    MEDIA_KIND: (Column("media", "kind"),),
    LEVEL: (Column("level", "code"),),
    ACCESS_CODE: (Column("access", "code"),),
    CURRENCY: (Column("detail", "currency", optional=True),),
    RECURRENCE: (Column("series", "rule"),),
    SERIES_DAY: (Column("series", "first"), Column("series", "until")),
    CLOCK: (Column("series", "begins", optional=True), Column("series", "ends", optional=True)),
    LEFT_OUT: (Column("series", "left_out", optional=True),),
}
"""The columns that each rule is for; the rules are checked in this order."""
