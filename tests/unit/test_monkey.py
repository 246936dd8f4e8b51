"""The monkey's measure of memory: a leak is seen through what a visitor looks at, which is no leak."""

import random

import pytest

from tests.monkey.health import MIB, Health

LOOK = 5
"""Seconds from one look to the next."""


def half_an_hour(leak: float, seconds: int = 1800) -> Health:
    """A kiosk that loses `leak` MiB an hour, with up to 15 MiB of pages, and at rest once a minute."""
    chance, health = random.Random(1), Health(pid=0)
    for second in range(0, seconds, LOOK):
        shown = 0.1 * chance.random() if second % 60 == 20 else 5 + 10 * chance.random()
        health.memory.append((second, round((120 + leak * second / 3600 + shown) * MIB)))
    return health


@pytest.mark.parametrize("leak", [0, 0.5, 2, 10])
def test_a_leak_is_told_from_what_is_shown(leak: float) -> None:
    assert half_an_hour(leak).slope(600) == pytest.approx(leak, abs=0.25)


def test_what_grows_while_all_is_seen_for_the_first_time_is_no_leak() -> None:
    health = half_an_hour(0)
    early = [(moment, size - 20 * MIB) for moment, size in health.memory if moment < 600]
    health.memory[: len(early)] = early
    assert health.slope(600) == pytest.approx(0, abs=0.25)


def test_a_few_minutes_tell_nothing() -> None:
    assert half_an_hour(10, seconds=540).slope(180) is None
