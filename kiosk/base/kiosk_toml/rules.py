"""The rules of the settings: which keys there are, and which values each of them may have."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from kiosk.base.display_text import display_line, display_sentence
from kiosk.base.errors import KioskError
from kiosk.base.kiosk_toml.opening_hours import parse_week
from kiosk.base.kiosk_toml.telephone import is_telephone
from kiosk.base.model import Language

LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
"""The languages of the interface, in the order of the language switch."""

RENDERERS = ("auto", "software", "opengl")
InstallMode = Literal["automatic", "ask"]
INSTALL_MODES: tuple[InstallMode, ...] = ("automatic", "ask")
OnOff = Literal["off", "on"]
ON_OFF: tuple[OnOff, ...] = ("off", "on")

LOCALISED = ("corner_name", "corner_hours", "staff_message")
"""The settings whose value is a text in several languages."""
_MAX_SHOWN = 40
"""How many letters of an unknown name are shown."""
_MAX_PATH, _MAX_NAME = 1000, 255
"""The longest path in characters, and the longest name in it in bytes (NAME_MAX of Linux)."""

_Rule = tuple[Callable[[object], bool], object]
"""Whether a value fits, and what staff read is expected."""


def check_value(key: str, value: object) -> KioskError | None:
    """The error of a value that setting `key` cannot have, or of an unknown key; None when it is valid."""
    if key not in _RULES:
        return KioskError("settings.unknown", key=display_line(key, _MAX_SHOWN))
    fits, expected = _RULES[key]
    return None if fits(value) else KioskError("settings.value", key=key, expected=expected)


def known_languages(codes: Sequence[str]) -> tuple[Language, ...]:
    """Those of `codes` that are languages of the interface, in the order of `codes`."""
    return tuple(sorted((code for code in LANGUAGES if code in codes), key=codes.index))


def is_setting(key: str) -> bool:
    """Whether there is a setting of that name."""
    return key in _RULES


def _rule_one_of(*allowed: str) -> _Rule:
    return lambda value: value in allowed, " | ".join(f'"{one}"' for one in allowed)


def _rule_number(least: int, most: int) -> _Rule:
    return lambda value: type(value) is int and least <= value <= most, KioskError(
        "settings.number", least=least, most=most
    )


def _are_languages(value: object) -> bool:
    if not isinstance(value, list) or not all(code in LANGUAGES for code in value):
        return False
    return 0 < len(value) == len(set(value))


def _is_localised_text(value: object) -> bool:
    return isinstance(value, dict) and all(
        code in LANGUAGES and isinstance(said, str) and said.strip() and said == display_sentence(said)
        for code, said in value.items()
    )


def _is_slug(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[a-z0-9-]*", value))


def _is_path(value: object) -> bool:
    """Whether every system call takes it as a path, and '~' is the home folder of somebody who exists."""
    if not isinstance(value, str) or not 0 < len(value) <= _MAX_PATH or "\0" in value:
        return False
    try:
        return all(len(name.encode()) <= _MAX_NAME for name in Path(value).expanduser().parts)
    except RuntimeError:
        return False


def _is_absolute_path(value: object) -> bool:
    """Whether it is an absolute path on this system: '/…', on Windows 'D:\\…' or the name of a share."""
    return _is_path(value) and Path(str(value)).is_absolute()


def _are_absolute_paths(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_absolute_path, value))


def _is_printer(value: object) -> bool:
    """Whether it can be a printer's name in CUPS, which has at most 127 characters; '' is the default."""
    return isinstance(value, str) and len(value) <= 127 and (value.isprintable() or not value)


def _is_week(value: object) -> bool:
    try:
        return isinstance(value, str) and len(value) <= _MAX_NAME and parse_week(value) is not None
    except ValueError:
        return False


_TEXT: _Rule = (_is_localised_text, '{ kk = "…", ru = "…", en = "…" }')
_RULES: Mapping[str, _Rule] = {
    "library": (_is_path, '"/…"'),
    "language": _rule_one_of(*LANGUAGES),
    "languages": (_are_languages, '["kk", "ru", "en"]'),
    "corner": (_is_slug, '"american-corner-almaty"'),
    **dict.fromkeys(LOCALISED, _TEXT),
    "opening_hours": (_is_week, '"Mo-Fr 10:00-19:00; Sa 10:00-16:00"'),
    "technician": (is_telephone, '"+7 701 234 56 78"'),
    "flyer_templates": (_is_path, '"/…"'),
    "idle_seconds": _rule_number(10, 3600),
    "countdown_seconds": _rule_number(5, 60),
    "attract_seconds": _rule_number(5, 3600),
    "renderer": _rule_one_of(*RENDERERS),
    "volume": _rule_number(0, 100),
    "full_screen": (lambda value: isinstance(value, bool), "true | false"),
    "sticks": (_are_absolute_paths, '["/media", "/run/media"]'),
    "share": (_is_absolute_path, "\"/mnt/…\" | '\\\\server\\…' (Windows)"),
    "share_install": _rule_one_of(*INSTALL_MODES),
    "printer": (_is_printer, '"Office"'),
    "prints_per_day": _rule_number(1, 10_000),
    "visitor_prints": _rule_one_of(*ON_OFF),
    "visitor_prints_per_visit": _rule_number(1, 100),
    "visitor_prints_per_hour": _rule_number(1, 1000),
}
