"""The paths on this machine: the program's resources, the default library, the settings files."""

import os
import sys
from pathlib import Path

APP_NAME = "corner-kiosk"


def resources() -> Path:
    """The folder of fonts, icons and sentences, in a checkout or in an installed wheel."""
    package = Path(__file__).parents[1]
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def default_library() -> Path:
    """The library folder used unless the settings name another; it need not exist."""
    if sys.platform == "win32":
        return _local_app_data() / APP_NAME
    return _absolute_or("XDG_DATA_HOME", Path.home() / ".local/share") / APP_NAME


def settings_files() -> tuple[Path, ...]:
    """The possible paths of kiosk.toml by precedence: the user's own, then the machine's."""
    if sys.platform == "win32":
        places = [_local_app_data(), _absolute_or("PROGRAMDATA", Path("C:/ProgramData"))]
    else:
        shared = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        places = [_absolute_or("XDG_CONFIG_HOME", Path.home() / ".config"), *map(Path, shared.split(":"))]
    return tuple(place / APP_NAME / "kiosk.toml" for place in places if place.is_absolute())


def _local_app_data() -> Path:
    return _absolute_or("LOCALAPPDATA", Path.home() / "AppData/Local")


def _absolute_or(variable: str, default: Path) -> Path:
    """The folder in an environment variable; a relative one is ignored (XDG Base Directory Specification)."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else default
