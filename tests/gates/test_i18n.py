"""Every sentence exists in every language, is used, and uses the letters of its language."""

import json
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

from kiosk.i18n.translator import LANGUAGES, plural_form
from tests.gates.sentence_calls import sentence_calls

FORMS = {code: {plural_form(code, n) for n in (0, 1, 2, 5, 21, 1.5)} for code in LANGUAGES}
PLURAL = re.compile(r"\.(zero|one|two|few|many|other)$")
WORD = re.compile(r"[^\W\d_]+")
LATIN, CYRILLIC = re.compile(r"[A-Za-z\u00c0-\u024f\u0259]"), re.compile(r"[\u0400-\u04ff]")
ASKED = re.compile(r"(?:\.text|\.plural|KioskError|qsTrId)\(\s*\"([a-z_]+\.[a-z0-9_.]+)\"")
QUOTED = re.compile(r"[\"'`]([a-z_]+[A-Za-z0-9_.]*)[\"'`]")
PROBLEM = re.compile(r"\.do$")


def sentences(checkout: Path, language: str) -> dict[str, str]:
    """All sentences of a language by full id, plural forms apart; a duplicate id is an error."""
    found: dict[str, str] = {}
    for file in sorted((checkout / "resources/i18n" / language).glob("*.json")):
        pairs = json.loads(file.read_text("utf-8"), object_pairs_hook=list)
        assert len(pairs) == len(dict(pairs)), f"{file}: a duplicate id"
        found |= {f"{file.stem}.{id}": said for id, said in pairs}
    return found


def placeholders(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def ids(checkout: Path, language: str) -> set[str]:
    """The ids that code may use: those of sentences, and those of plurals without their form."""
    return {PLURAL.sub("", id) for id in sentences(checkout, language)}


def code(checkout: Path) -> str:
    files = (file for kind in ("*.py", "*.qml") for file in sorted((checkout / "kiosk").rglob(kind)))
    return "\n".join(file.read_text("utf-8") for file in files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_ids(language: str, checkout: Path) -> None:
    assert ids(checkout, language) == ids(checkout, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_exactly_the_forms_of_its_language(language: str, checkout: Path) -> None:
    forms: dict[str, set[str]] = {}
    for id in sentences(checkout, language):
        if found := PLURAL.search(id):
            forms.setdefault(PLURAL.sub("", id), set()).add(found[1])
    assert {id: found for id, found in forms.items() if found != FORMS[language]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_has_the_same_placeholders(language: str, checkout: Path) -> None:
    english = {PLURAL.sub("", id): placeholders(said) for id, said in sentences(checkout, "en").items()}
    wrong = [
        id
        for id, said in sentences(checkout, language).items()
        if placeholders(said) != english.get(PLURAL.sub("", id))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_trimmed_text(language: str, checkout: Path) -> None:
    wrong = [
        id
        for id, said in sentences(checkout, language).items()
        if not isinstance(said, str) or not said.strip() or said != said.strip() or "  " in said
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_mixes_look_alike_letters(language: str, checkout: Path) -> None:
    wrong = [
        f"{id}: {word}"
        for id, said in sentences(checkout, language).items()
        for word in look_alikes(said, language)
    ]
    assert wrong == []


def look_alikes(sentence: str, language: str) -> list[str]:
    """Words of two scripts, and in Cyrillic text single Latin letters that look like Cyrillic ones."""
    bare = re.sub(r"\{\w*\}", " ", sentence)
    mixed = [word for word in WORD.findall(bare) if LATIN.search(word) and CYRILLIC.search(word)]
    return mixed if language == "en" else mixed + re.findall(r"(?<!\S)[aceikopxy](?!\S)", bare)


@pytest.mark.parametrize("said", ["Tелефон", "кaмера", "сoң", "өткiзілмейді", "c {n} до"])
def test_a_look_alike_letter_is_found(said: str) -> None:
    assert look_alikes(said, "ru")


def test_the_types_of_ids_are_up_to_date(checkout: Path) -> None:
    made = subprocess.run(
        [sys.executable, "packaging/sentence_ids.py"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout == (checkout / "kiosk/base/sentence_ids.pyi").read_text("utf-8"), "make sentences"


def test_every_id_in_the_code_exists(checkout: Path) -> None:
    missing = sorted(set(ASKED.findall(code(checkout))) - ids(checkout, "en"))
    assert not missing, "\n".join(missing)


def test_every_id_in_qml_is_written_whole(checkout: Path) -> None:
    """mypy sees no QML: what looks like an id there is one, and none is put together from pieces."""
    qml = "\n".join(file.read_text("utf-8") for file in sorted((checkout / "kiosk").rglob("*.qml")))
    domains = {id.partition(".")[0] for id in ids(checkout, "en")}
    quoted = set(re.findall(rf"[\"'`]((?:{'|'.join(domains)})\.[^\"'`]*)[\"'`]", qml))
    assert sorted(quoted - ids(checkout, "en")) == []
    assert re.findall(r"Translations\.\w+\([^)]*[`+][^)]*\)", qml) == []


def test_no_sentence_is_unused(checkout: Path) -> None:
    """Each id is quoted, or belongs to a problem of a source folder, whose code is quoted."""
    quoted = set(QUOTED.findall(code(checkout)))
    problems = {
        id for id in ids(checkout, "en") if PROBLEM.sub("", id) in {f"authoring.{one}" for one in quoted}
    }
    assert sorted(ids(checkout, "en") - quoted - problems) == []


def test_every_call_gives_the_values_that_its_sentence_needs(checkout: Path) -> None:
    """A value that is missing is a KeyError when somebody stands before the screen."""
    english = sentences(checkout, "en")
    needed: dict[str, set[str | None]] = {}
    for id, said in english.items():
        needed.setdefault(PLURAL.sub("", id), set()).update(placeholders(said))
    found = [
        call
        for file in sorted((checkout / "kiosk").rglob("*.py"))
        for call in sentence_calls(file, frozenset(needed))
    ]
    assert len(found) > 400
    missing = [
        f"{call.place}: {id} needs {sorted(map(str, needed[id] - call.values))}"
        for call in found
        for id in call.ids
        if not call.is_open and needed[id] - call.values
    ]
    assert missing == []
