"""Fault catalogue, section F: every step of an installation with every kind of interruption.

As in Mender's `state_test.cpp`: in each step an error, a kill, a kill at every attempt, and a state that
cannot be written.
"""

from collections.abc import Iterator

import pytest

from tests.faults import io_errors, kill_points
from tests.faults.install_steps import STEPS, steps
from tests.faults.kill_points import at
from tests.faults.trial_worker import LIBRARY_FOLDER
from tests.faults.trials import Options, Trials, spread, workers


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trials]:
    with workers(tmp_path_factory.mktemp("steps")) as trials:
        yield trials


@pytest.fixture(scope="module")
def recovery_trials(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trials]:
    with workers(tmp_path_factory.mktemp("mending"), "mending") as trials:
        yield trials


@pytest.mark.parametrize("step", STEPS)
def test_f01_killed_in_the_same_step_at_every_attempt(trials: Trials, step: str) -> None:
    """A machine that fails at the same place several times leaves nothing behind."""
    for call in spread(steps(trials.calls())[step], 2):
        assert kill_points.broken(trials.run([[at(call)] * 12], f"{step}, 12 times")) == []


@pytest.mark.parametrize("step", STEPS)
def test_f02_an_error_in_a_step(trials: Trials, step: str) -> None:
    calls = [call for call in steps(trials.calls())[step] if call.name in io_errors.ERRORS]
    tries: list[list[Options]] = [
        [["-o", "/dev/null", "-e", f"inject={name}:error=EIO:when={nth}{more}"]]
        for name, nth, _ in spread(calls, 3)
        for more in ("", "+")
    ]
    assert io_errors.broken(trials.run(tries, step)) == []


@pytest.mark.parametrize("error", ["EROFS", "EACCES", "ENOSPC"])
@pytest.mark.parametrize("call", ["openat", "pwrite64", "fdatasync"])
def test_f02_write_errors_of_the_state(trials: Trials, call: str, error: str) -> None:
    """The writes fail from the first, second, third or fourth on."""
    tries = [
        [
            [
                "-o",
                "/dev/null",
                "-P",
                f"{LIBRARY_FOLDER}/state.db",
                "-e",
                f"inject={call}:error={error}:when={nth}+",
            ]
        ]
        for nth in range(1, 5)
    ]
    assert io_errors.broken(trials.run(tries, f"state, {call}")) == []


def test_f04_a_killed_recovery_recovers_again(recovery_trials: Trials) -> None:
    assert kill_points.broken(kill_points.kill(recovery_trials, 40)) == []


def test_f04_a_recovery_killed_three_times_recovers_again(recovery_trials: Trials) -> None:
    tries = triple_kills(recovery_trials, 20)
    assert kill_points.broken(recovery_trials.run(tries, "kills of three tries")) == []


@pytest.mark.campaign
def test_f04_recoveries_killed_three_times_at_300_points(recovery_trials: Trials) -> None:
    tries = triple_kills(recovery_trials, 300)
    assert len(tries) == 300
    assert kill_points.broken(recovery_trials.run(tries, "kills of three tries")) == []


def triple_kills(trials: Trials, number: int) -> list[list[Options]]:
    """Three kills each: of a recovery, of the recovery after it, and of the third attempt."""
    calls = spread(trials.calls(), number)
    return [[at(calls[place * part % number]) for part in (1, 7, 11)] for place in range(number)]


def test_f12_a_kill_while_removing_leftovers_keeps_what_is_shown(trials: Trials) -> None:
    """Old generations are removed after the new one is committed."""
    found = trials.run([[at(call)] for call in spread(steps(trials.calls())["clear"], 25)], "clearing")
    assert {(trial.code, trial.shown, trial.wrong) for trial in found} == {(-9, "new", "")}
