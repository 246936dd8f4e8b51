"""The settings of a kiosk: those of the settings file, and the staff's choices over them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.base import paths
from kiosk.base.errors import KioskError
from kiosk.base.kiosk_toml.read_entries import SettingsEntries, SettingsFault, read_entries
from kiosk.base.kiosk_toml.rules import LANGUAGES, check_value
from kiosk.base.model import Text
from kiosk.base.safe_open import open_regular_file
from kiosk.base.sentence_ids import SentenceId

PREFERENCES = ("language", "idle_seconds", "share_install", "visitor_prints", "volume")
FACTS = ("opening_hours", "technician")
STAFF_CHOICES = PREFERENCES + FACTS
"""The settings that staff may change on the screen; their choice overrides the settings file.

FACTS about the Corner stay when staff go back to the usual settings.
"""
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
    Corner's own templates (docs/flyers.md). `opening_hours` is a week as in
    `kiosk.base.kiosk_toml.opening_hours`, `corner_hours` a text in its place, `technician` a
    telephone number.
    """

    library: Path = field(default_factory=paths.default_library)
    language: str = LANGUAGES[0]
    languages: tuple[str, ...] = LANGUAGES
    corner: str = ""
    corner_name: Text = field(default_factory=dict)
    corner_hours: Text = field(default_factory=dict)
    opening_hours: str = ""
    technician: str = ""
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


MAX_FAULTS_SHOWN = 5
"""The number of wrong lines that are described; the others are counted."""


class LoadedSettings(NamedTuple):
    """Settings, and the faults of their file; what has a fault has its usual value.

    `is_library_certain` tells that no fault can be about the line that names the library.
    """

    settings: Settings
    file: Path | None = None
    faults: tuple[SettingsFault, ...] = ()
    is_library_certain: bool = True

    def error(self, code: SentenceId) -> KioskError | None:
        """The error `code` with `file` and `problems`, one a line; None without a fault."""
        if not self.faults:
            return None
        problems = [
            KioskError("settings.line", line=fault.line, problem=fault.problem)
            if fault.line
            else fault.problem
            for fault in self.faults[:MAX_FAULTS_SHOWN]
        ]
        if others := len(self.faults) - len(problems):
            problems.append(KioskError("settings.others", n=others))
        return KioskError(code, file=self.file, problems=tuple(problems))


def load(file: Path | None = None, library: Path | None = None) -> Settings:
    """The settings in effect: those of `load_file`, overridden by the staff's choices in their library."""
    settings = load_file(file, library).settings
    return replace(settings, **read_staff_choices(settings))


def load_file(file: Path | None = None, library: Path | None = None) -> LoadedSettings:
    """The settings in `file`, or in the first settings file of this machine; the usual ones without a file.

    `library` overrides theirs, and is certain. Nothing in the file is an error, nor that it cannot be read.
    """
    path = find_settings_file(file)
    entries = read_entries(path) if path else SettingsEntries()
    chosen, faults = dict(entries.values), list(entries.faults)
    languages = chosen["languages"] = tuple(chosen.get("languages", LANGUAGES))
    if chosen.setdefault("language", languages[0]) not in languages:
        problem = KioskError("settings.hidden", language=chosen["language"])
        faults.append(SettingsFault(entries.lines["language"], "language", problem))
        chosen["language"] = languages[0]
    for key, convert in _CONVERSIONS.items():
        if path and key in chosen:
            chosen[key] = convert(chosen[key], path.absolute().parent)
    if library:
        chosen["library"] = library
    suspects = {"library"} if "library" in entries.values else {"library", ""}
    is_certain = library is not None or not any(fault.key in suspects for fault in faults)
    faults.sort(key=lambda fault: fault.line)
    return LoadedSettings(Settings(**chosen), path, tuple(faults), is_certain)


def find_settings_file(file: Path | None) -> Path | None:
    """The settings file to use: `file`, or the first one of this machine; None when there is none."""
    return file or next(filter(_is_there, paths.settings_files()), None)


def _is_there(place: Path) -> bool:
    """Whether there is anything at that path: what is no readable file is reported when it is read."""
    try:
        place.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        pass  # it cannot be told, so the kiosk says so
    return True


def _in_folder(path: str, folder: Path) -> Path:
    return folder / Path(path).expanduser()


_CONVERSIONS: Mapping[str, Callable[[Any, Path], object]] = {
    "sticks": lambda sticks, _: tuple(sticks),
    "share": lambda share, _: Path(share),
    "library": _in_folder,
    "flyer_templates": _in_folder,
}
"""Makes a value of a setting from its TOML value and the folder of the settings file."""


def read_staff_choices(settings: Settings) -> dict[str, Any]:
    """The staff's choices that are valid with `settings`; a damaged file counts as none."""
    try:
        with open_regular_file(settings.library / STAFF_CHOICES_FILE) as file:
            entries = json.loads(file.read(_MAX_BYTES) or b"")
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
    return check_value(key, value)
