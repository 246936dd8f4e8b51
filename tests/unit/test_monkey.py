"""The growth of memory in the monkey test: a leak is told from the memory of shown pages."""

import random

import pytest

from tests.monkey.health import MIB, Health

SAMPLE_INTERVAL = 5
"""Seconds between two samples."""


def simulated_health(leak: float, seconds: int = 1800) -> Health:
    """Samples of a kiosk that leaks `leak` MiB an hour, with up to 15 MiB of pages, at rest once a minute."""
    chance, health = random.Random(1), Health(pid=0)
    for second in range(0, seconds, SAMPLE_INTERVAL):
        shown = 0.1 * chance.random() if second % 60 == 20 else 5 + 10 * chance.random()
        health.memory.append((second, round((120 + leak * second / 3600 + shown) * MIB)))
    return health


@pytest.mark.parametrize("leak", [0, 0.5, 2, 10])
def test_a_leak_is_told_from_the_memory_of_shown_pages(leak: float) -> None:
    assert simulated_health(leak).memory_growth(600) == pytest.approx(leak, abs=0.25)


def test_growth_during_the_warm_up_is_no_leak() -> None:
    health = simulated_health(0)
    early = [(moment, size - 20 * MIB) for moment, size in health.memory if moment < 600]
    health.memory[: len(early)] = early
    assert health.memory_growth(600) == pytest.approx(0, abs=0.25)


def test_a_few_minutes_give_no_result() -> None:
    assert simulated_health(10, seconds=540).memory_growth(180) is None
