"""Crashes that are blamed on a generation are counted by boot, for five minutes."""

from pathlib import Path

import pytest

from kiosk.base.uptime import UptimeReading
from kiosk.library import crash_guard
from kiosk.library.crash_guard import count_crashes, forgive
from kiosk.library.crash_log import Cause, Crash, add_crash, read_record


@pytest.fixture
def uptime(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds since the boot; tests set them."""
    seconds = [1000.0]
    monkeypatch.setattr(crash_guard, "read_uptime", lambda: UptimeReading("boot", seconds[0]))
    return seconds


def crash(folder: Path, generation: int, uptime: float = 1000.0, *, is_blamed: bool = True) -> None:
    """Record a crash while `generation` was shown."""
    add_crash(folder, Crash(1, "boot", uptime, generation, "attract", Cause.SIGNAL, "11", is_blamed))


def test_crashes_are_counted_by_generation(tmp_path: Path, uptime: list[float]) -> None:
    for generation in (2, 3, 3):
        crash(tmp_path, generation)
    assert [count_crashes(tmp_path, number) for number in (1, 2, 3)] == [0, 1, 2]


def test_only_blamed_crashes_count(tmp_path: Path, uptime: list[float]) -> None:
    crash(tmp_path, 3, is_blamed=False)
    assert count_crashes(tmp_path, 3) == 0


def test_crashes_count_for_five_minutes(tmp_path: Path, uptime: list[float]) -> None:
    for seconds in (1000, 1100, 1200):
        crash(tmp_path, 3, seconds)
    uptime[0] = 1350
    assert count_crashes(tmp_path, 3) == 2
    uptime[0] = 1600
    assert count_crashes(tmp_path, 3) == 0


def test_an_earlier_boot_does_not_count(
    tmp_path: Path, uptime: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(tmp_path, 3)
    monkeypatch.setattr(crash_guard, "read_uptime", lambda: UptimeReading("another", uptime[0]))
    assert count_crashes(tmp_path, 3) == 0


def test_a_forgiven_generation_is_no_longer_blamed_but_its_crashes_are_kept(
    tmp_path: Path, uptime: list[float]
) -> None:
    for generation in (2, 3):
        crash(tmp_path, generation)
    forgive(tmp_path, 3)
    assert [count_crashes(tmp_path, number) for number in (2, 3)] == [1, 0]
    assert len(read_record(tmp_path).crashes) == 2
