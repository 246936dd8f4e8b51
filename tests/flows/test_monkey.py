"""A few seconds of `make monkey`: it breaks nothing, and gets no further than the screen."""

import time
from pathlib import Path

import pytest

from tests.faulty_share import wait_until
from tests.monkey.session import monkey_session
from tests.screen_kit import april, copy_library

__all__ = ["april"]


@pytest.mark.xdist_group("xvfb")
def test_a_monkey_breaks_nothing(april: Path, tmp_path: Path) -> None:
    with monkey_session(tmp_path, copy_library(april, tmp_path / "library"), seed=1) as played:
        wait_until(lambda: not played.find_problems(), 60)
        start = time.monotonic()
        played.monkey.play(8)
        assert played.find_problems() == []
        assert played.monkey.staff_visits == 1
        assert played.monkey.taps > 5 * (time.monotonic() - start)
