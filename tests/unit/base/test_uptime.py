"""The uptime clock, and the seconds that have certainly passed between two readings."""

import sys
import time
from pathlib import Path

import pytest

from kiosk.base import uptime
from kiosk.base.uptime import UptimeReading, elapsed_seconds


@pytest.mark.parametrize(
    ("earlier", "later", "seconds"),
    [
        (("a", 100), ("a", 107.5), 7.5),
        (("a", 100), ("b", 107.5), 107.5),
        (("a", 100), ("b", 20), 20),
        (("", 100), ("", 107.5), 7.5),
        (("", 100), ("", 20), 20),
        (("a", 100), ("", 107.5), 7.5),
        (("", 100), ("b", 107.5), 7.5),
    ],
)
def test_elapsed_seconds_are_never_too_many(
    earlier: tuple[str, float], later: tuple[str, float], seconds: float
) -> None:
    assert elapsed_seconds(UptimeReading(*earlier), UptimeReading(*later)) == seconds


def test_uptime_does_not_follow_the_system_clock() -> None:
    first, second = uptime.read_uptime(), uptime.read_uptime()
    assert first.boot == second.boot and 0 < first.seconds <= second.seconds < time.time() / 2
    if sys.platform == "linux":
        assert first.boot == Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def test_uptime_works_without_a_boot_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uptime, "BOOT_ID", tmp_path / "none")
    assert uptime.read_uptime().boot == "" and uptime.read_uptime().seconds > 0
