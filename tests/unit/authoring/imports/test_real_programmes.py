"""Real programmes made by others become packs that a kiosk installs; skipped where these files are not."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import main
from kiosk.authoring.imports.import_source import ImportResult
from kiosk.authoring.source.problems import Severity, SourceProblems
from tests.import_kit import Importer, codes, real_programmes

AT = "2026-03-10T09:00Z"
FRIDAY = {"Freitag": date(1999, 8, 6)}


@pytest.fixture
def importer(tmp_path: Path) -> Importer:
    return Importer(tmp_path / "source")


def take(importer: Importer, checkout: Path, name: str, **options: Any) -> ImportResult:
    file = real_programmes(checkout) / name
    if not file.exists():
        pytest.skip(f"there is no {name}")
    return importer.take(name, file.read_bytes(), **options)


def times(importer: Importer) -> list[str]:
    return sorted(event["when"] for event in importer.events().values())


def installed(importer: Importer, capsys: pytest.CaptureFixture[str]) -> int:
    """Build the folder, install the pack into a new library; how many events it has."""
    root = importer.folder.parent
    hosts = [word for host in importer.pack()["hosts"] or ["example.org"] for word in ("--host", host)]
    pack, keys, library = (str(root / name) for name in ("out.kpack", "keys", "library"))
    for words in (
        ["keys", "new", keys, "--publisher", "tests", "--name", "Tests", "--rank", "0", *hosts],
        ["trust", "add", f"{keys}/root.json", "--library", library],
        ["pack", "build", str(importer.folder), "-o", pack, "--keys", keys, "--signed-at", AT],
        ["install", pack, "--library", library],
    ):
        assert main(words) == 0, capsys.readouterr().err
    capsys.readouterr()
    assert main(["pack", "show", pack, "--json"]) == 0
    events = json.loads(capsys.readouterr().out)["events"]
    assert isinstance(events, int)
    return events


@pytest.fixture(autouse=True)
def signing_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773133200")
    yield


def test_kielux(importer: Importer, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = take(importer, checkout, "kielux_2020.ics")
    assert (result.events, result.skipped) == (24, 0)
    assert times(importer)[0] == "2020-09-18T11:00/2020-09-18T12:00"
    assert {time[:10] for time in times(importer)} == {"2020-09-18", "2020-09-19"}
    assert "import_zone" in codes(result.problems)
    assert installed(importer, capsys) == 24


def test_debconf23(importer: Importer, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = take(importer, checkout, "debconf23.xml")
    assert (result.events, result.skipped) == (117, 0)
    opening = importer.events()["opening-ceremony"]
    assert opening["when"] == "2023-09-10T10:30/2023-09-10T10:50"
    assert importer.pack()["zone"] == "Asia/Kolkata"
    assert installed(importer, capsys) == 117


def test_frab_camp2019(importer: Importer, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = take(importer, checkout, "frab_camp2019.json")
    assert (result.events, result.skipped) == (79, 0)
    texts = [str(event.get("body")) + str(event.get("summary")) for event in importer.events().values()]
    assert not any("<a " in text or "<p>" in text for text in texts)
    assert installed(importer, capsys) == 79


def test_deu_schedule_example(importer: Importer, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = take(importer, checkout, "deu_schedule_example.xlsx")
    assert (result.events, result.skipped) == (13, 0)
    assert times(importer)[0] == "2016-10-27T09:00"
    assert all(time.startswith("2016-10-27T") and "/" not in time for time in times(importer))
    assert installed(importer, capsys) == 13


def test_camp99_asks_for_the_date_of_friday(importer: Importer, checkout: Path) -> None:
    with pytest.raises(SourceProblems) as caught:
        take(importer, checkout, "camp99.csv")
    asked = [problem for problem in caught.value.problems if problem.code == "import_weekday"]
    assert [(problem.detail["value"], problem.detail["count"]) for problem in asked] == [("Freitag", 32)]
    assert importer.files().keys() == {"mapping.toml"}


def test_camp99_with_the_date_of_friday(
    importer: Importer, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = take(importer, checkout, "camp99.csv", days=FRIDAY)
    assert (result.events, result.skipped) == (32, 0)
    assert times(importer)[0] == "1999-08-06T12:00"
    late = [problem for problem in result.problems if problem.typed == "24"]
    assert [problem.detail["read"] for problem in late] == ["1999-08-07T00:00"] * 2 + ["1999-08-08T00:00"] * 2
    assert installed(importer, capsys) == 32


def test_uk_library_calendar(importer: Importer, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = take(importer, checkout, "uk_library_calendar_2022.json")
    assert (result.events, result.skipped) == (48, 1)
    (read,) = (problem for problem in result.problems if problem.code == "import_read")
    assert (read.detail["read"], read.severity) == ("2022-02-01", Severity.WARNING)
    assert "import_order" in codes(result.problems)
    assert importer.events()["holocaust-memorial-day"]["when"] == "2022-01-27"
    assert importer.events()["womens-history-month"]["when"] == "2022-03-01/2022-03-31"
    assert installed(importer, capsys) == 48


@pytest.mark.parametrize("name", ["kielux_2020.ics", "debconf23.xml", "frab_camp2019.json", "camp99.csv"])
def test_the_same_file_changes_nothing(name: str, importer: Importer, checkout: Path) -> None:
    first = take(importer, checkout, name, days=FRIDAY)
    before = importer.files()
    second = take(importer, checkout, name, days=FRIDAY)
    assert importer.files() == before
    assert (len(second.unchanged), second.added, second.changed) == (first.events, (), {})
