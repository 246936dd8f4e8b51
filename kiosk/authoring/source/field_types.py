"""The kinds of values a source may hold, each with the rule it must keep."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import AfterValidator, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from kiosk.authoring.source import edtf_bounds
from kiosk.authoring.source.contrast import CONTRAST, contrast_with_white
from kiosk.base.links import MAX_URL_LENGTH, host_of, is_host
from kiosk.base.model import AUDIENCES, MediaKind, Reach, Status, VenueKind, When
from kiosk.base.settings import LANGUAGES
from kiosk.base.text import TEXT_LIMITS, check_text
from kiosk.base.time_zones import zone
from kiosk.dates.date_parts import YEARS

ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?", re.ASCII)


@dataclass(frozen=True)
class Context:
    """What values are judged by: the ids they may name, and the pack's zone and hosts (None: not known)."""

    icons: Collection[str]
    themes: Collection[str]
    venues: Collection[str]
    cities: Collection[str]
    zone: str
    hosts: Collection[str] | None


def wrong(code: str, value: object, **detail: object) -> PydanticCustomError:
    """The error of a broken rule; its sentences are 'authoring.<code>' and 'authoring.<code>.do'."""
    return PydanticCustomError(code, code, {"value": str(value), **detail})


def text(kind: str) -> AfterValidator:
    """A text of one of the kinds in kiosk.base.text; comes out trimmed and in Unicode's composed form."""

    def check(value: str) -> str:
        value = unicodedata.normalize("NFC", value.strip())
        if reason := check_text(value, kind):
            raise wrong(f"text_{reason}", value, most=TEXT_LIMITS[kind], length=len(value))
        return value

    return AfterValidator(check)


def _context(info: ValidationInfo) -> Context:
    assert isinstance(info.context, Context)
    return info.context


def _rule(code: str, holds: Callable[[str], object]) -> AfterValidator:
    def check(value: str) -> str:
        if not holds(value):
            raise wrong(code, value)
        return value

    return AfterValidator(check)


def _form(code: str, pattern: str) -> AfterValidator:
    return _rule(code, re.compile(pattern, re.ASCII).fullmatch)


def _one_of(choices: Collection[str], make: Callable[[str], str] = str) -> PlainValidator:
    def check(value: object) -> str:
        if value not in choices:
            raise wrong("choice", value, choices=", ".join(choices))
        return make(str(value))

    return PlainValidator(check)


def _known(code: str, known: Callable[[Context], Collection[str]]) -> AfterValidator:
    """One of the ids in the context; the error offers a few that are spelt alike."""

    def check(value: str, info: ValidationInfo) -> str:
        ids = known(_context(info))
        if value not in ids:
            alike = get_close_matches(value, ids, 5, 0.4) or sorted(ids)[:5]
            raise wrong(code, value, choices=", ".join(alike))
        return value

    return AfterValidator(check)


def _unique(values: list[Any]) -> list[Any]:
    for position, value in enumerate(values):
        if value in values[:position]:
            raise wrong("twice", value)
    return values


def _time(value: object, info: ValidationInfo) -> When:
    if not isinstance(value, str):
        raise wrong("when_quotes", value)
    try:
        return edtf_bounds.parse(value, _context(info).zone)
    except edtf_bounds.WhenError as error:
        raise wrong(f"when_{error.reason}", value, first=YEARS[0], last=YEARS[-1]) from None


def _link(value: str, info: ValidationInfo) -> str:
    host, hosts = host_of(value), _context(info).hosts
    if not host:
        raise wrong("link_form", value, most=MAX_URL_LENGTH)
    if hosts is not None and host not in hosts:
        raise wrong("link_host", value, host=host)
    return value


def _is_zone(name: str) -> bool:
    try:
        return bool(zone(name))
    except KeyError:
        return False


def _contrast(value: str) -> str:
    ratio = contrast_with_white(value)
    if ratio < CONTRAST:
        raise wrong("contrast", value, ratio=f"{ratio:.1f}", least=CONTRAST)
    return value.upper()


Slug = Annotated[str, _rule("slug", ID.fullmatch)]
Language = Annotated[str, _one_of(LANGUAGES)]
Spoken = Annotated[str, _form("language", r"[a-z]{2,3}")]
Zone = Annotated[str, _rule("zone", _is_zone)]
Host = Annotated[str, _rule("host", is_host)]
Corner = Annotated[str, _rule("corner", lambda value: value == "*" or ID.fullmatch(value))]
Hashtag = Annotated[str, text("hashtag"), _rule("hashtag", re.compile(r"#\w+").fullmatch)]
Phone = Annotated[str, _form("phone", r"\+[0-9][0-9 ()-]{5,28}")]
Email = Annotated[str, _form("email", r"[A-Za-z0-9._+-]{1,60}@(?:[A-Za-z0-9-]{1,20}\.){1,3}[A-Za-z]{2,10}")]
Link = Annotated[str, AfterValidator(_link)]
Icon = Annotated[str, _known("icon", lambda context: context.icons)]
ThemeId = Annotated[str, _known("theme_unknown", lambda context: context.themes)]
VenueId = Annotated[str, _known("venue_unknown", lambda context: context.venues)]
CityId = Annotated[str, _known("city_unknown", lambda context: context.cities)]
Colour = Annotated[str, _form("colour", r"#[0-9A-Fa-f]{6}"), AfterValidator(_contrast)]
Time = Annotated[When, PlainValidator(_time)]
Audience = Annotated[str, _one_of(AUDIENCES)]
File = Annotated[str, _form("media_name", r"media/[A-Za-z0-9][A-Za-z0-9._ -]{0,99}")]
StatusName = Annotated[Status, _one_of(list(Status), Status)]
ReachName = Annotated[Reach, _one_of(list(Reach), Reach)]
VenueKindName = Annotated[VenueKind, _one_of(list(VenueKind), VenueKind)]
MediaKindName = Annotated[MediaKind, _one_of(list(MediaKind), MediaKind)]
Unique = AfterValidator(_unique)
