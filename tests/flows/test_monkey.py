"""A few seconds of `make monkey`: no problem is found."""

import time
from pathlib import Path

import pytest

from tests.faulty_share import wait_until
from tests.monkey.session import monkey_session
from tests.screen_kit import copy_library


@pytest.mark.xdist_group("xvfb")
def test_a_monkey_breaks_nothing(april: Path, tmp_path: Path) -> None:
    with monkey_session(tmp_path, copy_library(april, tmp_path / "library"), seed=1) as session:
        wait_until(lambda: not session.find_problems(), 60)
        start = time.monotonic()
        session.monkey.play(8)
        assert session.find_problems() == []
        assert session.monkey.staff_visits == 1
        assert session.monkey.taps > 5 * (time.monotonic() - start)
