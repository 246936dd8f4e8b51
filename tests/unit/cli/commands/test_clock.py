"""`kiosk clock`: what it prints, and what it records."""

import json
import subprocess
import time
from datetime import date
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.base.clock import BUILD_DATE
from kiosk.base.limits import CLOCK_TOLERANCE, DAY, EXPIRES_AFTER
from kiosk.base.time_zones import start_of_day
from kiosk.library.time_floor import confirm_day, read_time_floor
from kiosk.pin import staff_pin
from kiosk.programme.shown_programme import open_library
from tests.library_kit import LibraryKit, sample_publisher
from tests.mounts import mounted_tmpfs

NOW = BUILD_DATE + 20 * DAY


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    return kit


def run(
    kit: LibraryKit, at: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str
) -> str:
    """The output of the command on a machine whose clock shows `at`."""
    monkeypatch.setattr(time, "time", lambda: float(at))
    assert main(["clock", "--library", str(kit.folder), *words]) == 0
    return capsys.readouterr().out


def test_right_clock_is_printed_with_the_time_floor(
    kit: LibraryKit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    output = run(kit, NOW, capsys, monkeypatch).splitlines()
    assert output[0] == "✓ Clock: Saturday, 21 November 2026 · 05:00"
    assert "Known to have passed: Sunday, 1 November 2026 · 05:00" in output
    assert read_time_floor(kit.folder) < BUILD_DATE


def test_record_raises_the_time_floor(
    kit: LibraryKit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = BUILD_DATE + CLOCK_TOLERANCE
    for now, floor, said in (
        (first, first, "This time is remembered as passed."),
        (NOW, first + CLOCK_TOLERANCE, "The known time rises by two days at a time"),
        (first + 5, first + CLOCK_TOLERANCE, "This time is not remembered"),
    ):
        output = run(kit, now, capsys, monkeypatch, "--record")
        assert output.splitlines()[-1].startswith(said)
        assert output.startswith("× Clock: The clock is behind.") is (now < floor and now != NOW)
        assert read_time_floor(kit.folder) == floor


def test_a_confirmed_day_lowers_and_raises_the_floor_and_leaves_the_rest(
    kit: LibraryKit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pin = staff_pin.create(kit.folder)
    before = kit.read_files()
    for day in ("2033-01-01", "2026-11-21"):
        output = run(kit, NOW, capsys, monkeypatch, "--today", day)
        assert output.splitlines()[-1].startswith(f"Noted: {day} has begun.")
        assert read_time_floor(kit.folder) == start_of_day(date.fromisoformat(day), "Asia/Almaty")
    assert output.startswith("✓ Clock: Saturday, 21 November 2026")
    after = kit.read_files()
    assert {path for path in before | after if before.get(path) != after.get(path)} == {"state.db"}
    assert staff_pin.check(kit.folder, pin).right
    assert open_library(kit.folder).packs[0].version == 1


@pytest.mark.parametrize("day", ["", "today", "2027-5-1", "12.05.2027", "2026-10-31", "2027-02-30"])
def test_a_day_that_cannot_be_today_is_refused(
    kit: LibraryKit, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kit.read_files()
    assert main(["clock", "--library", str(kit.folder), "--json", "--today", day]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "clock.day"
    assert kit.read_files() == before


def test_json_has_all_facts(
    kit: LibraryKit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    confirm_day(kit.folder, NOW - DAY, 0)
    facts = json.loads(run(kit, NOW, capsys, monkeypatch, "--record", "--json"))
    checks = {check["id"]: check["level"] for check in facts.pop("checks")}
    assert checks["clock"] == "good"
    assert facts == {
        "now": NOW,
        "passed": NOW,
        "doubted_after": NOW + EXPIRES_AFTER,
        "clock": "plausible",
        "remembered": True,
        "zone": "Asia/Almaty",
        "offset": time.localtime(NOW).tm_gmtoff,
        "zone_offset": 5 * 3600,
    }
    wild = json.loads(run(kit, NOW + 401 * DAY, capsys, monkeypatch, "--record", "--json"))
    assert (wild["clock"], wild["remembered"], wild["passed"]) == ("ahead", False, NOW)


def test_time_that_cannot_be_recorded_is_an_error(
    kit: LibraryKit, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with mounted_tmpfs(tmp_path / "disk", "size=64m") as disk:
        subprocess.run(["cp", "-a", kit.folder, disk / "library"], check=True)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        monkeypatch.setattr(time, "time", lambda: float(NOW))
        assert main(["clock", "--library", str(disk / "library"), "--record", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "library.storage"
