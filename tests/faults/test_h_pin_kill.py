"""Fault catalogue, row H6: SIGKILL and I/O errors at the system calls of a PIN check."""

import io
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.pin import staff_pin
from tests.faults.trial_worker import run_traced
from tests.faults.trials import calls, require_strace, spread
from tests.pin_kit import RIGHT_PIN, WRONG_PIN, count_wrong_tries, make_library

MEMORY = ("brk", "mmap", "munmap", "mprotect", "madvise")
"""Calls that differ from one run to the next."""


class PinTrial:
    """A PIN with two wrong attempts; every trial gets a copy."""

    def __init__(self, folder: Path) -> None:
        require_strace()
        self._template, self.trial, self._log = make_library(folder), folder / "trial", folder / "calls"
        for _ in range(2):
            staff_pin.check(self._template, WRONG_PIN)

    def run(self, typed: str, *options: str) -> int:
        """Run `kiosk pin check` under strace; return its exit code."""
        shutil.rmtree(self.trial, ignore_errors=True)
        shutil.copytree(self._template, self.trial)
        return run_traced(_command(self.trial, typed), list(options))

    def kill(self, typed: str, counted: Sequence[int], points: int) -> None:
        """Kill it at so many system calls.

        The removal of a journal is a commit: after each of them, so many wrong tries are `counted`.
        """
        self.run(typed, "-o", str(self._log))
        commits, chosen = 0, []
        for name, nth, _ in calls(self._log):
            if name not in MEMORY:
                chosen.append((name, nth, counted[commits]))
            commits += name == "unlink"
        assert commits == len(counted) - 1
        chosen = spread(chosen, points)
        for name, nth, number in chosen:
            code = self.run(typed, "-o", "/dev/null", "-e", f"inject={name}:signal=SIGKILL:when={nth}")
            assert (code, count_wrong_tries(self.trial)) == (-9, number), (name, nth)
            assert staff_pin.check(self.trial, RIGHT_PIN).right, (name, nth)
        print(f"kill points: {len(chosen)}")


def _command(folder: Path, typed: str) -> Callable[[], int]:
    """Run `kiosk pin check` in a fork of this process."""

    def check() -> int:
        sys.stdin, sys.stdout = io.TextIOWrapper(io.BytesIO(typed.encode())), io.StringIO()
        return main(["pin", "check", "--json", "--library", str(folder)])

    return check


@pytest.fixture
def ground(tmp_path: Path) -> PinTrial:
    return PinTrial(tmp_path)


def test_h06_an_attempt_is_counted_before_the_pin_is_checked(ground: PinTrial) -> None:
    ground.kill(WRONG_PIN, (2, 3), 40)


def test_h06_a_killed_check_of_the_right_pin_counts_as_wrong(ground: PinTrial) -> None:
    ground.kill(RIGHT_PIN, (2, 3, 0), 40)


@pytest.mark.campaign
def test_h06_killed_at_every_call(ground: PinTrial) -> None:
    ground.kill(WRONG_PIN, (2, 3), 1000)
    ground.kill(RIGHT_PIN, (2, 3, 0), 1000)


@pytest.mark.parametrize("fault", ["fdatasync:error=EIO", "pwrite64:error=ENOSPC", "unlink:error=EROFS"])
def test_h06_an_attempt_that_cannot_be_recorded_is_not_checked(ground: PinTrial, fault: str) -> None:
    assert ground.run(RIGHT_PIN, "-o", "/dev/null", "-e", f"inject={fault}") == 1
    assert count_wrong_tries(ground.trial) == 2
    assert staff_pin.check(ground.trial, RIGHT_PIN).right
