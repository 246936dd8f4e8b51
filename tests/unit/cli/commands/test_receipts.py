"""`kiosk receipts read`: the table of many kiosks."""

import csv
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import main
from kiosk.i18n.translator import LANGUAGES
from kiosk.receipts.fleet import Fleet
from kiosk.receipts.fleet_report import CSV_COLUMNS
from kiosk.receipts.receipt import PackSummary, Result
from kiosk.receipts.signed_file import SignedReceipt
from tests.unit.receipts.sample_receipts import NOW, SampleKiosk

APRIL = PackSummary("mission", "April", 2, "abc1234", NOW)
MARCH = PackSummary("mission", "March", 1, "fff1111", NOW - 40 * 86400)


class Mission:
    """A folder of receipts, and the command that reads it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        folder.mkdir()
        self._capsys = capsys

    def read(self, *options: object) -> tuple[int, str, str]:
        """The exit code and output of reading the folder."""
        code = main(["receipts", "read", str(self.folder), *map(str, options)])
        out, err = self._capsys.readouterr()
        return code, out, err

    def table(self) -> tuple[list[list[str]], list[str]]:
        """The cells of the table, and the lines that follow it but for the last."""
        code, out, _ = self.read()
        assert code == 0
        lines = out.splitlines()
        rows = [re.split(r"  +", line) for line in lines if "  " in line]
        return rows, lines[len(rows) : -1]

    def json(self) -> dict[str, Any]:
        """The JSON object that it prints."""
        code, out, _ = self.read("--json")
        assert code == 0
        found = json.loads(out)
        assert isinstance(found, dict)
        return found


@pytest.fixture
def mission(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Mission:
    return Mission(tmp_path / "receipts", capsys)


def test_table_lists_what_each_corner_shows(mission: Mission) -> None:
    almaty, astana = SampleKiosk(), SampleKiosk("astana")
    almaty.write_receipt(mission.folder)
    astana.write_receipt(mission.folder, shown=(MARCH,))
    rows, output = mission.table()
    assert rows == [
        [
            *("Corner", "Kiosk", "Shows", "Newer", "Since", "Last try", "Result", "Clock", "Free"),
            *("Printer", "Program"),
        ],
        ["almaty", almaty.id, "“April” No. 2 (abc1234)", *ABOUT],
        ["astana", astana.id, "“March” No. 1 (fff1111)", "No. 2", "2016-02-22", *ABOUT[1:]],
    ]
    assert output == [
        f"astana, kiosk {astana.id}: “March” No. 1 is shown, another kiosk has No. 2 already."
        " Send that pack there."
    ]


ABOUT = ["2016-04-02", "2016-04-02", "installed", "no fault seen", "12.3 GB", "not known", "0.1.0"]


def test_receipt_with_the_highest_number_is_the_newest(mission: Mission) -> None:
    kiosk = SampleKiosk()
    kiosk.write_receipt(mission.folder, number=2, effective=4_000_000_000, shown=(MARCH,))
    kiosk.write_receipt(mission.folder, number=3)
    kiosk.write_receipt(mission.folder, number=1, shown=())
    found = mission.json()
    assert (found["read"], found["refused"], found["newest"]) == (3, 0, {"mission": 2})
    (kiosk,) = found["kiosks"]
    assert (kiosk["number"], kiosk["behind"], kiosk["shown"][0]["title"]) == (3, False, "April")
    assert kiosk["counts"] == {"event": {"code": 12, "tour": None}}


def test_last_failed_attempt_is_printed_with_its_reason(mission: Mission) -> None:
    reason = "This pack is number 1 and older than number 2."
    for result in (Result.REFUSED, Result.FAILED, Result.CANCELLED):
        SampleKiosk(result).write_receipt(mission.folder, result=result, code="packs.older", reason=reason)
    SampleKiosk("zhezkazgan").write_receipt(mission.folder, result=Result.ROLLED_BACK, file="")
    ids = {kiosk["corner"]: kiosk["kiosk"] for kiosk in mission.json()["kiosks"]}
    assert mission.json()["notes"] == [
        f"cancelled, kiosk {ids['cancelled']}:"
        " installing april.kpack was stopped by the staff on 2016-04-02.",
        f"failed, kiosk {ids['failed']}: april.kpack could not be installed on 2016-04-02: {reason}",
        f"refused, kiosk {ids['refused']}: april.kpack was refused on 2016-04-02: {reason}",
    ]


def test_kiosk_without_or_with_unknown_programme_has_a_line(mission: Mission) -> None:
    SampleKiosk("a").write_receipt(mission.folder, shown=())
    SampleKiosk("").write_receipt(mission.folder, shown=None)
    SampleKiosk("c").write_receipt(
        mission.folder, shown=(APRIL, PackSummary("c", "A title that is longer than any table", 7, "x"))
    )
    rows = [row[:1] + row[2:3] for row in mission.table()[0][1:]]
    assert rows == [
        ["(not named)", "not known"],
        ["a", "nothing"],
        ["c", "“April” No. 2 (abc1234)"],
        ["c", "“A title that is longer than a…” No. 7 (x)"],
    ]


CLOCKS = [
    (0, 0, "no fault seen"),
    (-600, 0, "no fault seen"),
    (-601, 0, "at least 10 minutes slow"),
    (-3600, 0, "at least 60 minutes slow"),
    (-7200, 0, "at least 2 hours slow"),
    (-3 * 86400, 0, "at least 3 days slow"),
    (0, 100 * 86400, "no fault seen"),
    (50 * 365 * 86400, 0, "days fast"),
]


@pytest.mark.parametrize(("off", "ago", "output"), CLOCKS)
def test_wrong_clock_is_described(mission: Mission, off: int, ago: int, output: str) -> None:
    floor = int(time.time()) - ago
    SampleKiosk().write_receipt(mission.folder, floor=floor, system=max(floor + off, 0))
    assert mission.json()["kiosks"][0]["clock"].endswith(output)


def test_inconsistent_keys_kiosks_and_corners_are_reported(mission: Mission) -> None:
    one, two, moved = SampleKiosk(), SampleKiosk(), SampleKiosk("astana")
    for number, kiosk in enumerate((one, two, moved, moved)):
        kiosk.write_receipt(mission.folder, number=number, effective=NOW + number)
    moved.write_receipt(mission.folder, number=9, corner="shymkent")
    for _ in range(2):
        SampleKiosk("").write_receipt(mission.folder)
    first, second = sorted((one.id, two.id))
    notes = mission.json()["notes"]
    assert [note.partition(". ")[0] for note in notes] == [
        f"almaty: receipts come from several kiosks ({first}, {second})",
        f"Kiosk {moved.id}: receipts come from several Corners (astana, shymkent)",
    ]


def test_two_keys_with_the_same_id_are_reported() -> None:
    """Nobody can make such keys at will; if two ids are ever equal, the table does not mix them up."""
    fleet = Fleet()
    for kiosk in (SampleKiosk(), SampleKiosk()):
        fleet.add(SignedReceipt(kiosk.receipt(kiosk="0123456789ab"), kiosk.public.hex()))
    assert len(fleet.receipts()) == 2
    assert [problem.code for problem in fleet.inconsistencies()] == ["receipts.two_keys"]


def test_number_of_kiosks_is_limited() -> None:
    fleet, kiosks = Fleet(max_kiosks=10), [SampleKiosk() for _ in range(12)]
    for number in range(20):
        for kiosk in kiosks:
            changes = {"number": number, "corner": str(number)}
            fleet.add(SignedReceipt(kiosk.receipt(**changes), kiosk.public.hex()))
    assert (fleet.read, len(fleet.receipts())) == (240, 10)
    (kiosks, *corners, left_out) = fleet.inconsistencies()
    assert str(kiosks.detail["kiosks"]).count(",") == 8
    assert len(corners) == 10
    assert str(corners[0].detail["corners"]) == "0, 1, 2, 3, 4, 5, 6, 7"
    assert (left_out.code, left_out.detail) == ("receipts.left_out", {"n": 40})


def test_invalid_files_are_reported_with_sanitised_names(mission: Mission) -> None:
    good, other = SampleKiosk(), SampleKiosk()
    file = good.write_receipt(mission.folder)
    (mission.folder / "changed.json").write_text(file.read_text("utf-8").replace("abc1234", "abc1235"))
    (mission.folder / "\x1b[2J.json").write_text("{}")
    other.forge(mission.folder / "other.json", kiosk=good.id)
    other.forge(mission.folder / "evil.json", reason="\x1b]0;owned\x07")
    code, out, err = mission.read()
    assert (code, out.splitlines()[-1]) == (0, "Receipts read: 1. Files that do not count: 4.")
    assert [line.partition(". ")[0] for line in sorted(err.splitlines())] == [
        "\\x1b[2J.json: This is no receipt of a kiosk; it is passed over.",
        "changed.json: This receipt was damaged or changed after its kiosk signed it, so it does not count",
        "evil.json: This receipt is signed, but wrong at “reason”, so it does not count",
        f"other.json: This receipt says it comes from kiosk {good.id} but is signed with another key,"
        " so it does not count",
    ]
    assert all(line.isprintable() for line in [*out.splitlines(), *err.splitlines()])
    found = mission.json()
    assert {(problem["code"], problem["file"]) for problem in found["problems"]} == {
        ("receipts.none", r"\x1b[2J.json"),
        ("receipts.forged", "changed.json"),
        ("receipts.field", "evil.json"),
        ("receipts.other_key", "other.json"),
    }


def test_listed_problems_are_limited(mission: Mission, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.cli.commands.receipts.MAX_PROBLEMS", 2)
    for number in range(5):
        (mission.folder / f"{number}.json").write_text("{}")
    code, out, err = mission.read("--json")
    found = json.loads(out)
    assert (code, found["refused"], len(found["problems"]), len(err.splitlines())) == (0, 5, 2, 5)


def test_csv_has_a_row_for_each_pack_and_no_formulas(mission: Mission, tmp_path: Path) -> None:
    SampleKiosk("a").write_receipt(
        mission.folder, shown=(APRIL, PackSummary("c", '=cmd|"/c calc"!A1', 7, "x"))
    )
    SampleKiosk("b").write_receipt(mission.folder, shown=(), file="-2+3.kpack", corner="b")
    file = tmp_path / "table.csv"
    assert mission.read("--csv", file)[0] == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        header, *rows = csv.reader(stream)
    assert header == list(CSV_COLUMNS)
    cells = [dict(zip(header, row, strict=True)) for row in rows]
    assert [(cell["corner"], cell["title"], cell["version"], cell["newest"]) for cell in cells] == [
        ("a", "April", "2", "2"),
        ("a", '\'=cmd|"/c calc"!A1', "7", "7"),
        ("b", "", "", ""),
    ]
    assert (cells[0]["since"], cells[0]["free"], cells[2]["file"]) == (
        "2016-04-02T08:40:00Z",
        "12345678901",
        "'-2+3.kpack",
    )


def test_csv_that_cannot_be_written_is_an_error(mission: Mission, tmp_path: Path) -> None:
    code, _, err = mission.read("--csv", tmp_path / "none/table.csv")
    assert (code, err.startswith("The table could not be written to")) == (1, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_table_in_every_language(mission: Mission, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    for number, result in enumerate(Result):
        SampleKiosk(str(number)).write_receipt(
            mission.folder, result=result, shown=(MARCH if number else APRIL,)
        )
    SampleKiosk("").write_receipt(mission.folder, shown=None)
    code, out, err = mission.read()
    assert (code, err) == (0, "")
    assert "{" not in out
    assert len(out.splitlines()) == 1 + 8 + 6 + 3 + 1


def test_empty_folder_is_no_failure_and_a_missing_one_is(mission: Mission) -> None:
    output = "There are no receipts in"
    assert mission.read()[:2] == (0, mission.read()[1])
    assert mission.read()[1].startswith(output)
    assert mission.json()["kiosks"] == []
    mission.folder.rmdir()
    code, out, err = mission.read()
    assert (code, out, err.startswith("There is no folder")) == (1, "", True)


def test_hundreds_of_receipts_of_a_few_kiosks(mission: Mission) -> None:
    kiosks = [SampleKiosk(f"corner-{number}") for number in range(5)]
    for number in range(100):
        for kiosk in kiosks:
            kiosk.forge(mission.folder / f"{number}-{kiosk.id}.json", number=number)
    found = mission.json()
    assert (found["read"], [kiosk["number"] for kiosk in found["kiosks"]]) == (500, [99] * 5)
