"""The waits after wrong tries, and the status of a missing or locked PIN."""

import pytest

from kiosk.base.uptime import UptimeReading
from kiosk.pin.lockout import MISSING, NEVER_SET, PinStatus, pin_status, wait_after
from kiosk.store.pin_store import PinHash, PinRecord

PIN_HASH = PinHash(b"x")


def test_the_wait_doubles_up_to_an_hour() -> None:
    assert [wait_after(wrong) for wrong in range(5)] == [0] * 5
    assert [wait_after(wrong) for wrong in range(5, 15)] == (
        [15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    )


@pytest.mark.parametrize(("passed", "wait"), [(0, 30), (0.1, 30), (29, 1), (29.99, 1), (30, 0), (9e9, 0)])
def test_a_wait_is_rounded_up_to_seconds(passed: float, wait: int) -> None:
    assert pin_status(PinRecord(PIN_HASH, 6, "a", 100.5), UptimeReading("a", 100.5 + passed)).wait == wait


def test_a_missing_pin_and_a_locked_pin_have_their_status() -> None:
    now = UptimeReading("a", 1)
    assert (pin_status(None, now), pin_status(PinRecord(), now)) == (MISSING, NEVER_SET)
    assert (
        pin_status(PinRecord(PIN_HASH, 15), now)
        == pin_status(PinRecord(PIN_HASH, 99), now)
        == PinStatus(left=0, locked=True)
    )
