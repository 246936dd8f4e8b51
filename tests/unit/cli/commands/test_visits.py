"""`kiosk visits` as it is typed: tables on the terminal, files on a stick."""

import csv
import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kiosk.__main__ import main
from kiosk.store.visit_counts import CountKey, add_counts
from tests.mounts import mounted_tmpfs
from tests.screen_kit import demo

__all__ = ["demo"]

CODE = "love-to-code"
COUNTS = {
    CountKey("2026-11-01", "session", ""): 3,
    CountKey("2026-11-23", "session", ""): 4,
    CountKey("2026-11-01", "event", CODE): 5,
    CountKey("2026-11-23", "event", "=cmd|calc"): 2,
    CountKey("2026-11-23", "event", "-gone"): 1,
    CountKey("2026-11-23", "code", CODE): 2,
    CountKey("2026-11-23", "language", "kk"): 3,
    CountKey("2026-11-23", "language", "en"): 1,
    CountKey("2026-11-23", "no_result", ""): 1,
}
NOVEMBER = ("--from", "2026-11-01", "--to", "2026-11-23")


class CommandLine:
    """The command line of a kiosk that has counted COUNTS and shows the demo."""

    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.library, self._capsys = library, capsys

    def run(self, *words: object) -> tuple[int, str, str]:
        code = main(["visits", *map(str, words), "--library", str(self.library)])
        out, err = self._capsys.readouterr()
        return code, out, err


