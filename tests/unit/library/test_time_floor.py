"""The time floor of a library: what raises it, what replaces it, what leaves it alone."""

from pathlib import Path

import pytest

from kiosk.base.clock import BUILD_DATE, Clock
from kiosk.base.limits import CLOCK_TOLERANCE, DAY, EXPIRES_AFTER
from kiosk.library.install import install
from kiosk.library.revoke import revoke
from kiosk.library.time_floor import confirm_day, read_time_floor, record_time
from tests.library_kit import LibraryKit, sample_publisher
from tests.packs_builder import refused

SIGNED = BUILD_DATE + 30 * DAY
FIRST_FLOOR = BUILD_DATE + CLOCK_TOLERANCE
"""After one reading."""


def clock_at(now: int) -> Clock:
    """The clock of a machine that shows `now`."""
    return Clock(lambda: now, BUILD_DATE)


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    """A library with a pack signed after the build date of the program."""
    kit = LibraryKit(tmp_path, sample_publisher(at=SIGNED))
    install(kit.folder, kit.pack(1), clock=clock_at(SIGNED + DAY), reserve=0)
    assert read_time_floor(kit.folder) == 0
    record_time(kit.folder, clock_at(SIGNED + DAY))
    return kit


def test_an_empty_library_has_no_floor_and_nothing_is_stored(tmp_path: Path) -> None:
    assert read_time_floor(tmp_path / "no") == 0
    assert record_time(tmp_path / "no", clock_at(BUILD_DATE + DAY)).floor == BUILD_DATE
    with refused("library.empty"):
        confirm_day(tmp_path / "no", BUILD_DATE + DAY, 0)
    assert not (tmp_path / "no").exists()


def test_no_installation_moves_the_floor(kit: LibraryKit) -> None:
    kit.publisher.change_manifest(signed_at=SIGNED + 3000 * DAY, fresh_until=SIGNED + 3000 * DAY)
    for version, now in ((2, 0), (3, SIGNED + 3000 * DAY)):
        install(kit.folder, kit.pack(version), clock=clock_at(now), reserve=0)
        assert read_time_floor(kit.folder) == FIRST_FLOOR


def test_the_floor_follows_the_clock_and_never_falls(kit: LibraryKit) -> None:
    confirm_day(kit.folder, SIGNED, 0)
    for now, floor in ((SIGNED + DAY, SIGNED + DAY), (SIGNED + 5, SIGNED + DAY), (0, SIGNED + DAY)):
        record_time(kit.folder, clock_at(now))
        assert read_time_floor(kit.folder) == floor


def test_a_reading_far_ahead_raises_the_floor_by_two_days_or_not_at_all(kit: LibraryKit) -> None:
    latest = FIRST_FLOOR + EXPIRES_AFTER
    record_time(kit.folder, clock_at(latest + 1))
    assert read_time_floor(kit.folder) == FIRST_FLOOR
    record_time(kit.folder, clock_at(latest))
    assert read_time_floor(kit.folder) == FIRST_FLOOR + CLOCK_TOLERANCE


@pytest.mark.parametrize("years", [-30, 30])
def test_revoking_with_a_wrong_clock_leaves_the_floor_alone(kit: LibraryKit, years: int) -> None:
    revoke(kit.folder, "local", clock_at(SIGNED + years * 365 * DAY))
    assert read_time_floor(kit.folder) == FIRST_FLOOR


@pytest.mark.parametrize("day", [BUILD_DATE, SIGNED + 3000 * DAY])
def test_a_confirmed_day_replaces_the_floor(kit: LibraryKit, day: int) -> None:
    confirm_day(kit.folder, day, SIGNED)
    assert read_time_floor(kit.folder) == day
