"""The effort of checking a source folder: nothing is synced, and no step is quadratic."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from kiosk.authoring.building.build_pack import check_source
from tests.source_builder import TALK_TOML, write_source

FIRST = date(2016, 4, 9)
TraceFunction = Callable[[FrameType, str, Any], Any]


def write_talks(folder: Path, number: int) -> Path:
    """A source folder with that many events of the same shape, each on another day."""
    days = {n: (FIRST + timedelta(days=n)).isoformat() for n in range(number)}
    return write_source(
        folder,
        {f"events/talk-{n}.toml": TALK_TOML.replace(FIRST.isoformat(), day) for n, day in days.items()},
    )


def count_instructions(act: Callable[[], object]) -> int:
    """The instructions of Python's bytecode that `act` executes."""
    instructions, before = 0, sys.gettrace()

    def note(frame: FrameType, kind: str, _: Any) -> TraceFunction:
        nonlocal instructions
        instructions += kind == "opcode"
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return note

    sys.settrace(note)
    try:
        act()
    finally:
        sys.settrace(before)
    return instructions


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_check_syncs_nothing(tmp_path: Path) -> None:
    source, calls = write_talks(tmp_path / "source", 3), tmp_path / "calls"
    trace = ["strace", "-f", "-e", "trace=fsync,fdatasync,sync_file_range,openat", "-o", str(calls)]
    subprocess.run([*trace, sys.executable, "-m", "kiosk", "pack", "check", source], check=True)
    lines = calls.read_text().splitlines()
    assert any("talk-2.toml" in line for line in lines)
    assert [line for line in lines if "sync" in line.split("(")[0]] == []


def test_twice_as_many_events_are_twice_the_work(tmp_path: Path) -> None:
    check_source(write_talks(tmp_path / "first", 1))  # fills the caches
    sources = [write_talks(tmp_path / str(number), number) for number in (100, 200, 300)]
    counts = [count_instructions(partial(check_source, source)) for source in sources]
    first, second = counts[1] - counts[0], counts[2] - counts[1]
    assert first > 100 * 1000  # the instructions are counted
    assert second == pytest.approx(first, rel=0.02)
