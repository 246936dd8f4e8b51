"""The keys of the settings file, and how all its problems are reported at once."""

import sys
from pathlib import Path

import pytest

from kiosk.base import paths
from kiosk.base.settings import LoadedSettings, Settings, load, load_file
from kiosk.i18n.translator import LANGUAGES, translator

ALL_KEYS = """
library = "programme"
language = "ru"
languages = ["ru", "kk"]
corner = "american-corner-almaty"
corner_name = { ru = "Американский уголок", kk = "Американ бұрышы" }
staff_message = { en = "Call 101" }
idle_seconds = 90
countdown_seconds = 20
attract_seconds = 45
renderer = "software"
full_screen = false
sticks = ["/mnt/sticks"]
share = "/mnt/mission/packs"
share_install = "ask"
"""


def write_settings(folder: Path, text: str) -> Path:
    file = folder / "kiosk.toml"
    file.write_text(text, "utf-8")
    return file


def describe(loaded: LoadedSettings, language: str = "en") -> str:
    """What staff read about the faults."""
    fault = loaded.error("settings.faults")
    return translator(language).text(fault.code, **fault.detail) if fault else ""


def test_without_a_file_the_defaults_apply(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    assert load() == Settings()
    assert Settings().languages == LANGUAGES == ("kk", "ru", "en")
    assert (Settings().idle_seconds, Settings().countdown_seconds, Settings().attract_seconds) == (60, 15, 30)


def test_a_file_sets_all_its_keys(tmp_path: Path) -> None:
    assert load(write_settings(tmp_path, ALL_KEYS)) == Settings(
        library=tmp_path / "programme",
        language="ru",
        languages=("ru", "kk"),
        corner="american-corner-almaty",
        corner_name={"ru": "Американский уголок", "kk": "Американ бұрышы"},
        staff_message={"en": "Call 101"},
        idle_seconds=90,
        countdown_seconds=20,
        attract_seconds=45,
        renderer="software",
        full_screen=False,
        sticks=("/mnt/sticks",),
        share=Path("/mnt/mission/packs"),
        share_install="ask",
    )


def test_the_first_language_is_the_default(tmp_path: Path) -> None:
    settings = load(write_settings(tmp_path, 'languages = ["en", "kk"]'))
    assert (settings.language, settings.languages) == ("en", ("en", "kk"))


def test_an_absolute_path_is_kept(tmp_path: Path) -> None:
    assert load(write_settings(tmp_path, f"library = '{tmp_path / 'else'}'")).library == tmp_path / "else"
    assert load(write_settings(tmp_path, "library = '~/programme'")).library == Path.home() / "programme"


@pytest.mark.parametrize(
    "line",
    [
        "library = ''",
        "library = 3",
        "language = 'de'",
        "language = ['kk']",
        "languages = []",
        "languages = 'kk'",
        "languages = ['kk', 'kk']",
        "languages = ['kk', 'de']",
        "languages = [['kk']]",
        "corner = 'American Corner'",
        "corner_name = 'Almaty'",
        "corner_name = { de = 'Ecke' }",
        "corner_name = { kk = ' ' }",
        "staff_message = { en = 1 }",
        "idle_seconds = 9",
        "idle_seconds = 3601",
        "idle_seconds = true",
        "idle_seconds = '60'",
        "countdown_seconds = 15.5",
        "attract_seconds = -1",
        "renderer = 'gpu'",
        "renderer = ['auto']",
        "full_screen = 1",
        "sticks = '/media'",
        "sticks = ['media']",
        "share = 'packs'",
        "share = ''",
        "share = 3",
        "share_install = 'never'",
        "idle_second = 60",
        "library = '~nobody-of-that-name/x'",
        'library = "a\\u0000b"',
        f"library = '{'x' * 256}'",
        f"flyer_templates = '{'x/' * 600}'",
        'share = "/mnt/\\u0000"',
        'sticks = ["/\\u0000"]',
        'printer = "a\\nb"',
    ],
)
def test_an_invalid_value_costs_only_its_own_line(line: str, tmp_path: Path) -> None:
    file = write_settings(tmp_path, f"volume = 33\n{line}\nprints_per_day = 9\n")
    loaded = load_file(file)
    assert loaded.settings == Settings(volume=33, prints_per_day=9)
    assert [fault.line for fault in loaded.faults] == [2]
    assert f"Line 2: “{line.split()[0]}”" in describe(loaded)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_faults_are_reported_at_once(language: str, tmp_path: Path) -> None:
    file = write_settings(tmp_path, "renderer = 'gpu'\ncolour = 'red'\nidle_seconds = 5\n")
    said = describe(load_file(file), language)
    for part in (
        str(file),
        "renderer",
        '"auto" | "software" | "opengl"',
        "colour",
        "idle_seconds",
        "10–3600",
    ):
        assert part in said


def test_many_faults_are_counted(tmp_path: Path) -> None:
    loaded = load_file(write_settings(tmp_path, "colour = 1\n" * 900))
    assert len(loaded.faults) == 900
    assert "Line 5" in describe(loaded)
    assert "Line 6" not in describe(loaded)
    assert describe(loaded).endswith("895")


def test_a_hidden_language_cannot_be_the_default(tmp_path: Path) -> None:
    loaded = load_file(write_settings(tmp_path, 'language = "en"\nlanguages = ["kk", "ru"]'))
    assert 'Line 1: “language” is "en", which is not among “languages”' in describe(loaded)
    assert (loaded.settings.language, loaded.settings.languages) == ("kk", ("kk", "ru"))


@pytest.mark.parametrize(
    ("text", "is_certain"),
    [
        ("", True),
        ("idle_seconds = 5", True),
        ("idle_seconds = '5", True),
        ("libary = '/srv'", False),
        ("library = 5", False),
        ("library = '/srv", False),
        ("library = '/srv'\nlibrary = '/other'", False),
        ("library = '/srv'\ncolour = 'red'", True),
        ("library = '/srv'\nidle_seconds = 5", True),
        ("?", False),
    ],
)
def test_a_fault_that_may_be_about_the_library_makes_it_uncertain(
    text: str, is_certain: bool, tmp_path: Path
) -> None:
    file = write_settings(tmp_path, text)
    assert load_file(file).is_library_certain is is_certain
    assert load_file(file, tmp_path).is_library_certain
    assert load_file(file, tmp_path).settings.library == tmp_path


def test_the_users_file_has_precedence_over_the_machines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"relative:{tmp_path / 'machine'}")
    for owner, language in (("machine", "en"), ("user", "ru")):
        folder = tmp_path / owner / paths.APP_NAME
        folder.mkdir(parents=True)
        write_settings(folder, f"language = '{language}'")
        assert load().language == language


def test_folders_follow_the_xdg_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_DIRS", raising=False)
    assert paths.default_library() == Path.home() / ".local/share/corner-kiosk"
    assert paths.settings_files() == (
        Path.home() / ".config/corner-kiosk/kiosk.toml",
        Path("/etc/xdg/corner-kiosk/kiosk.toml"),
    )
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert paths.default_library() == Path.home() / ".local/share/corner-kiosk"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.default_library() == tmp_path / "corner-kiosk"


def test_windows_has_its_own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path / "all"))
    assert paths.default_library() == tmp_path / "local/corner-kiosk"
    assert paths.settings_files() == (
        tmp_path / "local/corner-kiosk/kiosk.toml",
        tmp_path / "all/corner-kiosk/kiosk.toml",
    )
