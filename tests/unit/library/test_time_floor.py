"""The time bounds of a library, and which times raise the floor."""

from pathlib import Path

import pytest

from kiosk.base.clock import BUILD_DATE, Clock
from kiosk.base.limits import DAY, EXPIRES_AFTER
from kiosk.library.install import install
from kiosk.library.revoke import revoke
from kiosk.library.time_floor import ClockStatus, TimeBounds, raise_time_floor, read_time_bounds
from tests.library_kit import LibraryKit, sample_publisher

SIGNED = BUILD_DATE + 30 * DAY


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    """A library with a pack signed after the build date of the program."""
    kit = LibraryKit(tmp_path, sample_publisher(at=SIGNED))
    install(kit.folder, kit.pack(1), clock=Clock(lambda: SIGNED + DAY, 0), reserve=0)
    return kit


def test_the_floor_of_an_empty_library_is_the_build_date_and_nothing_is_stored(tmp_path: Path) -> None:
    assert read_time_bounds(tmp_path / "no") == TimeBounds(BUILD_DATE, BUILD_DATE + EXPIRES_AFTER)
    assert not raise_time_floor(tmp_path / "no", BUILD_DATE + DAY)
    assert not (tmp_path / "no").exists()


def test_installation_and_signature_set_the_bounds(kit: LibraryKit) -> None:
    assert read_time_bounds(kit.folder) == TimeBounds(SIGNED + DAY, SIGNED + EXPIRES_AFTER)


def test_a_later_time_raises_the_floor_an_earlier_one_does_not(kit: LibraryKit) -> None:
    for now, stored in ((SIGNED + 9 * DAY, True), (SIGNED + 8 * DAY, False), (SIGNED + 9 * DAY, True)):
        assert raise_time_floor(kit.folder, now) is stored
        assert read_time_bounds(kit.folder).floor == SIGNED + 9 * DAY


def test_a_time_too_far_ahead_does_not_raise_the_floor(kit: LibraryKit) -> None:
    latest = SIGNED + EXPIRES_AFTER
    assert not raise_time_floor(kit.folder, latest + 1)
    assert read_time_bounds(kit.folder).floor == SIGNED + DAY
    assert raise_time_floor(kit.folder, latest)


def test_a_pack_signed_later_can_be_installed_at_the_highest_floor(kit: LibraryKit) -> None:
    """The clock was as far ahead as is plausible."""
    assert raise_time_floor(kit.folder, SIGNED + EXPIRES_AFTER)
    kit.publisher.change_manifest(signed_at=SIGNED + 1, fresh_until=SIGNED + DAY)
    correct = Clock(lambda: SIGNED + 2, 0)
    assert install(kit.folder, kit.pack(2), clock=correct, reserve=0).pack.version == 2


def test_revoking_with_a_clock_far_ahead_does_not_raise_the_floor(kit: LibraryKit) -> None:
    kit.publisher.change_manifest(signed_at=SIGNED + 5 * DAY, fresh_until=SIGNED + 6 * DAY)
    install(kit.folder, kit.pack(2), clock=Clock(lambda: SIGNED, 0), reserve=0)
    revoke(kit.folder, "local", Clock(lambda: SIGNED + 9000 * DAY, 0))
    assert read_time_bounds(kit.folder).floor == SIGNED + 5 * DAY


@pytest.mark.parametrize(
    ("now", "status"),
    [
        (9, ClockStatus.BEHIND),
        (10, ClockStatus.PLAUSIBLE),
        (20, ClockStatus.PLAUSIBLE),
        (21, ClockStatus.AHEAD),
    ],
)
def test_a_clock_is_compared_with_both_bounds(now: int, status: ClockStatus) -> None:
    assert TimeBounds(10, 20).check_clock(now) is status