@pytest.fixture
def cli(tmp_path: Path, demo: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    library = tmp_path / "library"
    subprocess.run(["cp", "-a", demo, library], check=True)
    add_counts(library / "visits.db", COUNTS)
    capsys.readouterr()
    return CommandLine(library, capsys)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def test_statistics_as_tables(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    code, output, err = cli.run(*NOVEMBER)
    assert (code, err) == (0, "")
    lines = output.splitlines()
    assert lines[0] == "Visits: 1–23 November 2026"
    assert lines[3].split() == ["Visits", "7"]
    assert next(line.split()[1:] for line in lines if line.startswith("2026-11-")) == ["3", "5", "0", "0"]
    assert sum(line.startswith("2026-11-") for line in lines) == 23
    (coded,) = (line for line in lines if "Love to Code" in line)
    assert coded.split()[-2:] == ["5", "2"]
    assert lines[-1].startswith("The kiosk counts how often, never who")
    monkeypatch.setenv("LANGUAGE", "kk")
    assert "\nҚазақша " in cli.run(*NOVEMBER)[1]


def test_statistics_as_json(cli: CommandLine) -> None:
    code, output, err = cli.run("--from", "2026-11-23", "--to", "2026-11-23", "--json")
    assert (code, err) == (0, "")
    found = json.loads(output)
    assert (found["from"], found["to"]) == ("2026-11-23", "2026-11-23")
    assert found["total"] == {"session": 4, "event": 3, "code": 2, "no_result": 1}
    assert found["days"] == [{"day": "2026-11-23"} | found["total"]]
    assert [(one["id"], one["views"], one["codes"]) for one in found["events"]] == [
        ("=cmd|calc", 2, 0), ("-gone", 1, 0), (CODE, 0, 2),
    ]  # fmt: skip
    assert "Love to Code" in found["events"][2]["title"]["en"]
    assert found["events"][1]["title"] == {}
    assert found["languages"] == {"kk": 3, "en": 1}


def test_default_is_the_last_thirty_days(cli: CommandLine) -> None:
    found = json.loads(cli.run("--json")[1])
    assert len(found["days"]) == 30


def test_kiosk_without_counts_prints_zeros(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, output, err = CommandLine(tmp_path / "none", capsys).run("--json")
    assert (code, err) == (0, "")
    assert set(json.loads(output)["total"].values()) == {0}
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--from", "yesterday"), "visits.day"),
        (("--to", "2026-02-30"), "visits.day"),
        (("--to", "20261123"), "visits.day"),
        (("--to", "0001-01-01"), "visits.day"),
        (("--from", "2026-11-23", "--to", "2026-11-01"), "visits.order"),
    ],
)
def test_invalid_days_are_refused(cli: CommandLine, words: tuple[str, ...], code: str) -> None:
    status, out, err = cli.run(*words, "--json")
    assert (status, json.loads(out)["error"]["code"], len(err.splitlines())) == (1, code, 1)


def test_damaged_counts_are_an_error(cli: CommandLine) -> None:
    (cli.library / "visits.db").write_bytes(b"rubbish")
    status, out, _ = cli.run("--json")
    assert (status, json.loads(out)["error"]["code"]) == (1, "visits.damaged")


@pytest.mark.parametrize(("language", "separator"), [("en", ","), ("kk", ";"), ("ru", ";")])
def test_csv_is_as_excel_expects(cli: CommandLine, stick: Path, language: str, separator: str) -> None:
    words = ("export", stick, "--format", "csv", "--language", language)
    code, output, err = cli.run(*NOVEMBER, *words)
    file = stick / "visits 2026-11-01 to 2026-11-23.csv"
    assert (code, output, err) == (0, f"Saved: {file}\n", "")
    assert [path.name for path in stick.iterdir()] == [file.name]
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator)
    assert head[0] == {"en": "Day", "kk": "Күн", "ru": "День"}[language]
    assert len(rows) == len(COUNTS)
    about = {row[2]: (row[3], row[4]) for row in rows if row[2]}
    assert about["'=cmd|calc"] == ("", "2")
    assert about["'-gone"] == ("", "1")
    assert about["kk"] == ({"en": "Kazakh", "kk": "Қазақша", "ru": "Казахский"}[language], "3")
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_workbook_has_a_sheet_for_each_table_and_no_formulas(cli: CommandLine, stick: Path) -> None:
    words = ("--format", "xlsx", "--language", "kk", "--json", "export", stick)
    code, output, err = cli.run(*words[4:], *words[:4], *NOVEMBER)
    assert (code, err) == (0, "")
    file = Path(json.loads(output)["file"])
    assert file == stick / "visits 2026-11-01 to 2026-11-23.xlsx"
    book = CalamineWorkbook.from_path(file)
    names = ["Барлығы", "Күндер бойынша", "Апталар бойынша", "Айлар бойынша", "Іс-шаралар", "Тілдер"]
    assert book.sheet_names == names
    days = book.get_sheet_by_name(names[1]).to_python()
    assert (len(days), days[0][0], days[1][:3], days[-1][:3]) == (
        24, "Күн", ["2026-11-01", 3, 5], ["2026-11-23", 4, 3],
    )  # fmt: skip
    events = book.get_sheet_by_name(names[4]).to_python()
    assert [row[0] for row in events[2:]] == ["=cmd|calc", "-gone"]
    with zipfile.ZipFile(file) as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        assert len(charts) == 5
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(("options", "code"), [("size=4k", "save.no_room"), ("ro", "save.read_only")])
def test_full_or_read_only_stick_is_an_error(
    cli: CommandLine, tmp_path: Path, kind: str, options: str, code: str
) -> None:
    with mounted_tmpfs(tmp_path / "full", options) as folder:
        if options != "ro":
            (folder / "films").write_bytes(b"x" * 4096)
        before = sorted(folder.iterdir())
        status, out, err = cli.run("export", folder, "--format", kind, "--json")
        assert (status, json.loads(out)["error"]["code"]) == (1, code)
        assert str(folder) in err
        assert sorted(folder.iterdir()) == before


def test_missing_stick_is_an_error(cli: CommandLine, stick: Path) -> None:
    status, out, _ = cli.run("export", stick / "away", "--json")
    assert (status, json.loads(out)["error"]["code"]) == (1, "save.no_folder")


def test_export_of_the_same_days_replaces_the_file(cli: CommandLine, stick: Path) -> None:
    cli.run("export", stick, *NOVEMBER)
    (file,) = stick.iterdir()
    before = file.read_bytes()
    add_counts(cli.library / "visits.db", COUNTS)
    cli.run("export", stick, *NOVEMBER)
    assert [path.name for path in stick.iterdir()] == [file.name]
    assert file.read_bytes() != before
