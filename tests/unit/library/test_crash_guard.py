"""Starts without an orderly exit are counted by generation and boot, for five minutes."""

from pathlib import Path

import pytest

from kiosk.base.uptime import UptimeReading
from kiosk.library import crash_guard
from kiosk.library.crash_guard import CrashGuard


@pytest.fixture
def uptime(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds since the boot; tests set them."""
    seconds = [1000.0]
    monkeypatch.setattr(crash_guard, "read_uptime", lambda: UptimeReading("boot", seconds[0]))
    return seconds


def crash(folder: Path, generation: int) -> None:
    """Start without an orderly exit."""
    CrashGuard(folder).record_start(generation)


def test_a_start_with_an_orderly_exit_is_no_crash(tmp_path: Path, uptime: list[float]) -> None:
    guard = CrashGuard(tmp_path)
    guard.record_start(3)
    guard.record_exit()
    assert CrashGuard(tmp_path).count_crashes(3) == 0


def test_a_change_of_generation_is_no_crash_of_the_previous_one(tmp_path: Path, uptime: list[float]) -> None:
    guard = CrashGuard(tmp_path)
    guard.record_start(3)
    guard.record_start(4)
    assert (CrashGuard(tmp_path).count_crashes(3), CrashGuard(tmp_path).count_crashes(4)) == (0, 1)
    guard.record_exit()
    assert CrashGuard(tmp_path).count_crashes(4) == 0


def test_crashes_are_counted_by_generation(tmp_path: Path, uptime: list[float]) -> None:
    for generation in (2, 3, 3):
        crash(tmp_path, generation)
    assert [CrashGuard(tmp_path).count_crashes(number) for number in (1, 2, 3)] == [0, 1, 2]


def test_crashes_count_for_five_minutes(tmp_path: Path, uptime: list[float]) -> None:
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


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a b\n", b"boot x 3\n", b"boot 1.0 -3\n", b"\n\n"])
def test_invalid_lines_are_ignored(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "runs").write_bytes(content)
    assert CrashGuard(tmp_path).count_crashes(3) == 0
    crash(tmp_path, 3)
    assert CrashGuard(tmp_path).count_crashes(3) == 1


def test_a_file_that_cannot_be_written_raises_nothing(tmp_path: Path) -> None:
    guard = CrashGuard(tmp_path / "nowhere")
    guard.record_start(1)
    guard.record_exit()
    assert guard.count_crashes(1) == 0
