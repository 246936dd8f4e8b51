"""Shortcuts start the desk with what they were written for."""

import os
import re
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.base.paths import resources
from kiosk.desk.shortcut import desktop_entry, desktop_folder, windows_command, write_shortcuts

ODD = 'a b%c$d\\e`f"g'


def read(text: str) -> dict[str, str]:
    parser = RawConfigParser(delimiters="=", interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign, assignment]
    parser.read_string(text)
    return dict(parser["Desktop Entry"])


def words(entry: dict[str, str]) -> list[str]:
    """The words of the command as a desktop reads them: the value, then its quotes, then its signs."""
    quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', entry["Exec"].replace("\\\\", "\\"))
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in quoted]


def test_the_entry_starts_the_desk(tmp_path: Path) -> None:
    entry = read(desktop_entry(Path(sys.executable), []))
    help_text = subprocess.run(
        [*words(entry), "--help"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert "shortcut" in help_text
    assert Path(entry["Icon"]).is_file() and Path(entry["Icon"]).is_relative_to(resources())
    assert (entry["Name"], entry["Name[kk]"], entry["Name[ru]"]) == ("Programme desk", "Редакция", "Редакция")


@pytest.mark.parametrize("odd", ["/srv/plain", f"/srv/{ODD}"])
def test_any_path_reaches_the_desk(odd: str) -> None:
    assert words(read(desktop_entry(Path("/usr/bin/python3"), ["--library", odd])))[-2:] == ["--library", odd]


def test_it_stands_in_the_menu_and_on_the_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert desktop_folder() == tmp_path / "Desktop"
    assert write_shortcuts([], "ru") == [tmp_path / "data/applications/corner-kiosk-desk.desktop"]
    (tmp_path / "config").mkdir()
    named = 'XDG_DESKTOP_DIR="$HOME/Рабочий стол"\n'
    (tmp_path / "config/user-dirs.dirs").write_text(named, "utf-8")
    (tmp_path / "Рабочий стол").mkdir()
    files = write_shortcuts([], "ru")
    assert files[1] == tmp_path / "Рабочий стол/corner-kiosk-desk.desktop"
    assert all(os.access(file, os.X_OK) for file in files)
    (tmp_path / "config/user-dirs.dirs").write_text(f'XDG_DESKTOP_DIR="{tmp_path}"\n', "utf-8")
    assert desktop_folder() == tmp_path


def test_a_folder_that_is_a_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "data").write_text("", "utf-8")
    with pytest.raises(KioskError):
        write_shortcuts([], "en")


def test_the_command_file_of_windows_opens_no_window_of_its_own() -> None:
    command = windows_command(Path("/python/python.exe"), ["--library", "/a b/100%"])
    assert '"" ' in command and "pythonw.exe" in command and '"/a b/100%%"' in command
