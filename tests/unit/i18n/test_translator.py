"""Sentences by id, plurals by CLDR, and the nearest language of a text."""

import json
from pathlib import Path

import pytest

from kiosk.base import paths
from kiosk.base.errors import KioskError
from kiosk.i18n.translator import (
    LANGUAGES,
    Translator,
    pick_translation,
    plural_form,
    system_language,
    translator,
)

NUMBERS = (0, 1, 2, 5, 11, 12, 21, 22, 25, 101, 111, 1.5)


def test_placeholders_are_filled() -> None:
    text = translator("en").text("screens.event.source", host="kz.usembassy.gov")
    assert text == "Source: kz.usembassy.gov"
    assert translator("kk").text("screens.nav.home") == "Басты бет"


@pytest.mark.parametrize("id", ["screens.nowhere", "nowhere.at_all", "screens", "screens.count.events"])
def test_an_unknown_sentence_id_raises_key_error(id: str) -> None:
    with pytest.raises(KeyError):
        translator("en").text(id)


def test_a_missing_value_raises_key_error() -> None:
    with pytest.raises(KeyError, match="host"):
        translator("en").text("screens.event.source")


def test_values_are_not_parsed_for_placeholders() -> None:
    said = translator("en").text("screens.event.source", host="{date} {0} %s <b>")
    assert said == "Source: {date} {0} %s <b>"


def test_an_error_as_a_value_is_replaced_by_its_sentence() -> None:
    problems = (KioskError("settings.unknown", key="colour"), KioskError("settings.unknown", key="sound"))
    said = translator("en").text("settings.bad", file="kiosk.toml", problems=problems).splitlines()
    assert [line.split()[0] for line in said[1:3]] == ["“colour”", "“sound”"]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "other one other other other other other other other other other other"),
        ("kk", "other one other other other other other other other other other other"),
        ("ru", "many one few many many many one few many one many other"),
    ],
)
def test_plural_forms_are_those_of_cldr(language: str, forms: str) -> None:
    assert [plural_form(language, n) for n in NUMBERS] == forms.split()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1 event", "3 events", "18 events"]),
        ("kk", ["1 іс-шара", "3 іс-шара", "18 іс-шара"]),
        ("ru", ["1 мероприятие", "3 мероприятия", "18 мероприятий"]),
    ],
)
def test_a_number_selects_its_plural_form(language: str, said: list[str]) -> None:
    assert [translator(language).plural("screens.count.events", n) for n in (1, 3, 18)] == said


def test_files_are_read_on_first_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    spoken = Translator("en")
    (tmp_path / "i18n/en").mkdir(parents=True)
    file = tmp_path / "i18n/en/late.json"
    file.write_text(json.dumps({"come": "here"}), "utf-8")
    assert spoken.text("late.come") == "here"
    file.unlink()
    assert spoken.text("late.come") == "here"


def test_translators_are_shared_and_only_exist_for_three_languages() -> None:
    assert translator("ru") is translator("ru")
    with pytest.raises(KeyError):
        translator("de")


@pytest.mark.parametrize(
    ("held", "language", "found"),
    [
        ("kk ru en", "kk", "kk"),
        ("ru en", "kk", "ru"),
        ("en", "kk", "en"),
        ("kk en", "ru", "en"),
        ("kk", "ru", "kk"),
        ("kk ru", "en", "ru"),
    ],
)
def test_a_text_is_shown_in_the_nearest_language(held: str, language: str, found: str) -> None:
    assert pick_translation({code: f"in {code}" for code in held.split()}, language) == (f"in {found}", found)


def test_an_empty_text_raises_key_error() -> None:
    with pytest.raises(KeyError):
        pick_translation({}, "kk")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "kk_KZ.UTF-8"}, "kk"),
        ({"LANG": "kk_KZ.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LANGUAGE": "de:kk"}, "kk"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "kok_IN"}, "en"),
        ({"LC_ALL": "", "LANG": "ru"}, "ru"),
        ({}, "en"),
    ],
)
def test_the_system_language_is_read_from_the_environment(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


def test_resources_are_found_in_a_checkout_and_in_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "kiosk"
    package.mkdir()
    monkeypatch.setattr(paths, "__file__", str(package / "base" / "paths.py"))
    assert paths.resources() == tmp_path / "resources"
    (package / "_resources").mkdir()
    assert paths.resources() == package / "_resources"


def test_every_language_has_its_folder() -> None:
    found = {folder.name for folder in (paths.resources() / "i18n").iterdir()}
    assert found == set(LANGUAGES)
