"""What a check calls sound can be built, and following its advice leads to a sound source."""

import json
import re
import shutil
import tomllib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.authoring.building.build_pack import build_pack, check_source
from kiosk.authoring.keys.key_folder import create_key_folder
from kiosk.authoring.source.problems import Problem, SourceProblems
from kiosk.authoring.source.repair.name_character import find_unfit_character
from kiosk.base.text import TEXT_LIMITS
from kiosk.i18n.translator import LANGUAGES
from kiosk.packs.publisher import Publisher
from tests.source_builder import TALK_TOML, write_source

SIGNED_AT = 1459500000
TALK = "events/talk.toml"


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys") / "keys"
    publisher = Publisher("local", "Local", ("kz.usembassy.gov",))
    create_key_folder(folder, publisher, datetime.fromtimestamp(SIGNED_AT, UTC))
    return folder


def to_toml(value: object) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {to_toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(to_toml, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def write_talk(folder: Path, talk: Mapping[str, Any]) -> Path:
    """A source whose talk has these values."""
    shutil.rmtree(folder, ignore_errors=True)
    return write_source(folder, {TALK: "".join(f"{key} = {to_toml(value)}\n" for key, value in talk.items())})


PASTED = st.text(
    st.one_of(
        st.sampled_from("aбқ \t\n\u00ad\u00a0\u200b\u202e\ue000\u0301\ufe0f\u2028\r\x00❤"),
        st.characters(codec="utf-8"),
    ),
    max_size=12,
)
TEXTS = st.dictionaries(st.sampled_from(LANGUAGES), PASTED, max_size=3)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("title", "summary", "body", "audience_note"), TEXTS),
        "when": st.sampled_from(["2016", "2016-04-09T18:00/2016-04-10", "2016-04", "soon"]),
        "source": st.one_of(
            PASTED, st.sampled_from(["https://kz.usembassy.gov/a", "http://kz.usembassy.gov/"])
        ),
        "languages": st.lists(st.sampled_from(LANGUAGES), unique=True),
        "places": st.lists(st.sampled_from(["almaty", "corner-almaty"]), max_size=3),
        "contact": st.dictionaries(st.sampled_from(["phone", "email"]), PASTED),
        "free": st.booleans(),
    },
)


@given(change=CHANGES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_sound_can_be_built(change: Mapping[str, Any], keys: Path, tmp_path: Path) -> None:
    source = write_talk(tmp_path / "source", {**tomllib.loads(TALK_TOML), **change})
    try:
        check_source(source, keys)
    except SourceProblems as refusal:
        assert any(problem.is_error for problem in refusal.problems)
        return
    assert build_pack(source, tmp_path / "a.kpack", keys, SIGNED_AT).contents.manifest.events == 2


def delete_unfit(words: str) -> str:
    position = find_unfit_character(words)
    return words[:position] + words[position + 1 :]


REMEDIES: Mapping[str, Callable[[str], str | None]] = {
    "text_blank": lambda words: None,
    "text_control": delete_unfit,
    "text_invisible": delete_unfit,
    "text_marks": delete_unfit,
}
"""What the advice of each problem makes of a text; None for a line that is removed."""


def follow(talk: dict[str, Any], problem: Problem) -> None:
    """Do what the remedy says."""
    kind, _, language = problem.field.partition(".")
    if problem.code == "text_missing":
        talk[kind] = {"en": "Words"}
    elif problem.code == "text_long":
        talk[kind][language] = talk[kind][language].strip()[: TEXT_LIMITS[kind]]
    elif (changed := REMEDIES[problem.code](talk[kind][language])) is None:
        del talk[kind][language]
    else:
        talk[kind][language] = changed


FAULTS = (
    "",
    " \n",
    "x" * 3000,
    "a\u202eb",
    "\u202e",
    "a\ue000",
    "\ue000",
    "e\u0335\u0335\u0335",
    "\u0335",
    "a\nb",
)


@given(
    texts=st.fixed_dictionaries(
        {
            kind: st.dictionaries(
                st.sampled_from(LANGUAGES), st.lists(st.sampled_from(FAULTS), max_size=3).map("".join)
            )
            for kind in ("title", "summary", "body")
        }
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_advice_on_texts_leads_to_a_sound_source(texts: dict[str, Any], tmp_path: Path) -> None:
    """Each round mends every problem it finds; no text needs more rounds than it has faults."""
    talk = {**tomllib.loads(TALK_TOML), **texts}
    for _ in range(3 * 3 + 3):
        try:
            check_source(write_talk(tmp_path / "source", talk))
        except SourceProblems as found:
            for problem in found.problems:
                if problem.is_error:
                    follow(talk, problem)
        else:
            return
    pytest.fail(f"the advice has no end: {talk}")


def test_an_empty_body_can_be_removed_as_its_advice_says(tmp_path: Path) -> None:
    """The instance of P3: 'remove it', then 'body is missing', and so on."""
    empty = re.sub(r"(?s)\[body\].*", '[body]\nen = ""\nkk = ""\nru = ""\n', TALK_TOML)
    with pytest.raises(SourceProblems) as refusal:
        check_source(write_source(tmp_path, {TALK: empty}))
    assert [one.code for one in refusal.value.problems if one.is_error] == ["text_blank"] * 3
    assert check_source(write_source(tmp_path, {TALK: TALK_TOML.partition("[body]")[0]})).warnings == ()


def test_an_event_needs_only_a_title(tmp_path: Path, keys: Path) -> None:
    source = write_source(tmp_path / "source", {TALK: TALK_TOML.partition("[summary]")[0]})
    assert build_pack(source, tmp_path / "a.kpack", keys, SIGNED_AT).warnings == ()
