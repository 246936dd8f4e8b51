"""Problems of one cause make one group, whatever their number."""

from collections.abc import Mapping

from kiosk.authoring.findings.finding_facts import finding_facts
from kiosk.authoring.findings.finding_lines import finding_lines
from kiosk.authoring.findings.group import group_problems
from kiosk.authoring.source.problems import Place, Problem, Severity
from kiosk.base.sentence_ids import ProblemCode
from kiosk.i18n.translator import translator

ENGLISH = translator("en")


def problem(code: ProblemCode, line: int, detail: Mapping[str, object], typed: str = "") -> Problem:
    return Problem(code, Place("june.xlsx", line, "Events", "C"), "title", detail, typed=typed)


def test_a_thousand_events_with_two_causes_give_two_groups() -> None:
    found = [
        one
        for n in range(1000)
        for one in (
            Problem("link_http", Place(f"events/{n}.toml", 3), "source", {"value": f"http://{n}"}),
            Problem("missing", Place(f"events/{n}.toml"), "icon", {"name": "icon"}),
        )
    ]
    assert [len(group.problems) for group in group_problems(found)] == [1000, 1000]
    lines = list(finding_lines(found, ENGLISH, every=False))
    assert len(lines) == 10
    assert lines[0].startswith("1000 places: The address begins with http:. -> ")
    assert lines[4] == "    … and 997 more; --all lists them."
    assert len(list(finding_lines(found, ENGLISH, every=True))) == 2002


def test_different_causes_of_one_code_are_apart() -> None:
    found = [problem("missing", 2, {"name": name}) for name in ("icon", "theme", "icon")]
    assert [len(group.problems) for group in group_problems(found)] == [2, 1]


def test_what_differs_stands_at_each_place() -> None:
    found = [problem("text_long", n, {"length": 120 + n, "most": 120}) for n in (2, 3)]
    assert list(finding_lines(found, ENGLISH, every=False)) == [
        "2 places: The text has … characters; it may have 120. -> Shorten it.",
        "    june.xlsx, sheet “Events”, C2 The text has 122 characters; it may have 120.",
        "    june.xlsx, sheet “Events”, C3 The text has 123 characters; it may have 120.",
    ]


def test_a_value_is_shown_as_it_was_typed() -> None:
    found = [problem("link_http", n, {"value": "http://example.org"}, " http://Example.org") for n in (2, 3)]
    assert list(finding_lines(found, ENGLISH, every=False))[1].endswith("C2 “ http://Example.org”")


def test_errors_come_before_warnings_and_repairs() -> None:
    places = [Place("a.toml", line) for line in range(3)]
    severities = [Severity.REPAIRED, Severity.WARNING, Severity.ERROR]
    found = [
        Problem("text_html", place, detail={"value": "<b>"}, severity=severity)
        for place, severity in zip(places, severities, strict=True)
    ]
    assert [group.severity for group in group_problems(found)] == severities[::-1]


def test_json_names_every_problem_once_in_its_group() -> None:
    found = [problem("missing", n, {"name": name}) for n, name in enumerate(("icon", "theme", "icon"))]
    facts = finding_facts(found, ENGLISH)
    assert [one["problems"] for one in facts["groups"]] == [[0, 2], [1]]
    assert facts["problems"][0]["sheet"] == "Events" and facts["problems"][0]["column"] == "C"
