"""Fault catalogue, J1, J13: signatures of the future, and a clock that jumps while the screen runs."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies

from kiosk.app.window import KioskWindow
from kiosk.base.clock import BUILD_DATE, Clock, ClockReading
from kiosk.base.limits import CLOCK_TOLERANCE, DAY, EXPIRES_AFTER
from kiosk.base.settings import Settings
from kiosk.delivery.scan import scan_source
from kiosk.health.checks import clock as clock_check
from kiosk.health.finding import Level
from kiosk.health.run_checks import run_checks
from kiosk.library.install import install
from kiosk.library.revoke import revoke
from kiosk.library.rollback import roll_back
from kiosk.library.time_floor import read_time_floor, record_time
from kiosk.preview.preview import preview_pack
from kiosk.programme.shown_programme import open_library
from kiosk.viewmodels.session import Session
from tests.library_kit import LibraryKit, sample_publisher
from tests.packs_builder import refused
from tests.screen_kit import AT, demo, qapp, texts, wait_until, window
from tests.unit.library.corner_publisher import CORNER_PUBLISHER, CornerKit

__all__ = ["demo", "qapp"]

NOW = BUILD_DATE + 60 * DAY
IN_2031, IN_2199 = 1_930_000_000, 7_226_582_400
YEARS = 20 * 365 * DAY
DOUBT = "The clock may be wrong, so past events are shown too"


def clock_at(now: int) -> Clock:
    """The clock of a machine that shows `now`."""
    return Clock(lambda: now, BUILD_DATE)


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    """A library that shows a right pack of the country's publisher, installed by a right clock."""
    kit = LibraryKit(tmp_path, sample_publisher(at=NOW - DAY))
    install(kit.folder, kit.pack(1), clock=clock_at(NOW), reserve=0)
    record_time(kit.folder, clock_at(NOW))
    return kit


@pytest.fixture
def corner(tmp_path: Path, kit: LibraryKit) -> CornerKit:
    """A Corner's publisher in the same library."""
    return CornerKit(tmp_path, kit, CORNER_PUBLISHER, NOW - DAY)


def sign_at(kit: LibraryKit, signed_at: int, version: int) -> Path:
    """Write the pack `version`, signed at `signed_at`."""
    kit.publisher.change_manifest(signed_at=signed_at, fresh_until=signed_at + DAY)
    return kit.pack(version)


def install_right_pack(kit: LibraryKit, now: int, version: int) -> int:
    """Install a pack that was signed an hour ago, by a right clock; its version."""
    pack = sign_at(kit, now - 3600, version)
    return install(kit.folder, pack, clock=clock_at(now), reserve=0).pack.version


@pytest.mark.parametrize("signed_at", [NOW + CLOCK_TOLERANCE + 1, IN_2031, IN_2199])
def test_j01_a_pack_signed_in_the_future_is_refused_with_both_dates(kit: LibraryKit, signed_at: int) -> None:
    pack, before = sign_at(kit, signed_at, 2), kit.read_files()
    detail = {"signed": f"{datetime.fromtimestamp(signed_at, UTC):%Y-%m-%d}", "today": "2026-12-31"}
    for refuse in (install, preview_pack):
        with refused("packs.signed_ahead", **detail):
            refuse(kit.folder, pack, clock=clock_at(NOW), reserve=0)
    scanned = {one.file: one for one in scan_source(kit.folder, kit.packs, clock=clock_at(NOW)).packs}[pack]
    assert scanned.error and scanned.error.code == "packs.signed_ahead"
    assert {path for path, file in kit.read_files().items() if file != before.get(path)} <= {"state.db"}


def test_j01_clocks_two_days_apart_are_both_right_enough(kit: LibraryKit) -> None:
    pack = sign_at(kit, NOW + CLOCK_TOLERANCE, 2)
    assert install(kit.folder, pack, clock=clock_at(NOW), reserve=0).pack.version == 2


