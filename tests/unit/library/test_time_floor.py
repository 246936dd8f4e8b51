"""What a kiosk knows of the time, and which times it takes in."""

from pathlib import Path

import pytest

from kiosk.base.clock import BUILD_DATE, Clock
from kiosk.base.limits import DAY, EXPIRES_AFTER
from kiosk.library.install import install
from kiosk.library.revoke import revoke
from kiosk.library.time_floor import ClockStatus, TimeBounds, raise_time_floor, read_time_bounds
from tests.library_kit import Kit, sample_publisher

SIGNED = BUILD_DATE + 30 * DAY


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    """A library with a pack that was signed after the program was made."""
    kit = Kit(tmp_path, sample_publisher(at=SIGNED))
    install(kit.folder, kit.pack(1), clock=Clock(lambda: SIGNED + DAY, 0), reserve=0)
    return kit


def test_an_empty_library_knows_the_day_of_the_program_and_keeps_nothing(tmp_path: Path) -> None:
    assert read_time_bounds(tmp_path / "no") == TimeBounds(BUILD_DATE, BUILD_DATE + EXPIRES_AFTER)
    assert not raise_time_floor(tmp_path / "no", BUILD_DATE + DAY)
    assert not (tmp_path / "no").exists()


def test_an_installation_and_a_signature_are_known_to_have_passed(kit: Kit) -> None:
    assert read_time_bounds(kit.folder) == TimeBounds(SIGNED + DAY, SIGNED + EXPIRES_AFTER)


def test_a_time_is_remembered_and_an_earlier_one_not(kit: Kit) -> None:
    for now, kept in ((SIGNED + 9 * DAY, True), (SIGNED + 8 * DAY, False), (SIGNED + 9 * DAY, True)):
        assert raise_time_floor(kit.folder, now) is kept
        assert read_time_bounds(kit.folder).floor == SIGNED + 9 * DAY


def test_a_time_too_far_ahead_is_not_remembered(kit: Kit) -> None:
    latest = SIGNED + EXPIRES_AFTER
    assert not raise_time_floor(kit.folder, latest + 1)
    assert read_time_bounds(kit.folder).floor == SIGNED + DAY
    assert raise_time_floor(kit.folder, latest)


def test_whatever_was_remembered_a_pack_signed_later_is_taken(kit: Kit) -> None:
    """Even when the clock was as far ahead as it could be believed."""
    assert raise_time_floor(kit.folder, SIGNED + EXPIRES_AFTER)
    kit.publisher.describe(signed_at=SIGNED + 1, fresh_until=SIGNED + DAY)
    true = Clock(lambda: SIGNED + 2, 0)
    assert install(kit.folder, kit.pack(2), clock=true, reserve=0).pack.version == 2


def test_taking_trust_back_by_a_clock_gone_wild_poisons_nothing(kit: Kit) -> None:
    kit.publisher.describe(signed_at=SIGNED + 5 * DAY, fresh_until=SIGNED + 6 * DAY)
    install(kit.folder, kit.pack(2), clock=Clock(lambda: SIGNED, 0), reserve=0)
    revoke(kit.folder, "local", Clock(lambda: SIGNED + 9000 * DAY, 0))
    assert read_time_bounds(kit.folder).floor == SIGNED + 5 * DAY


@pytest.mark.parametrize(
    ("now", "belief"),
    [
        (9, ClockStatus.BEHIND),
        (10, ClockStatus.PLAUSIBLE),
        (20, ClockStatus.PLAUSIBLE),
        (21, ClockStatus.AHEAD),
    ],
)
def test_a_clock_is_judged_by_what_has_passed_and_what_can_have(now: int, belief: ClockStatus) -> None:
    assert TimeBounds(10, 20).check_clock(now) is belief
