"""The types of the fields of a source, each with its validation rule."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import AfterValidator, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from kiosk.authoring.source.every import Every, parse_every
from kiosk.authoring.source.repair.name_character import find_unfit_character, name_character, quote_around
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.links import MAX_URL_LENGTH, host_of, is_host
from kiosk.base.model import (
    ACCESS,
    AUDIENCES,
    LEVELS,
    Access,
    Ages,
    Amount,
    Level,
    MediaKind,
    Reach,
    Status,
    VenueKind,
    When,
)
from kiosk.base.sentence_ids import ProblemCode
from kiosk.base.text import TEXT_LIMITS, TextFault, check_text
from kiosk.dates import bounds
from kiosk.dates.date_parts import YEARS
from kiosk.rules.contrast import MIN_CONTRAST, contrast_with_white
from kiosk.rules.detail_rules import CURRENCIES, MAX_AGE, MAX_PRICE
from kiosk.rules.rule import ValueRule
from kiosk.rules.value_rules import COLOUR, CONTRAST, EMAIL, HASHTAG, PHONE, SLUG, SPOKEN, ZONE

_MEDIA_FILE = re.compile(r"media/[A-Za-z0-9][A-Za-z0-9._ -]{0,99}", re.ASCII)


@dataclass(frozen=True)
class ValidationContext:
    """What validation needs: the ids that fields may name, and the pack's zone and hosts (None: unknown)."""

    icons: Collection[str]
    themes: Collection[str]
    venues: Collection[str]
    cities: Collection[str]
    zone: str
    hosts: Collection[str] | None


_PRICE = re.compile(r"(?P<least>\d{1,8})(?:\s*[-–]\s*(?P<most>\d{1,8}))?\s+(?P<currency>[A-Z]{3})", re.ASCII)
_AGES = re.compile(r"(?P<least>\d{1,3})(?:\+|\s*[-–]\s*(?P<most>\d{1,3}))", re.ASCII)

RULE = "rule"
"""Pydantic's type for the errors of the rules in this module; the problem is the 'code' of their context."""
_TEXT_FAULTS: dict[TextFault, ProblemCode] = {
    "blank": "text_blank",
    "long": "text_long",
    "lines": "text_lines",
    "control": "text_control",
    "invisible": "text_invisible",
    "marks": "text_marks",
}
_TIME_FAULTS: dict[bounds.TimeFault, ProblemCode] = {
    "form": "when_form",
    "date": "when_date",
    "year": "when_year",
    "order": "when_order",
    "gap": "when_gap",
}


def rule_error(code: ProblemCode, value: object, **detail: object) -> PydanticCustomError:
    """The error of a violated rule."""
    return PydanticCustomError(RULE, code, {"code": code, "detail": {"value": str(value), **detail}})


def rule_violation(context: Mapping[str, Any]) -> tuple[ProblemCode, dict[str, object]]:
    """The problem and the details of an error of `rule_error`, from the context that pydantic reports."""
    return context["code"], context["detail"]


def text_rule(kind: str) -> AfterValidator:
    """A validator for a kind of text of kiosk.base.text; it trims and normalises to NFC."""

    def check(value: str) -> str:
        value = unicodedata.normalize("NFC", value.strip())
        if fault := check_text(value, kind):
            raise rule_error(_TEXT_FAULTS[fault], value, **_fault_detail(fault, value, kind))
        return value

    return AfterValidator(check)


def _fault_detail(fault: TextFault, words: str, kind: str) -> dict[str, object]:
    """What the sentences of a fault say of it."""
    if fault == "long":
        return {"most": TEXT_LIMITS[kind], "length": len(words)}
    if fault in ("control", "invisible", "marks"):
        position = find_unfit_character(words)
        return {"character": name_character(words[position]), "around": quote_around(words, position)}
    return {}


def _context_of(info: ValidationInfo) -> ValidationContext:
    assert isinstance(info.context, ValidationContext)
    return info.context


def _follows(rule: ValueRule) -> AfterValidator:
    """A validator for a rule that the kiosk has too."""

    def check(value: str) -> str:
        if not rule.accepts(value):
            raise rule_error(rule.code, value)
        return value

    return AfterValidator(check)


def _rule(code: ProblemCode, is_valid: Callable[[str], object]) -> AfterValidator:
    """A validator for what only a source folder has."""
    return _follows(ValueRule(code, "", is_valid))


def _choice_rule(choices: Collection[str], make: Callable[[str], str] = str) -> PlainValidator:
    def check(value: object) -> str:
        if value not in choices:
            raise rule_error("choice", value, choices=", ".join(choices))
        return make(str(value))

    return PlainValidator(check)


def _known_id_rule(
    code: ProblemCode, known_ids: Callable[[ValidationContext], Collection[str]]
) -> AfterValidator:
    """A validator for an id of the context; the error suggests a few of similar spelling."""

    def check(value: str, info: ValidationInfo) -> str:
        ids = known_ids(_context_of(info))
        if value not in ids:
            similar = get_close_matches(value, ids, 5, 0.4) or sorted(ids)[:5]
            raise rule_error(code, value, choices=", ".join(similar))
        return value

    return AfterValidator(check)


