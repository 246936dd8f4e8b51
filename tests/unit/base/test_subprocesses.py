"""Waiting for another program: its output, the deadline, a request to end."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

import pytest

from kiosk.base.cancellation import Cancelled
from kiosk.base.subprocesses import communicate

PATIENCE = 60.0


@contextmanager
def running(code: str) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as child:
        yield child
        child.kill()


def test_the_output_of_a_program_that_takes_longer_than_a_poll() -> None:
    code = "import time; print('a', flush=True); time.sleep(0.4); print('b')"
    with running(code) as child:
        assert communicate(child, PATIENCE) == ("a\nb\n", "")
        assert child.returncode == 0


@pytest.mark.parametrize("timeout", [0.0, 0.05, 0.3])
def test_a_program_that_takes_too_long(timeout: float) -> None:
    with running("import time; time.sleep(600)") as child:
        with pytest.raises(subprocess.TimeoutExpired):
            communicate(child, timeout)
        assert child.poll() is None


def test_a_request_to_end_ends_the_wait(asked: Callable[[], None]) -> None:
    with running("import time; time.sleep(600)") as child:
        timer = Timer(0.3, asked)
        timer.start()
        with pytest.raises(Cancelled):
            communicate(child, PATIENCE)
        timer.join()


def test_a_request_before_the_end_of_the_program_counts(asked: Callable[[], None]) -> None:
    """A Ctrl+C in the terminal ends the program too, and half an output must not be taken for all of it."""
    with running("print('half')") as child:
        child.wait()
        asked()
        with pytest.raises(Cancelled):
            communicate(child, PATIENCE)
