"""Tests when a source that sends too little counts as dead."""

from collections.abc import Callable
from threading import Event

import pytest

from kiosk.sources import read_deadline
from kiosk.sources.read_deadline import ReadDeadline

PATIENCE = 20


class Reason(Event):
    """An event with the reason that it was set with."""

    reason = ""

    def expire(self, reason: str) -> None:
        self.reason = reason
        self.set()


def test_a_source_that_sends_nothing_expires() -> None:
    over = Reason()
    with ReadDeadline(over.expire, min_bytes_per_second=100, seconds=0.05):
        assert over.wait(PATIENCE)
    assert over.reason == "sources.slow"


def test_a_source_that_sends_too_little_expires() -> None:
    over = Reason()
    with ReadDeadline(over.expire, min_bytes_per_second=100, seconds=0.2) as deadline:
        deadline.count_bytes(19)
        assert over.wait(PATIENCE)


def test_a_source_that_sends_enough_does_not_expire() -> None:
    over, tick = Reason(), Event()
    with ReadDeadline(over.expire, min_bytes_per_second=100, seconds=0.1) as deadline:
        for _ in range(60):
            deadline.count_bytes(10)
            deadline.count_response()
            assert not tick.wait(0.005)
        assert not over.is_set()


def test_a_deadline_stops_with_its_block_and_can_be_entered_again() -> None:
    over = Reason()
    deadline = ReadDeadline(over.expire, min_bytes_per_second=100, seconds=0.05)
    with deadline:
        pass
    assert not over.wait(0.2)
    with deadline:
        assert over.wait(PATIENCE)


def test_a_source_that_keeps_a_command_from_ending_expires(
    asked: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_deadline, "STOP_SECONDS", 0.1)
    over = Reason()
    with ReadDeadline(over.expire):
        assert not over.wait(0.5)
        asked()
        assert over.wait(PATIENCE)
    assert over.reason == "sources.stopped"
