"""Findings are told where they are, in the words of every language."""

import json
import re
from pathlib import Path

import pytest

from kiosk.authoring.source.problems import Problem, SourceProblems, format_field_path, sort_problems
from kiosk.i18n.translator import LANGUAGES, translator
from tests.source_builder import TALK_TOML, find_problems, write_source


def said(problem: Problem, language: str = "en") -> str:
    return translator(language).text(problem.line_text.code, **problem.line_text.detail)


def test_a_finding_says_where_what_and_what_to_do() -> None:
    problem = Problem("icon", "events/a.toml", 2, "icon", {"value": "coda", "choices": "code, cube"})
    assert said(problem) == (
        "events/a.toml:2  icon: There is no icon called “coda”. -> "
        "Choose an icon of the program, for example: code, cube."
    )


def test_a_finding_without_line_or_field_leaves_them_out() -> None:
    assert said(Problem("nothing", "events")).startswith("events: There is nothing here. -> ")
    assert said(Problem("media_unused", "media/x.png", is_warning=True)).startswith("media/x.png: (note) ")


def test_what_is_quoted_from_a_source_stays_on_the_line() -> None:
    problem = Problem("slug", "a.toml", detail={"value": "x\n\x1b[2J\u202e" + "y" * 500})
    assert said(problem).isprintable() and len(said(problem)) < 400


def test_paths_are_written_as_people_write_them() -> None:
    assert format_field_path(("media", 0, "alt", "kk")) == "media[1].alt.kk"
    assert format_field_path(()) == ""


def test_findings_come_in_order_and_once() -> None:
    found = [
        Problem("icon", "b", 2),
        Problem("icon", "b", 10),
        Problem("icon", "a", 3),
        Problem("icon", "b", 2),
    ]
    assert [(one.file, one.line) for one in sort_problems(found)] == [("a", 3), ("b", 2), ("b", 10)]


def test_the_error_tells_every_finding_and_counts_those_to_mend() -> None:
    error = SourceProblems(
        [Problem("nothing", "events"), Problem("media_unused", "media/x", is_warning=True)]
    )
    lines = translator("en").text(error.code, **error.detail).splitlines()
    assert len(lines) == 3 and lines[-1].endswith("To be mended: 1.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_both_sentences(language: str, checkout: Path) -> None:
    """Codes are plain strings in the code; those with a remedy are the findings."""
    sentences = json.loads((checkout / f"resources/i18n/{language}/authoring.json").read_text("utf-8"))
    code = "".join(file.read_text("utf-8") for file in sorted((checkout / "kiosk/authoring").rglob("*.py")))
    quoted = set(re.findall(r'"([a-z_]+)"', code))
    asked = set(
        re.findall(
            r'(?:make_problem|Problem|rule_error|\b_(?:pattern_|known_id_)?rule)\(\s*"([a-z_]+)"', code
        )
    )
    families = {"text_", "when_", "media_", "video_", "captions_"}
    findings = {id.removesuffix(".do") for id in sentences if id.endswith(".do")}
    assert asked and asked <= findings
    assert findings <= set(sentences)
    assert {
        one for one in findings - quoted if not any(one.startswith(family) for family in families)
    } == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_source_is_told_in_every_language(language: str, tmp_path: Path) -> None:
    found = find_problems(write_source(tmp_path, {"events/talk.toml": TALK_TOML.replace("2016", "MMXVI")}))
    assert said(found[0], language).startswith("events/talk.toml:3  when: ")
    assert "2016-04-09T11:00" in said(found[0], language)
