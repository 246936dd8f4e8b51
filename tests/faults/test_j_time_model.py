"""Fault catalogue, J1: histories of clocks, packs and publishers, chosen by Hypothesis, against a model."""

import os

import pytest
from hypothesis import seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.time_model import TimeModel

STEPS = 12
"""The maximum number of steps of a history."""
HISTORIES = 40
PARTS = 8
"""The campaign has so many parts, which can run beside each other, each with other histories."""
CAMPAIGN_HISTORIES = int(os.environ.get("MODEL_EXAMPLES", 10_000))


def run_model(histories: int, first: int) -> None:
    """Run the model with that many histories; `first` is the seed."""
    model = seed(first)(type("SeededTimeModel", (TimeModel,), {}))
    run_state_machine_as_test(model, settings=settings(max_examples=histories, stateful_step_count=STEPS))


def test_j01_a_right_pack_is_accepted_after_any_history() -> None:
    run_model(HISTORIES, 0)


@pytest.mark.campaign
@pytest.mark.parametrize("part", range(1, PARTS + 1))
def test_j01_a_right_pack_is_accepted_after_any_of_many_histories(part: int) -> None:
    run_model(CAMPAIGN_HISTORIES // PARTS, part)
