"""`kiosk pack import`, as it is typed."""

import json
from pathlib import Path

import pytest

from kiosk.__main__ import main
from tests.import_kit import calendar

TALK = "UID:1\nSUMMARY:Talk\nDTSTART:20260401T100000"
CHESS = "UID:2\nSUMMARY:Chess\nDTSTART:20260402T180000"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773133200")


def take(tmp_path: Path, text: str, *options: str, name: str = "a.ics") -> int:
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return main(["pack", "import", str(tmp_path / name), str(tmp_path / "source"), *options])


def test_the_counts_are_printed_and_the_folder_is_sound(tmp_path: Path, capsys: Capture) -> None:
    assert take(tmp_path, calendar(TALK, CHESS, "UID:3\nSUMMARY:No time")) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("a.ics: events: 2, skipped: 1. New: 2,")
    assert "a.ics:14" in printed.err and "No time" in printed.err
    assert main(["pack", "check", str(tmp_path / "source")]) == 0


def test_what_a_later_import_changes_is_printed(tmp_path: Path, capsys: Capture) -> None:
    take(tmp_path, calendar(TALK, CHESS))
    capsys.readouterr()
    assert (
        take(tmp_path, calendar(TALK.replace("Talk", "Big talk"), "UID:4\nSUMMARY:Go\nDTSTART:20260401")) == 0
    )
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "New: go",
        "Changed: talk (title)",
        "a.ics: events: 2, skipped: 0. New: 1, changed: 1, as before: 0, no longer in the file: 1.",
    ]
    assert "events/chess.toml" in printed.err


def test_json(tmp_path: Path, capsys: Capture) -> None:
    assert take(tmp_path, calendar(TALK), "--json") == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["events"], facts["skipped"], facts["added"]) == (1, 0, ["talk"])
    assert [problem["code"] for problem in facts["problems"]] == ["import_pack"]


def test_an_error_ends_with_one(tmp_path: Path, capsys: Capture) -> None:
    assert take(tmp_path, "title,day\nOne,Friday\n", name="plan.csv") == 1
    assert "--date Friday=YYYY-MM-DD" in capsys.readouterr().err
    assert take(tmp_path, "title,day\nOne,Friday\n", "--json", name="plan.csv") == 1
    codes = [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]]
    assert "import_weekday" in codes
    assert take(tmp_path, "title,day\nOne,Friday\n", "--date", "Friday=2026-04-03", name="plan.csv") == 0


def test_a_date_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        take(tmp_path, calendar(TALK), "--date", "Friday")
    assert ended.value.code == 2


def test_a_file_that_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    assert main(["pack", "import", str(tmp_path / "none.ics"), str(tmp_path / "source")]) == 1
    assert "none.ics" in capsys.readouterr().err
