"""Writes what starts the desk by a double click."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.base.export.export_file import export_errors
from kiosk.base.paths import resources
from kiosk.i18n.translator import LANGUAGES, translator

NAME = "corner-kiosk-desk"
_RESERVED = re.compile(r"([\"`$\\])")
"""What needs a backslash in a quoted argument (Desktop Entry Specification 1.5, Exec)."""


def write_shortcuts(options: Sequence[str], language: str) -> list[Path]:
    """Write the shortcuts of this user and return their files; `options` are those of `kiosk desk`.

    On Linux an entry of the menu and one on the desktop, if that folder is there; on Windows a command file
    on the desktop, named in `language`. KioskErrors of `export_errors`.
    """
    if sys.platform == "win32":
        file = Path.home() / "Desktop" / f"{translator(language).text('desk.title')}.cmd"
        return [_write(file, windows_command(Path(sys.executable), options).encode("utf-8"))]
    entry = desktop_entry(Path(sys.executable), options).encode()
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    folders = [data / "applications", *filter(Path.is_dir, [desktop_folder()])]
    return [_write(folder / f"{NAME}.desktop", entry) for folder in folders]


def desktop_entry(python: Path, options: Sequence[str]) -> str:
    """The entry of the desk (freedesktop.org, Desktop Entry Specification 1.5)."""
    words = [str(python), *_ARGUMENTS, *options]
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.5",
        f"Exec={' '.join(map(_quote, words))}",
        f"Icon={_escape(str(resources() / 'desk' / 'icon.svg'))}",
        "Terminal=false",
        "Categories=Office;",
    ]
    for key, id in (("Name", "desk.title"), ("Comment", "desk.shortcut.about")):
        texts = {code: translator(code).text(id) for code in sorted(LANGUAGES)}  # type: ignore[arg-type]
        lines += [f"{key}={texts['en']}", *(f"{key}[{code}]={text}" for code, text in texts.items())]
    return "\n".join(lines) + "\n"


def windows_command(python: Path, options: Sequence[str]) -> str:
    """A command file that starts the desk without a window of its own."""
    words = [str(python.with_name("pythonw.exe")), *_ARGUMENTS, *options]
    return f'@chcp 65001 >nul\r\n@start "" {subprocess.list2cmdline(words).replace("%", "%%")}\r\n'


def desktop_folder() -> Path:
    """The user's desktop, which has a name in the user's language (freedesktop.org, xdg-user-dirs)."""
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    try:
        named = (config / "user-dirs.dirs").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        named = ""
    found = re.search(r'^XDG_DESKTOP_DIR="(?:(\$HOME)/)?(.*)"$', named, re.MULTILINE)
    if not found:
        return Path.home() / "Desktop"
    return Path.home() / found[2] if found[1] else Path(found[2])


_ARGUMENTS = ("-X", "utf8", "-P", "-m", "kiosk", "desk")


def _quote(word: str) -> str:
    escaped = _RESERVED.sub(r"\\\1", word)
    return _escape(f'"{escaped}"').replace("%", "%%")


def _escape(text: str) -> str:
    """A value of the file, in which a backslash stands for itself when it is doubled."""
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _write(file: Path, content: bytes) -> Path:
    with export_errors(file.parent):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        file.chmod(0o755)
    return file
