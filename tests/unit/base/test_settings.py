"""The keys of the settings file, and how all its problems are reported at once."""

import sys
from pathlib import Path

import pytest

from kiosk.base import paths
from kiosk.base.errors import KioskError
from kiosk.base.settings import Settings, load
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


def load_error(file: Path) -> KioskError:
    with pytest.raises(KioskError) as caught:
        load(file)
    return caught.value


def problem_keys(error: KioskError) -> list[object]:
    problems = error.detail["problems"]
    assert isinstance(problems, tuple)
    return [problem.detail.get("key") for problem in problems]


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
    ],
)
def test_an_invalid_value_is_reported_by_key(line: str, tmp_path: Path) -> None:
    error = load_error(write_settings(tmp_path, line))
    assert error.code == "settings.bad"
    assert problem_keys(error) == [line.split()[0]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_problems_are_reported_at_once(language: str, tmp_path: Path) -> None:
    file = write_settings(tmp_path, "renderer = 'gpu'\ncolour = 'red'\nidle_seconds = 5\n")
    error = load_error(file)
    assert problem_keys(error) == ["renderer", "colour", "idle_seconds"]
    said = translator(language).text(error.code, **error.detail)
    for part in (
        str(file),
        "renderer",
        '"auto" | "software" | "opengl"',
        "colour",
        "idle_seconds",
        "10–3600",
    ):
        assert part in said


def test_a_hidden_language_cannot_be_the_default(tmp_path: Path) -> None:
    error = load_error(write_settings(tmp_path, 'language = "en"\nlanguages = ["kk", "ru"]'))
    said = translator("en").text(error.code, **error.detail)
    assert "not among 'languages'" in said


def test_a_file_that_is_not_toml_is_reported(tmp_path: Path) -> None:
    file = write_settings(tmp_path, "language = kk")
    assert "line 1" in translator("en").text("settings.bad", **load_error(file).detail)
    file.write_bytes(b"language = '\xff'")
    assert load_error(file).code == "settings.bad"


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    error = load_error(tmp_path / "kiosk.toml")
    assert error.code == "settings.missing"
    assert str(tmp_path) in translator("en").text(error.code, **error.detail)


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
