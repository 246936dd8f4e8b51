"""Staff choices override the settings file wherever settings are read, and can be deleted."""

import json
from pathlib import Path

import pytest

from kiosk.app import run
from kiosk.base.errors import KioskError
from kiosk.base.settings import STAFF_CHOICES_FILE, Settings, load, load_file
from kiosk.library import staff_choices


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The folder of a library, which does not exist yet."""
    return tmp_path / "library"


def write_settings(folder: Path, text: str) -> Path:
    """Write a settings file."""
    file = folder / "kiosk.toml"
    file.write_text(text, "utf-8")
    return file


def write_choices(library: Path, content: str | bytes) -> None:
    """Write the file of staff choices."""
    library.mkdir(exist_ok=True)
    data = content if isinstance(content, bytes) else content.encode()
    (library / STAFF_CHOICES_FILE).write_bytes(data)


def test_a_choice_overrides_the_settings_file(tmp_path: Path, library: Path) -> None:
    file = write_settings(tmp_path, f'library = "{library}"\nlanguage = "ru"\nidle_seconds = 90\n')
    staff_choices.save_choice(load_file(file).settings, "idle_seconds", 120)
    chosen = load(file)
    assert (chosen.language, chosen.idle_seconds, chosen.library) == ("ru", 120, library)
    staff_choices.save_choice(load_file(file).settings, "language", "en")
    assert (load(file).language, load(file).idle_seconds) == ("en", 120)
    staff_choices.delete_choices(load_file(file).settings)
    assert load(file) == load_file(file).settings
    staff_choices.delete_choices(load_file(file).settings)


def test_choices_apply_to_one_library(tmp_path: Path, library: Path) -> None:
    file = write_settings(tmp_path, f'library = "{tmp_path / "other"}"\n')
    staff_choices.save_choice(load_file(file, library).settings, "share_install", "ask")
    assert load(file, library).share_install == "ask"
    assert load(file).share_install == "automatic"


def test_the_screen_starts_with_the_choices_unless_the_command_line_overrides_them(library: Path) -> None:
    staff_choices.save_choice(load_file(None, library).settings, "language", "ru")
    assert run.open_session(library, None, None, None).language == "ru"
    assert run.open_session(library, None, None, "en").settings.language == "en"


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("language", "de", "settings.value"),
        ("language", "en", "settings.hidden"),
        ("idle_seconds", 9, "settings.value"),
        ("idle_seconds", "60", "settings.value"),
        ("share_install", "never", "settings.value"),
        ("library", "/", "choices.fixed"),
        ("idle", 60, "choices.fixed"),
    ],
)
def test_an_invalid_choice_is_refused_and_ignored_in_the_file(
    key: str, value: object, code: str, tmp_path: Path, library: Path
) -> None:
    file = write_settings(tmp_path, 'languages = ["kk", "ru"]')
    with pytest.raises(KioskError) as caught:
        staff_choices.save_choice(load_file(file, library).settings, key, value)
    assert caught.value.code == code
    assert not library.exists()
    write_choices(library, json.dumps({key: value, "share_install": "ask"} | {key: value}))
    found = load(file, library)
    assert (found.language, found.idle_seconds, found.library) == ("kk", 60, library)
    assert found.share_install == ("automatic" if key == "share_install" else "ask")


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", b"\xff\xfe\xfd", "[" * 4000, '{"idle_seconds": ' + "9" * 9999 + "}", "\0" * 100],
)
def test_a_damaged_file_counts_as_empty_and_the_next_choice_replaces_it(
    content: str | bytes, library: Path
) -> None:
    write_choices(library, content)
    assert load(None, library) == Settings(library=library)
    staff_choices.save_choice(load_file(None, library).settings, "idle_seconds", 30)
    assert load(None, library).idle_seconds == 30


def test_a_disk_error_is_reported(library: Path) -> None:
    library.write_text("a file stands where the library should be")
    with pytest.raises(KioskError) as caught:
        staff_choices.save_choice(Settings(library=library), "language", "ru")
    assert caught.value.code == "choices.disk"
    other = library.with_name("other")
    (other / STAFF_CHOICES_FILE).mkdir(parents=True)
    with pytest.raises(KioskError) as caught:
        staff_choices.delete_choices(Settings(library=other))
    assert caught.value.code == "choices.disk"


def test_a_choice_is_stored_where_there_is_no_folder_yet_and_people_can_read_the_file(library: Path) -> None:
    deeper = library / "not" / "yet"
    staff_choices.save_choice(load_file(None, deeper).settings, "idle_seconds", 120)
    assert (deeper / STAFF_CHOICES_FILE).read_bytes() == b'{\n  "idle_seconds": 120\n}'


def test_the_facts_stay_when_the_other_choices_are_deleted(library: Path) -> None:
    settings = load_file(None, library).settings
    for key, value in (("technician", "+7 727 250 1234"), ("idle_seconds", 120)):
        staff_choices.save_choice(settings, key, value)
    staff_choices.delete_choices(settings)
    content = (library / STAFF_CHOICES_FILE).read_bytes()
    assert content == b'{\n  "technician": "+7 727 250 1234"\n}'
    assert load(None, library) == Settings(library=library, technician="+7 727 250 1234")
