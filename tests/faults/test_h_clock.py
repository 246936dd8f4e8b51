"""Fault catalogue, section H: clocks far behind and far ahead, jumping clocks, midnight."""

import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk import dates
from kiosk.base.clock import BUILD_DATE, Clock, ClockStatus
from kiosk.base.errors import KioskError
from kiosk.base.limits import CLOCK_TOLERANCE, DAY, EXPIRES_AFTER
from kiosk.base.settings import Settings
from kiosk.base.time_zones import zone
from kiosk.dates.bounds import parse_when
from kiosk.health.run_checks import run_checks
from kiosk.library.install import install
from kiosk.library.time_floor import confirm_day, read_time_floor, record_time
from kiosk.programme.shown_programme import open_library
from kiosk.viewmodels.session import Session
from tests.library_kit import LibraryKit, sample_publisher

SIGNED = BUILD_DATE + 10 * DAY
LOST_BATTERY = {"1970": 0, "2000": 946684800, "a day before the program": BUILD_DATE - DAY}
AHEAD = {"2038": 2147483647, "2100": 4102444800}


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    """A library whose programme was signed after the program was built and installed with a right clock."""
    kit = LibraryKit(tmp_path, sample_publisher(at=SIGNED))
    install(kit.folder, kit.pack(1), clock=clock_at(SIGNED + DAY), reserve=0)
    confirm_day(kit.folder, SIGNED + DAY, SIGNED + DAY)
    return kit


def clock_at(now: int) -> Clock:
    """The clock of a machine that shows `now`."""
    return Clock(lambda: now, BUILD_DATE)


def clock_at_floor(now: int, floor: int) -> Clock:
    """The clock of the screen of such a machine."""
    return Clock(lambda: now, BUILD_DATE, floor)


def clock_level(kit: LibraryKit, now: int) -> str:
    """The level of the clock's health check when the clock shows `now`."""
    found = run_checks(Settings(library=kit.folder), now=now)
    return next(check.level for check in found.findings if check.id == "clock")


@pytest.mark.parametrize("shown", LOST_BATTERY.values(), ids=LOST_BATTERY)
def test_h01_with_a_clock_far_behind_nothing_is_hidden_and_packs_install(kit: LibraryKit, shown: int) -> None:
    showing = open_library(kit.folder)
    session = Session(Settings(), Clock(lambda: shown, BUILD_DATE, showing.floor), showing, "en")
    assert session.now is None
    assert showing.catalogue.count_events(session.now) == showing.catalogue.count_events(None) > 0
    assert clock_level(kit, shown) == "broken"
    assert record_time(kit.folder, clock_at(shown)).status is ClockStatus.BEHIND
    assert install(kit.folder, kit.pack(2), clock=clock_at(shown), reserve=0).pack.version == 2
    assert read_time_floor(kit.folder) == SIGNED + DAY


@pytest.mark.parametrize("shown", AHEAD.values(), ids=AHEAD)
def test_h02_a_clock_far_ahead_refuses_new_packs_and_changes_nothing_else(
    kit: LibraryKit, shown: int
) -> None:
    with pytest.raises(KioskError) as caught:
        install(kit.folder, kit.pack(2), clock=clock_at(shown), reserve=0)
    assert caught.value.code in ("packs.expired", "packs.keys_expired")
    assert open_library(kit.folder).packs[0].version == 1
    assert clock_level(kit, shown) == "attention"
    assert record_time(kit.folder, clock_at(shown)).status is ClockStatus.AHEAD
    assert clock_level(kit, SIGNED + 2 * DAY) == "good"
    assert install(kit.folder, kit.pack(2), clock=clock_at(SIGNED + 2 * DAY), reserve=0).pack.version == 2


