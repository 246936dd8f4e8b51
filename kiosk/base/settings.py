"""What a Corner has chosen for its kiosk: the settings file, checked whole, and what staff chose since."""

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
"""The languages the kiosk speaks, in the order its switch shows them."""

RENDERERS = ("auto", "software", "opengl")
INSTALLING = ("automatic", "ask")
SWITCH = ("off", "on")

CHOICES = ("language", "idle_seconds", "share_install", "visitor_prints", "volume")
"""What staff may choose at the screen; such a choice wins over the settings file."""
CHOICES_FILE = "choices.json"
"""The file in the library that keeps the choices (kiosk/library/staff_choices.py writes it)."""
_MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices and their usual values; texts are {} and `corner` (a venue's id) is '' when not chosen.

    After `idle_seconds` without a touch the kiosk asks whether the visitor is still there, counts down
    `countdown_seconds`, goes home, and turns to the attract loop `attract_seconds` later. Sticks are mounted
    below the folders `sticks`; `share` is the folder the mission drops packs into, and
    `share_install` whether a newer one is installed from there by itself ("automatic") or by staff ("ask").
    Videos begin with `volume`, in hundredths.
    `printer` is its name in the system ('' for the usual one), the others cap how many pages are printed.
    `flyer_templates` is a folder with templates of the Corner's own (docs/flyers.md).
    """

    library: Path = field(default_factory=paths.library)
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
    """What counts: the `usual` settings, and over them what staff have chosen in the library they name."""
    settings = usual(file, library)
    return replace(settings, **choices(settings))


def usual(file: Path | None = None, library: Path | None = None) -> Settings:
    """The settings in `file`, or in the first settings file of this machine, or the usual values.

    `library` takes the place of the one they name. Raises KioskError 'settings.missing' when `file` is not
    there, and 'settings.bad' with every problem.
    """
    there = found(file)
    settings = _checked(there) if there else Settings()
    return replace(settings, library=library) if library else settings


def found(file: Path | None) -> Path | None:
    """The settings file that counts: `file`, or the first one of this machine; None when there is none."""
    return file or next((place for place in paths.settings_files() if place.is_file()), None)


def choices(settings: Settings) -> dict[str, Any]:
    """What staff have chosen, as far as it can be used with `settings`; a damaged file counts as none."""
    try:
        with (settings.library / CHOICES_FILE).open("rb") as file:
            entries = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(entries, dict):
        return {}
    return {key: value for key, value in entries.items() if refusal(settings, key, value) is None}


def refusal(settings: Settings, key: str, value: object) -> KioskError | None:
    """Why staff cannot choose that where `settings` are the usual ones; None when they can."""
    if key not in CHOICES:
        return KioskError("choices.fixed", key=key, keys=", ".join(CHOICES))
    if key == "language" and value in LANGUAGES and value not in settings.languages:
        return KioskError("settings.hidden", language=value)
    return _check(key, value)


def _checked(file: Path) -> Settings:
    entries = _read(file)
    problems = [_check(key, value) for key, value in entries.items()]
    shown = entries.get("languages", list(LANGUAGES))
    if not any(problems) and entries.get("language", shown[0]) not in shown:
        problems.append(KioskError("settings.hidden", language=entries["language"]))
    if wrong := tuple(filter(None, problems)):
        raise KioskError("settings.bad", file=file, problems=wrong)
    chosen: dict[str, Any] = {"language": shown[0]} | entries | {"languages": tuple(shown)}
    if "sticks" in entries:
        chosen["sticks"] = tuple(entries["sticks"])
    if "share" in entries:
        chosen["share"] = Path(entries["share"])
    if "library" in entries:
        chosen["library"] = file.absolute().parent / Path(entries["library"]).expanduser()
    if "flyer_templates" in entries:
        chosen["flyer_templates"] = file.absolute().parent / Path(entries["flyer_templates"]).expanduser()
    return Settings(**chosen)


def _read(file: Path) -> dict[str, Any]:
    import tomllib  # most kiosks have no settings file: start-up need not pay for its parser

    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as problem:
        raise KioskError("settings.missing", file=file, reason=problem.strerror) from problem
    except ValueError as problem:
        unreadable = KioskError("settings.unreadable", reason=problem)
        raise KioskError("settings.bad", file=file, problems=(unreadable,)) from problem


def _check(key: str, value: object) -> KioskError | None:
    if key not in _RULES:
        return KioskError("settings.unknown", key=key)
    fits, expected = _RULES[key]
    return None if fits(value) else KioskError("settings.value", key=key, expected=expected)


def _one_of(*allowed: str) -> tuple[Callable[[object], bool], object]:
    return lambda value: value in allowed, " | ".join(f'"{one}"' for one in allowed)


def _number(least: int, most: int) -> tuple[Callable[[object], bool], object]:
    return lambda value: type(value) is int and least <= value <= most, f"{least}–{most}"


def _some_languages(value: object) -> bool:
    if not isinstance(value, list) or not all(code in LANGUAGES for code in value):
        return False
    return 0 < len(value) == len(set(value))


def _words(value: object) -> bool:
    return isinstance(value, dict) and all(
        code in LANGUAGES and isinstance(said, str) and said.strip() for code, said in value.items()
    )


def _slug(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[a-z0-9-]*", value))


def _folder(value: object) -> bool:
    """Whether it is a whole path on this system: '/…', on Windows 'D:\\…' or the name of a share."""
    return isinstance(value, str) and Path(value).is_absolute()


def _folders(value: object) -> bool:
    return isinstance(value, list) and all(map(_folder, value))


_TEXT = (_words, '{ kk = "…", ru = "…", en = "…" }')
_RULES: Mapping[str, tuple[Callable[[object], bool], object]] = {
    "library": (lambda value: isinstance(value, str) and value != "", '"/…"'),
    "language": _one_of(*LANGUAGES),
    "languages": (_some_languages, '["kk", "ru", "en"]'),
    "corner": (_slug, '"american-corner-almaty"'),
    "corner_name": _TEXT,
    "corner_hours": _TEXT,
    "flyer_templates": (lambda value: isinstance(value, str) and value != "", '"/…"'),
    "staff_message": _TEXT,
    "idle_seconds": _number(10, 3600),
    "countdown_seconds": _number(5, 60),
    "attract_seconds": _number(5, 3600),
    "renderer": _one_of(*RENDERERS),
    "volume": _number(0, 100),
    "full_screen": (lambda value: isinstance(value, bool), "true | false"),
    "sticks": (_folders, '["/media", "/run/media"]'),
    "share": (_folder, "\"/mnt/…\" | '\\\\server\\…' (Windows)"),
    "share_install": _one_of(*INSTALLING),
    "printer": (lambda value: isinstance(value, str), '"Office"'),
    "prints_per_day": _number(1, 10_000),
    "visitor_prints": _one_of(*SWITCH),
    "visitor_prints_per_visit": _number(1, 100),
    "visitor_prints_per_hour": _number(1, 1000),
}
