"""`kiosk clock`: what it prints, and what it records."""

import json
import subprocess
import time
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.base.clock import BUILD_DATE
from kiosk.base.limits import DAY, EXPIRES_AFTER
from kiosk.library.time_floor import read_time_bounds
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
    assert read_time_bounds(kit.folder).floor == BUILD_DATE


def test_record_raises_the_time_floor(
    kit: LibraryKit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(kit, NOW, capsys, monkeypatch, "--record").endswith("This time is remembered as passed.\n")
    assert read_time_bounds(kit.folder).floor == NOW
    output = run(kit, NOW - 60, capsys, monkeypatch, "--record")
    assert output.startswith("× Clock: The clock is behind.")
    assert "This time is not remembered" in output
    assert read_time_bounds(kit.folder).floor == NOW


def test_json_has_all_facts(
    kit: LibraryKit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = json.loads(run(kit, NOW, capsys, monkeypatch, "--record", "--json"))
    checks = {check["id"]: check["level"] for check in facts.pop("checks")}
    assert checks["clock"] == "good"
    assert facts == {
        "now": NOW,
        "passed": NOW,
        "doubted_after": BUILD_DATE + EXPIRES_AFTER,
        "clock": "plausible",
        "remembered": True,
        "zone": "Asia/Almaty",
        "offset": time.localtime(NOW).tm_gmtoff,
        "zone_offset": 5 * 3600,
    }
    wild = json.loads(run(kit, BUILD_DATE + 401 * DAY, capsys, monkeypatch, "--record", "--json"))
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
