"""Fault catalogue, section J: a signal only asks, and what is cleared away is cleared away."""

import random
from pathlib import Path

import pytest

from tests.faults.trials import require_strace
from tests.signals.operations import OPERATIONS
from tests.signals.rig import RAISING, SOUND, Rig, load


@pytest.mark.parametrize("operation", OPERATIONS)
def test_j12_a_signal_at_any_instant_leaves_nothing(tmp_path: Path, operation: str) -> None:
    rig = Rig(tmp_path, operation, confined=True, number=random.Random(operation))
    with load(1):
        assert [trial for trial in (rig.run(), rig.run()) if trial.wrong] == []


def interrupt_clearing(folder: Path, operation: str, program: str = SOUND) -> str:
    """What is wrong after a signal in every call that removes something."""
    require_strace()
    rig = Rig(folder, operation, confined=False, number=random.Random(operation), program=program)
    return rig.run_while_clearing().wrong


@pytest.mark.parametrize("operation", OPERATIONS)
def test_j12_clearing_away_is_not_interrupted(tmp_path: Path, operation: str) -> None:
    assert interrupt_clearing(tmp_path, operation) == ""


def test_j12_the_rig_finds_a_handler_that_raises(tmp_path: Path) -> None:
    assert "left over" in interrupt_clearing(tmp_path, "preview", RAISING)
