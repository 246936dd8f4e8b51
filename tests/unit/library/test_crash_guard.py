"""Starts that do not end well are counted by generation and boot, for five minutes."""

from pathlib import Path

import pytest

from kiosk.base.uptime import UptimeReading
from kiosk.library import crash_guard
from kiosk.library.crash_guard import CrashGuard


@pytest.fixture
def uptime(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds since the boot, to be set."""
    seconds = [1000.0]
    monkeypatch.setattr(crash_guard, "read_uptime", lambda: UptimeReading("boot", seconds[0]))
    return seconds


def crash(folder: Path, generation: int) -> None:
    """A start without an end."""
    CrashGuard(folder).record_start(generation)


def test_a_start_that_ended_well_is_no_crash(tmp_path: Path, uptime: list[float]) -> None:
    run = CrashGuard(tmp_path)
    run.record_start(3)
    run.record_exit()
    assert CrashGuard(tmp_path).count_crashes(3) == 0


def test_a_change_of_programme_is_no_crash_of_the_one_before(tmp_path: Path, uptime: list[float]) -> None:
    run = CrashGuard(tmp_path)
    run.record_start(3)
    run.record_start(4)
    assert (CrashGuard(tmp_path).count_crashes(3), CrashGuard(tmp_path).count_crashes(4)) == (0, 1)
    run.record_exit()
    assert CrashGuard(tmp_path).count_crashes(4) == 0


def test_crashes_count_for_their_own_generation(tmp_path: Path, uptime: list[float]) -> None:
    for generation in (2, 3, 3):
        crash(tmp_path, generation)
    assert [CrashGuard(tmp_path).count_crashes(number) for number in (1, 2, 3)] == [0, 1, 2]


def test_after_five_minutes_they_are_forgotten(tmp_path: Path, uptime: list[float]) -> None:
    for _ in range(3):
        crash(tmp_path, 3)
        uptime[0] += 100
    assert CrashGuard(tmp_path).count_crashes(3) == 2
    uptime[0] += 300
    assert CrashGuard(tmp_path).count_crashes(3) == 0
    crash(tmp_path, 3)
    assert len((tmp_path / "runs").read_text().splitlines()) == 1


def test_a_power_cut_is_no_crash(
    tmp_path: Path, uptime: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        crash(tmp_path, 3)
    monkeypatch.setattr(crash_guard, "read_uptime", lambda: UptimeReading("another", uptime[0]))
    assert CrashGuard(tmp_path).count_crashes(3) == 0


@pytest.mark.parametrize("rubbish", [b"", b"\xff\xfe", b"a b\n", b"boot x 3\n", b"boot 1.0 -3\n", b"\n\n"])
def test_a_file_that_makes_no_sense_counts_for_nothing(tmp_path: Path, rubbish: bytes) -> None:
    (tmp_path / "runs").write_bytes(rubbish)
    assert CrashGuard(tmp_path).count_crashes(3) == 0
    crash(tmp_path, 3)
    assert CrashGuard(tmp_path).count_crashes(3) == 1


def test_where_nothing_can_be_written_nothing_fails(tmp_path: Path) -> None:
    run = CrashGuard(tmp_path / "nowhere")
    run.record_start(1)
    run.record_exit()
    assert run.count_crashes(1) == 0
