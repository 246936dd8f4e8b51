"""The clock by which packs and keys are signed."""

import time
from datetime import UTC, datetime

import pytest

from kiosk.authoring.keys.signing_clock import read_signing_clock, signing_date
from kiosk.base.clock import BUILD_DATE
from tests.packs_builder import refused


def test_a_clock_that_can_be_right_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: BUILD_DATE + 0.5)
    assert read_signing_clock() == BUILD_DATE
    assert signing_date() == datetime.fromtimestamp(BUILD_DATE, UTC)


def test_a_clock_from_before_the_build_date_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 0.0)
    with refused("authoring.clock", shown="1970-01-01", built="2026-11-01"):
        signing_date()
