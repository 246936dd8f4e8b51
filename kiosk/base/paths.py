"""Where things lie on this machine: the program's own files, the library, the settings."""

import os
import sys
from pathlib import Path

APP_NAME = "corner-kiosk"


def resources() -> Path:
    """The fonts, icons and words that come with the program, in a checkout or in an installed wheel."""
    package = Path(__file__).parents[1]
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def default_library() -> Path:
    """Where the library lies unless the settings name another place; it need not exist."""
    if sys.platform == "win32":
        return _local() / APP_NAME
    return _absolute("XDG_DATA_HOME", Path.home() / ".local/share") / APP_NAME


def settings_files() -> tuple[Path, ...]:
    """Where a kiosk.toml may lie, the one that counts first: the user's own, then the machine's."""
    if sys.platform == "win32":
        places = [_local(), _absolute("PROGRAMDATA", Path("C:/ProgramData"))]
    else:
        shared = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        places = [_absolute("XDG_CONFIG_HOME", Path.home() / ".config"), *map(Path, shared.split(":"))]
    return tuple(place / APP_NAME / "kiosk.toml" for place in places if place.is_absolute())


def _local() -> Path:
    return _absolute("LOCALAPPDATA", Path.home() / "AppData/Local")


def _absolute(variable: str, usual: Path) -> Path:
    """The folder a variable names; a relative one is ignored, as the XDG Base Directory rules ask."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else usual
