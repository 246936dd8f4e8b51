"""The manifest of a pack: the signed `custom` fields of its database."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.base.model import Text
from kiosk.base.text import check_text
from kiosk.packs import json_fields
from kiosk.packs.json_fields import Fields
from kiosk.packs.publisher import parse_hosts

FORMAT = 1
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")
_YEAR_2000, _YEAR_2200 = 946_684_800, 7_258_118_400


@dataclass(frozen=True, slots=True)
class Manifest:
    """A pack's own description.

    `corners` are the ids of the reading rooms it is for ('*' is all of them), `updated` is the ISO date of
    the last edit, `events` and `themes` count events, `signed_at` and `fresh_until` are seconds of UTC since
    1970, `hosts` are those its links lead to, `min_app` is the lowest limits.APP_LEVEL that can show it.
    """

    pack: str
    title: Text
    updated: str
    languages: tuple[str, ...]
    events: int
    themes: Mapping[str, int]
    signed_at: int
    fresh_until: int
    hosts: tuple[str, ...] = ()
    corners: tuple[str, ...] = ("*",)
    min_app: int = 1

    def to_custom(self) -> dict[str, Any]:
        """The manifest as a `custom` object."""
        lists = {"languages": list(self.languages), "hosts": list(self.hosts), "corners": list(self.corners)}
        counts = {"events": self.events, "themes": dict(self.themes)}
        times = {"updated": self.updated, "signed_at": self.signed_at, "fresh_until": self.fresh_until}
        kind = {"format": FORMAT, "min_app": self.min_app}
        return {**kind, "pack": self.pack, "title": dict(self.title), **lists, **counts, **times}


def parse_manifest(custom: Fields) -> Manifest:
    """The manifest in a `custom` object.

    Raises KioskError 'packs.format' or 'packs.min_app' for a pack made for a newer program, and
    'packs.field' for a field that is missing or does not conform to docs/pack-format.md.
    """
    if json_fields.integer(custom, "format", 1) != FORMAT:
        raise KioskError("packs.format")
    if json_fields.integer(custom, "min_app", 1) > limits.APP_LEVEL:
        raise KioskError("packs.min_app")
    languages = json_fields.strings(custom, "languages", limits.LANGUAGES, 20)
    signed_at = json_fields.integer(custom, "signed_at", _YEAR_2000, _YEAR_2200)
    return Manifest(
        pack=_require_match(_ID, json_fields.string(custom, "pack", 64), "pack"),
        title=_title(custom, languages),
        updated=_day(custom, "updated"),
        languages=tuple(_require_match(_LANGUAGE, language, "languages") for language in languages),
        events=json_fields.integer(custom, "events", 0, limits.EVENTS),
        themes=_themes(custom),
        signed_at=signed_at,
        fresh_until=json_fields.integer(custom, "fresh_until", signed_at, signed_at + limits.EXPIRES_AFTER),
        hosts=parse_hosts(custom),
        corners=json_fields.strings(custom, "corners", limits.CORNERS, 64),
        min_app=json_fields.integer(custom, "min_app", 1),
    )


def _title(custom: Fields, languages: tuple[str, ...]) -> Text:
    title = json_fields.require_object(custom.get("title"), "title")
    if not title or not set(title) <= set(languages):
        raise json_fields.field_error("title")
    for text in title.values():
        if not isinstance(text, str) or check_text(text, "title"):
            raise json_fields.field_error("title")
    return dict(title)


def _themes(custom: Fields) -> Mapping[str, int]:
    themes = json_fields.require_object(custom.get("themes"), "themes")
    if len(themes) > limits.THEMES:
        raise json_fields.field_error("themes")
    return {
        _require_match(_ID, theme, "themes"): json_fields.integer(themes, theme, 0, limits.EVENTS)
        for theme in themes
    }


def _day(custom: Fields, name: str) -> str:
    text = json_fields.string(custom, name, 10)
    try:
        if date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    raise json_fields.field_error(name)


def _require_match(pattern: re.Pattern[str], value: str, name: str) -> str:
    if not pattern.fullmatch(value):
        raise json_fields.field_error(name)
    return value