def test_j01_a_wrong_pack_that_was_accepted_changes_nothing_for_others(
    kit: LibraryKit, corner: CornerKit
) -> None:
    """A clock without a battery knows nothing, and so a pack of 2199 is accepted."""
    wrong = sign_at(corner, IN_2199, 1)
    assert install(kit.folder, wrong, clock=clock_at(0), reserve=0).pack.signed_at == IN_2199
    assert read_time_floor(kit.folder) == BUILD_DATE + CLOCK_TOLERANCE
    showing = open_library(kit.folder)
    session = Session(Settings(), Clock(lambda: NOW, BUILD_DATE, showing.floor), showing, "en")
    assert session.now == NOW
    assert install_right_pack(kit, NOW, 2) == 2
    roll_back(kit.folder, clock_at(NOW))
    assert install_right_pack(kit, NOW + DAY, 3) == 3
    assert install_right_pack(corner, NOW + DAY, 2) == 2
    revoke(kit.folder, "room", clock_at(NOW + DAY))
    assert install_right_pack(kit, NOW + 2 * DAY, 4) == 4
    findings = run_checks(Settings(library=kit.folder), now=NOW + 2 * DAY).findings
    assert next(finding.level for finding in findings if finding.id == "clock") is Level.GOOD


def test_j01_a_library_whose_floor_an_earlier_program_let_signatures_raise_heals_itself(
    kit: LibraryKit, corner: CornerKit
) -> None:
    install(kit.folder, sign_at(corner, IN_2199, 1), clock=clock_at(0), reserve=0)
    connection = sqlite3.connect(kit.folder / "state.db")
    connection.execute("UPDATE floor SET last_seen = ?", (IN_2199,))
    connection.execute(f"PRAGMA user_version = {1 << 16 | 2}")
    connection.commit()
    connection.close()
    assert read_time_floor(kit.folder) == open_library(kit.folder).floor == 0
    for reading in (record_time(kit.folder, clock_at(NOW)), record_time(kit.folder, clock_at(NOW))):
        assert reading.status == "plausible"
    assert read_time_floor(kit.folder) == BUILD_DATE + 2 * CLOCK_TOLERANCE
    assert install_right_pack(kit, NOW, 2) == 2
    assert install_right_pack(corner, NOW, 2) == 2


@pytest.mark.parametrize("shown", [0, 946_684_800, BUILD_DATE - 1, BUILD_DATE, BUILD_DATE + DAY])
def test_j01_a_clock_without_a_battery_accepts_the_packs_of_years_later(kit: LibraryKit, shown: int) -> None:
    """Whatever such a clock says, packs that had expired before it stopped stay refused."""
    later = sign_at(kit, BUILD_DATE + 5 * 365 * DAY, 2)
    assert install(kit.folder, later, clock=clock_at(shown), reserve=0).pack.version == 2
    expired = sign_at(kit, BUILD_DATE + CLOCK_TOLERANCE - EXPIRES_AFTER, 3)
    if shown < BUILD_DATE:
        with refused("packs.expired"):
            install(kit.folder, expired, clock=clock_at(shown), reserve=0)


readings = strategies.builds(
    ClockReading,
    now=strategies.integers(0, IN_2199),
    recorded=strategies.one_of(strategies.just(0), strategies.integers(BUILD_DATE, IN_2199)),
)


@given(readings)
def test_j13_the_screen_believes_what_health_believes(reading: ClockReading) -> None:
    clock = Clock(lambda: reading.now, reading.earliest, reading.recorded)
    finding = clock_check.check(reading, "Asia/Almaty")
    assert clock.is_trusted is (finding.level is Level.GOOD)
    assert clock.effective() == (reading.now if clock.is_trusted else reading.floor)


def doubts(shown: KioskWindow) -> bool:
    """Whether the screen says that the clock may be wrong."""
    return any(DOUBT in text for text in texts(shown))


@pytest.mark.parametrize("jump", [YEARS, -YEARS])
def test_j13_a_clock_that_jumps_while_the_screen_runs_hides_nothing(demo: Path, jump: int) -> None:
    with window(demo) as shown:
        session, shell = shown.shell.session, shown.shell
        start = session.moment
        now = [start]
        session.clock = Clock(lambda: now[0], start)
        shell.goHome()
        wait_until(lambda: shell.clock != "")
        upcoming = [row.eventId for row in shell.pages.home.rows.rows]
        assert upcoming and not doubts(shown)
        now[0] += jump
        wait_until(lambda: doubts(shown))
        assert shell.clock == ""
        assert len(shell.pages.home.rows.rows) == len(upcoming)
        shell.open("calendar")
        assert session.today == AT[:10]
        shell.showAttract()
        assert shell.attract_page.eventId
        now[0] = start
        shell.goHome()
        wait_until(lambda: not doubts(shown) and shell.clock != "")
        assert [row.eventId for row in shell.pages.home.rows.rows] == upcoming
