"""Reads the settings of a kiosk: the settings file, validated as a whole, and the staff's choices over it."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kiosk.base import paths
from kiosk.base.errors import KioskError
from kiosk.base.model import Text

LANGUAGES = ("kk", "ru", "en")
"""The languages of the interface, in the order of the language switch."""

RENDERERS = ("auto", "software", "opengl")
INSTALL_MODES = ("automatic", "ask")
ON_OFF = ("off", "on")

STAFF_CHOICES = ("language", "idle_seconds", "share_install", "visitor_prints", "volume")
"""The settings that staff may change on the screen; their choice overrides the settings file."""
STAFF_CHOICES_FILE = "choices.json"
"""The file in the library with the staff's choices (kiosk/library/staff_choices.py writes it)."""
_MAX_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings and their defaults; texts are {} and `corner` (a venue's id) is '' when not set.

    After `idle_seconds` without a touch the kiosk asks whether the visitor is still there, counts down
    `countdown_seconds`, goes home, and starts the attract loop `attract_seconds` later. Sticks are mounted
    below the folders `sticks`; `share` is the folder into which the mission puts packs, and `share_install`
    whether a newer one is installed from there automatically ("automatic") or by staff ("ask"). `volume` is
    the initial volume of videos, in hundredths. `printer` is its name in the system ('' for the default
    printer), the `prints` settings limit how many pages are printed. `flyer_templates` is a folder with the
    Corner's own templates (docs/flyers.md).
    """

    library: Path = field(default_factory=paths.default_library)
    language: str = LANGUAGES[0]
    languages: tuple[str, ...] = LANGUAGES
    corner: str = ""
    corner_name: Text = field(default_factory=dict)
    corner_hours: Text = field(default_factory=dict)
    flyer_templates: Path | None = None
    staff_message: Text = field(default_factory=dict)
    idle_seconds: float = 60
    countdown_seconds: int = 15
    attract_seconds: float = 30
    renderer: str = "auto"
    volume: int = 40
    full_screen: bool = True
    sticks: tuple[str, ...] = ("/media", "/run/media")
    share: Path | None = None
    share_install: str = "automatic"
    printer: str = ""
    prints_per_day: int = 200
    visitor_prints: str = "off"
    visitor_prints_per_visit: int = 1
    visitor_prints_per_hour: int = 10


def load(file: Path | None = None, library: Path | None = None) -> Settings:
    """The settings in effect: those of `load_file`, overridden by the staff's choices in their library."""
    settings = load_file(file, library)
    return replace(settings, **read_staff_choices(settings))


def load_file(file: Path | None = None, library: Path | None = None) -> Settings:
    """The settings in `file`, or in the first settings file of this machine, or the defaults.

    `library` overrides theirs. Raises KioskError 'settings.missing' when `file` does not exist, and
    'settings.bad' with every problem.
    """
    path = find_settings_file(file)
    settings = _parse_file(path) if path else Settings()
    return replace(settings, library=library) if library else settings


def find_settings_file(file: Path | None) -> Path | None:
    """The settings file to use: `file`, or the first one of this machine; None when there is none."""
    return file or next((place for place in paths.settings_files() if place.is_file()), None)


def read_staff_choices(settings: Settings) -> dict[str, Any]:
    """The staff's choices that are valid with `settings`; a damaged file counts as none."""
    try:
        with (settings.library / STAFF_CHOICES_FILE).open("rb") as file:
            entries = json.loads(file.read(_MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(entries, dict):
        return {}
    return {key: value for key, value in entries.items() if check_staff_choice(settings, key, value) is None}


def check_staff_choice(settings: Settings, key: str, value: object) -> KioskError | None:
    """The error of a staff choice where the settings file gives `settings`; None when it is valid."""
    if key not in STAFF_CHOICES:
        return KioskError("choices.fixed", key=key, keys=", ".join(STAFF_CHOICES))
    if key == "language" and value in LANGUAGES and value not in settings.languages:
        return KioskError("settings.hidden", language=value)
    return _check_value(key, value)


def _parse_file(file: Path) -> Settings:
    entries = _read_toml(file)
    problems = [_check_value(key, value) for key, value in entries.items()]
    languages = entries.get("languages", list(LANGUAGES))
    if not any(problems) and entries.get("language", languages[0]) not in languages:
        problems.append(KioskError("settings.hidden", language=entries["language"]))
    if errors := tuple(filter(None, problems)):
        raise KioskError("settings.bad", file=file, problems=errors)
    chosen: dict[str, Any] = {"language": languages[0]} | entries | {"languages": tuple(languages)}
    if "sticks" in entries:
        chosen["sticks"] = tuple(entries["sticks"])
    if "share" in entries:
        chosen["share"] = Path(entries["share"])
    if "library" in entries:
        chosen["library"] = file.absolute().parent / Path(entries["library"]).expanduser()
    if "flyer_templates" in entries:
        chosen["flyer_templates"] = file.absolute().parent / Path(entries["flyer_templates"]).expanduser()
    return Settings(**chosen)


def _read_toml(file: Path) -> dict[str, Any]:
    import tomllib  # most kiosks have no settings file: start-up need not pay for its parser

    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as problem:
        raise KioskError("settings.missing", file=file, reason=problem.strerror) from problem
    except ValueError as problem:
        unreadable = KioskError("settings.unreadable", reason=problem)
        raise KioskError("settings.bad", file=file, problems=(unreadable,)) from problem


def _check_value(key: str, value: object) -> KioskError | None:
    if key not in _RULES:
        return KioskError("settings.unknown", key=key)
    fits, expected = _RULES[key]
    return None if fits(value) else KioskError("settings.value", key=key, expected=expected)


def _rule_one_of(*allowed: str) -> tuple[Callable[[object], bool], object]:
    return lambda value: value in allowed, " | ".join(f'"{one}"' for one in allowed)


def _rule_number(least: int, most: int) -> tuple[Callable[[object], bool], object]:
    return lambda value: type(value) is int and least <= value <= most, f"{least}–{most}"


def _are_languages(value: object) -> bool:
    if not isinstance(value, list) or not all(code in LANGUAGES for code in value):
        return False
    return 0 < len(value) == len(set(value))


def _is_localised_text(value: object) -> bool:
    return isinstance(value, dict) and all(
        code in LANGUAGES and isinstance(said, str) and said.strip() for code, said in value.items()
    )


def _is_slug(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[a-z0-9-]*", value))


def _is_absolute_path(value: object) -> bool:
    """Whether it is an absolute path on this system: '/…', on Windows 'D:\\…' or the name of a share."""
    return isinstance(value, str) and Path(value).is_absolute()


def _are_absolute_paths(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_absolute_path, value))


_TEXT = (_is_localised_text, '{ kk = "…", ru = "…", en = "…" }')
_RULES: Mapping[str, tuple[Callable[[object], bool], object]] = {
    "library": (lambda value: isinstance(value, str) and value != "", '"/…"'),
    "language": _rule_one_of(*LANGUAGES),
    "languages": (_are_languages, '["kk", "ru", "en"]'),
    "corner": (_is_slug, '"american-corner-almaty"'),
    "corner_name": _TEXT,
    "corner_hours": _TEXT,
    "flyer_templates": (lambda value: isinstance(value, str) and value != "", '"/…"'),
    "staff_message": _TEXT,
    "idle_seconds": _rule_number(10, 3600),
    "countdown_seconds": _rule_number(5, 60),
    "attract_seconds": _rule_number(5, 3600),
    "renderer": _rule_one_of(*RENDERERS),
    "volume": _rule_number(0, 100),
    "full_screen": (lambda value: isinstance(value, bool), "true | false"),
    "sticks": (_are_absolute_paths, '["/media", "/run/media"]'),
    "share": (_is_absolute_path, "\"/mnt/…\" | '\\\\server\\…' (Windows)"),
    "share_install": _rule_one_of(*INSTALL_MODES),
    "printer": (lambda value: isinstance(value, str), '"Office"'),
    "prints_per_day": _rule_number(1, 10_000),
    "visitor_prints": _rule_one_of(*ON_OFF),
    "visitor_prints_per_visit": _rule_number(1, 100),
    "visitor_prints_per_hour": _rule_number(1, 1000),
}
