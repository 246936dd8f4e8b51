"""Problems of a source: their location, their sentences in every language."""

import json
import re
from pathlib import Path

import pytest

from kiosk.authoring.source.problems import (
    Place,
    Problem,
    Severity,
    SourceProblems,
    format_field_path,
    sort_problems,
)
from kiosk.authoring.source.remedies import CELL_REMEDIES, EMPTY_REMEDIES
from kiosk.base.sentence_ids import ProblemCode
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.rules.value_rules import COLUMNS
from tests.source_builder import TALK_TOML, find_problems, write_source


def problem_text(problem: Problem, language: str = "en") -> str:
    return translator(language).text(problem.line_text.code, **problem.line_text.detail)


def test_the_line_of_a_problem_has_location_description_and_remedy() -> None:
    problem = Problem("icon", Place("events/a.toml", 2), "icon", {"value": "coda", "choices": "code, cube"})
    assert problem_text(problem) == (
        "events/a.toml:2  icon: There is no icon called “coda”. -> "
        "Choose an icon of the program, for example: code, cube."
    )


def test_a_missing_line_number_or_field_is_left_out() -> None:
    assert problem_text(Problem("nothing", Place("events"))).startswith("events: There is nothing here. -> ")
    assert problem_text(Problem("media_unused", Place("media/x.png"), severity=Severity.WARNING)).startswith(
        "media/x.png: (note) "
    )


def test_quoted_source_text_does_not_break_the_line() -> None:
    problem = Problem("slug", Place("a.toml"), detail={"value": "x\n\x1b[2J\u202e" + "y" * 500})
    assert problem_text(problem).isprintable() and len(problem_text(problem)) < 400


def test_field_paths_count_from_one() -> None:
    assert format_field_path(("media", 0, "alt", "kk")) == "media[1].alt.kk"
    assert format_field_path(()) == ""


def test_problems_are_sorted_without_duplicates() -> None:
    found = [
        Problem("icon", Place("b", 2)),
        Problem("icon", Place("b", 10)),
        Problem("icon", Place("a", 3)),
        Problem("icon", Place("b", 2)),
    ]
    assert [one.place[:2] for one in sort_problems(found)] == [("a", 3), ("b", 2), ("b", 10)]


def test_the_error_holds_every_problem_and_counts_those_to_fix() -> None:
    error = SourceProblems(
        [
            Problem("nothing", Place("events")),
            Problem("media_unused", Place("media/x"), severity=Severity.WARNING),
        ]
    )
    assert [problem.code for problem in error.problems] == ["nothing", "media_unused"]
    assert translator("en").text(error.code, **error.detail).endswith("To be mended: 1.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_both_sentences(language: str, checkout: Path) -> None:
    """Codes are plain strings in the code; those with a remedy are the codes of problems."""
    sentences = json.loads((checkout / f"resources/i18n/{language}/authoring.json").read_text("utf-8"))
    code = "".join(file.read_text("utf-8") for file in sorted((checkout / "kiosk/authoring").rglob("*.py")))
    quoted_names = set(re.findall(r'"([a-z_]+)"', code))
    used_codes = set(
        re.findall(r'(?:make_problem|Problem|rule_error|\b_(?:known_id_)?rule)\(\s*"([a-z_]+)"', code)
    )
    code_prefixes = {"text_", "when_", "media_", "video_", "captions_"}
    problem_codes = {id.removesuffix(".do") for id in sentences if id.endswith(".do")}
    assert used_codes and used_codes <= problem_codes
    assert problem_codes <= set(sentences)
    assert {
        one
        for one in problem_codes - quoted_names - {rule.code for rule in COLUMNS}
        if not any(one.startswith(family) for family in code_prefixes)
    } == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_problems_are_in_every_language(language: str, tmp_path: Path) -> None:
    found = find_problems(write_source(tmp_path, {"events/talk.toml": TALK_TOML.replace("2016", "MMXVI")}))
    assert problem_text(found[0], language).startswith("events/talk.toml:3  when: ")
    assert "2016-04-09T11:00" in problem_text(found[0], language)


def test_a_cell_is_named_as_a_spreadsheet_does() -> None:
    problem = Problem("text_blank", Place("june.xlsx", 7, "Events", "AB"), typed=" ")
    assert problem_text(problem).startswith("june.xlsx, sheet “Events”, AB7: The text is empty.")
    cells = [Place("june.xlsx", row, "Events", column) for row, column in ((10, "A"), (2, "AA"), (2, "C"))]
    found = sort_problems(Problem("text_blank", place) for place in cells)
    assert [one.place for one in found] == cells[::-1]


@pytest.mark.parametrize("code", CELL_REMEDIES)
def test_a_remedy_for_cells_needs_no_more_than_the_problem_has(code: ProblemCode, checkout: Path) -> None:
    sentences = json.loads((checkout / "resources/i18n/en/authoring.json").read_text("utf-8"))
    known = set(re.findall(r"{(\w+)}", sentences[code] + sentences[f"{code}.do"]))
    detail = dict.fromkeys(known, "x")
    assert set(re.findall(r"{(\w+)}", sentences[f"{code}.cell"])) <= known
    for language in LANGUAGES:
        in_cell, in_file = (
            translator(language).error(Problem(code, place, detail=detail).remedy)
            for place in (Place("june.xlsx", 2, "Events", "B"), Place("events/talk.toml", 2))
        )
        assert in_cell != in_file


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", EMPTY_REMEDIES)
def test_without_choices_none_are_named(code: ProblemCode, language: str) -> None:
    for place in (Place("june.xlsx", 2, "Events", "B"), Place("events/talk.toml", 2)):
        problem = Problem(code, place, detail={"value": "x", "choices": ""})
        assert problem.remedy.code == EMPTY_REMEDIES[code]
        assert ", ," not in problem_text(problem, language) and ": ;" not in problem_text(problem, language)
