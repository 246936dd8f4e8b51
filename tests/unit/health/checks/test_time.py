"""A wrong clock, a zone that is not the Corner's, and zone rules from before March 2024."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.base.clock import ClockReading
from kiosk.base.limits import DAY, EXPIRES_AFTER
from kiosk.health.checks import clock, time_zone
from tests.health_kit import describe

ALMATY = "Asia/Almaty"
NOW = int(datetime(2026, 11, 23, 9, 20, tzinfo=UTC).timestamp())


def check_clock(shown: int) -> str:
    """The finding on a clock that shows `shown`, when it has been NOW."""
    return describe(clock.check(ClockReading(shown, recorded=NOW), ALMATY))


@pytest.fixture
def set_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Sets the zone of this process as the system's would be, and puts it back."""
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def old_rules(tmp_path: Path) -> Path:
    """System rules in which Almaty is still at UTC+6."""
    file = tmp_path / "zoneinfo" / ALMATY
    file.parent.mkdir(parents=True)
    file.write_bytes(Path("/usr/share/zoneinfo/Etc/GMT-6").read_bytes())
    return tmp_path / "zoneinfo"


def put(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("TZ", name)
    time.tzset()


def found(rules: Path = time_zone.RULES) -> dict[str, str]:
    return {finding.id: describe(finding) for finding in time_zone.check(ALMATY, NOW, rules)}


def test_plausible_clock_is_good() -> None:
    assert check_clock(NOW) == "good: Monday, 23 November 2026 · 14:20"


def test_clock_behind_the_time_floor_is_reported() -> None:
    assert check_clock(946684800) == (
        "broken: The clock is behind. It shows: Saturday, 1 January 2000 · 06:00. "
        "Certainly past: Monday, 23 November 2026 · 14:20. Until it is right, nothing is hidden as past."
    )


def test_clock_far_ahead_needs_attention() -> None:
    assert check_clock(NOW + EXPIRES_AFTER).startswith("good: ")
    line = check_clock(NOW + EXPIRES_AFTER + DAY)
    assert line.startswith("attention: The clock says: Wednesday, 29 December 2027")
    assert "known to this kiosk: Monday, 23 November 2026 · 14:20. Until that is settled" in line


@pytest.mark.parametrize("name", ["Asia/Almaty", "Asia/Tashkent", "<+05>-5"])
def test_zone_with_the_same_offset_is_good(
    name: str, set_zone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(monkeypatch, name)
    assert found() == {"zone": "good: UTC+5, as in Asia/Almaty"}


@pytest.mark.parametrize(("name", "offset"), [("UTC", "+0"), ("Asia/Kolkata", "+5:30"), ("<-03>3", "-3")])
def test_zone_with_another_offset_is_reported(
    name: str, offset: str, set_zone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(monkeypatch, name)
    assert found() == {"zone": f"attention: This computer says UTC{offset}, Asia/Almaty is UTC+5."}
    (finding,) = time_zone.check(ALMATY, NOW)
    assert finding.remedy["en"].startswith(
        "Ask the technician to set the computer's time zone to Asia/Almaty"
    )


def test_zone_rules_from_before_2024_are_reported(
    old_rules: Path, set_zone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(monkeypatch, f":{old_rules / ALMATY}")
    assert time.localtime(NOW).tm_gmtoff == 6 * 3600
    findings = found(old_rules)
    assert findings["zone"] == "attention: This computer says UTC+6, Asia/Almaty is UTC+5."
    assert findings["zone_rules"].endswith("rules for Asia/Almaty are out of date: UTC+6 instead of UTC+5.")
    assert all("tzdata" in finding.remedy["en"] for finding in time_zone.check(ALMATY, NOW, old_rules))


def test_unreadable_zone_rules_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "Asia").mkdir()
    (tmp_path / ALMATY).write_bytes(b"no rules")
    for rules in (tmp_path, tmp_path / "no"):
        assert "zone_rules" not in found(rules)


def test_system_zone_without_the_TZ_variable() -> None:
    ask = "from kiosk.health.checks.time_zone import system_zone; print(system_zone())"
    environment = {name: value for name, value in os.environ.items() if name != "TZ"}
    done = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, text=True)
    link = os.path.realpath("/etc/localtime")
    assert done.stdout.strip() == (link.partition("zoneinfo/")[2] or link)