def _check_unique(values: list[Any]) -> list[Any]:
    for position, value in enumerate(values):
        if value in values[:position]:
            raise rule_error("twice", value)
    return values


def _parse_time(value: object, info: ValidationInfo) -> When:
    if not isinstance(value, str):
        raise rule_error("when_quotes", value)
    try:
        return bounds.parse_when(value, _context_of(info).zone)
    except bounds.WhenError as error:
        raise rule_error(_TIME_FAULTS[error.reason], value, first=YEARS[0], last=YEARS[-1]) from None


def _parse_every(value: object) -> list[Every]:
    written = value if isinstance(value, list) else [value]
    found = []
    for text in written:
        try:
            found.append(parse_every(text if isinstance(text, str) else ""))
        except ValueError:
            raise rule_error("every_form", text) from None
    return found


def _parse_price(value: object) -> Amount:
    found = _PRICE.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise rule_error("price_form", value)
    least, most = int(found["least"]), int(found["most"] or found["least"])
    if not 0 < least <= most <= MAX_PRICE or found["currency"] not in CURRENCIES:
        raise rule_error("price_form", value)
    return Amount(least, most, found["currency"])


def _parse_ages(value: object) -> Ages:
    found = _AGES.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise rule_error("ages_form", value)
    least, most = int(found["least"]), int(found["most"]) if found["most"] else None
    if max(least, most or 0) > MAX_AGE or (most is not None and most < least):
        raise rule_error("ages_form", value)
    return Ages(least or None, most) if least or most else Ages(0, None)


def _check_link(value: str, info: ValidationInfo) -> str:
    host, hosts = host_of(value), _context_of(info).hosts
    if value.startswith("http://") and host_of(value.replace("http", "https", 1)):
        raise rule_error("link_http", value)
    if not host:
        raise rule_error("link_form", value, most=MAX_URL_LENGTH)
    if hosts is not None and host not in hosts:
        raise rule_error("link_host", value, host=host)
    return value


def _check_online(value: object, info: ValidationInfo) -> str | bool:
    if value is True or value is False:
        return value
    if not isinstance(value, str):
        raise rule_error("online_form", value)
    return _check_link(value, info)


def _check_contrast(value: str) -> str:
    if not CONTRAST.accepts(value):
        ratio = f"{contrast_with_white(value):.1f}"
        raise rule_error(CONTRAST.code, value, ratio=ratio, least=MIN_CONTRAST)
    return value.upper()


Slug = Annotated[str, _follows(SLUG)]
Language = Annotated[str, _choice_rule(LANGUAGES)]
Spoken = Annotated[str, _follows(SPOKEN)]
Zone = Annotated[str, _follows(ZONE)]
Host = Annotated[str, _rule("host", is_host)]
Corner = Annotated[str, _rule("corner", lambda value: value == "*" or SLUG.accepts(value))]
Hashtag = Annotated[str, text_rule("hashtag"), _follows(HASHTAG)]
Phone = Annotated[str, _follows(PHONE)]
Email = Annotated[str, _follows(EMAIL)]
Link = Annotated[str, AfterValidator(_check_link)]
OnlineLink = Annotated[str | bool, PlainValidator(_check_online)]
Icon = Annotated[str, _known_id_rule("icon", lambda context: context.icons)]
ThemeId = Annotated[str, _known_id_rule("theme_unknown", lambda context: context.themes)]
VenueId = Annotated[str, _known_id_rule("venue_unknown", lambda context: context.venues)]
CityId = Annotated[str, _known_id_rule("city_unknown", lambda context: context.cities)]
Colour = Annotated[str, _follows(COLOUR), AfterValidator(_check_contrast)]
Time = Annotated[When, PlainValidator(_parse_time)]
Audience = Annotated[str, _choice_rule(AUDIENCES)]
Repeats = Annotated[list[Every], PlainValidator(_parse_every)]
PriceRange = Annotated[Amount, PlainValidator(_parse_price)]
AgeRange = Annotated[Ages, PlainValidator(_parse_ages)]
LevelCode = Annotated[Level, _choice_rule(LEVELS)]
AccessCode = Annotated[Access, _choice_rule(ACCESS)]
File = Annotated[str, _rule("media_name", _MEDIA_FILE.fullmatch)]
StatusName = Annotated[Status, _choice_rule(list(Status), Status)]
ReachName = Annotated[Reach, _choice_rule(list(Reach), Reach)]
VenueKindName = Annotated[VenueKind, _choice_rule(list(VenueKind), VenueKind)]
MediaKindName = Annotated[MediaKind, _choice_rule(list(MediaKind), MediaKind)]
Unique = AfterValidator(_check_unique)