def test_h03_past_events_never_become_upcoming_again(kit: LibraryKit) -> None:
    """300 starts, each with a clock from anywhere between 1970 and 2100."""
    draw = random.Random(7)
    floor = read_time_floor(kit.folder)
    for _ in range(300):
        shown = draw.choice([draw.randrange(2**32), draw.randrange(SIGNED, SIGNED + EXPIRES_AFTER)])
        reading = record_time(kit.folder, clock_at(shown))
        assert reading.floor == floor
        is_trusted = floor <= shown <= floor + EXPIRES_AFTER
        assert clock_at_floor(shown, floor).is_trusted is is_trusted
        if is_trusted:
            floor = min(shown, floor + CLOCK_TOLERANCE)
        assert read_time_floor(kit.folder) == floor
    assert floor > SIGNED + 100 * DAY
    kit.publisher.change_manifest(signed_at=SIGNED + DAY, fresh_until=SIGNED + 2 * DAY)
    assert install(kit.folder, kit.pack(2), clock=clock_at(SIGNED + DAY), reserve=0).pack.version == 2


@pytest.fixture(params=["UTC", "Asia/Almaty", "America/New_York", "<+06>-6"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Sets the system's time zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("day", "zone_name", "hours"),
    [
        ("2026-11-23", "Asia/Almaty", 24),
        ("2024-02-29", "Asia/Almaty", 25),
        ("2026-03-08", "America/New_York", 23),
        ("2026-11-01", "America/New_York", 25),
    ],
)
def test_h04_today_is_the_local_day_of_the_corner_across_clock_changes(
    system: None, day: str, zone_name: str, hours: int
) -> None:
    """Days of clock changes, minute by minute around both midnights."""
    when = parse_when(day, zone_name)
    assert when.latest + 1 - when.earliest == hours * 3600
    for minute in range(-90, 91):
        for edge, before, after in ((when.earliest, "tomorrow", "today"), (when.latest + 1, "today", "")):
            now = edge + minute * 60
            assert dates.relative_day(when, now) == (before if minute < 0 else after)
            local = datetime.fromtimestamp(now, UTC).astimezone(zone(zone_name))
            assert f"{local:%H:%M}" in dates.clock_line(now, zone_name, "en")


def test_h04_an_event_of_today_stays_until_midnight_in_the_corner(kit: LibraryKit, system: None) -> None:
    catalogue = open_library(kit.folder).catalogue
    days = [datetime(2016, 1, 1, tzinfo=zone("Asia/Almaty")) + timedelta(days=n) for n in range(366)]
    coming = [catalogue.count_events(int(day.timestamp())) for day in days]
    assert coming == sorted(coming, reverse=True)
    for card in catalogue.cards(None):
        last = max(one.when.latest for one in catalogue.event(card.id).occurrences)
        assert catalogue.count_events(last) > catalogue.count_events(last + 1)


def run_with_clock(at: str, *words: object) -> subprocess.CompletedProcess[str]:
    """Run a command with a system clock that starts at `at`."""
    tool = shutil.which("faketime") or pytest.skip("needs faketime")
    command = [tool, at, sys.executable, "-m", "kiosk", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True)


def test_h01_h02_on_a_machine_with_a_wrong_clock(kit: LibraryKit) -> None:
    """The program itself with a faked system clock."""
    there = ("--library", kit.folder, "--json")
    output = json.loads(run_with_clock("2000-01-01 00:00:00", "clock", "--record", *there).stdout)
    assert (output["clock"], output["remembered"], output["passed"]) == ("behind", False, SIGNED + DAY)
    new = kit.pack(2)
    assert json.loads(run_with_clock("2000-01-01 00:00:00", "install", new, *there).stdout)["generation"] == 2
    output = json.loads(run_with_clock("2100-01-01 00:00:00", "clock", "--record", *there).stdout)
    assert (output["clock"], output["remembered"], output["passed"]) == ("ahead", False, SIGNED + DAY)
    refused = run_with_clock("2100-01-01 00:00:00", "install", kit.pack(3), *there)
    assert (refused.returncode, json.loads(refused.stdout)["error"]["code"]) == (1, "packs.keys_expired")
    assert (
        json.loads(run_with_clock("2100-01-01 00:00:00", "status", *there).stdout)["packs"][0]["version"] == 2
    )
    output = json.loads(run_with_clock("2026-11-13 12:00:00", "clock", "--record", *there).stdout)
    assert (output["clock"], output["remembered"]) == ("plausible", True)
    assert 0 <= output["passed"] - int(datetime(2026, 11, 13, 12, tzinfo=UTC).timestamp()) < 60
