"""Fault catalogue, row F10: out of files, memory or processes, the old programme stays."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from kiosk.base.errors import KioskError
from kiosk.viewmodels.background.child_process import ChildProcess
from tests.faults.scenes import SCENES
from tests.faults.trial_worker import ALLOWED_LEFTOVERS, judge_library
from tests.screen_kit import qapp, wait_until

__all__ = ["qapp"]

SCENE = SCENES["newer"]
STEP = {resource.RLIMIT_NOFILE: 1, resource.RLIMIT_AS: 100_000}
"""The step, in files or bytes, between two attempts."""
ENOUGH = 500
"""Steps after which an installation must succeed."""


def used(limit: int) -> int:
    """The current use of a resource by this process: file descriptors, or bytes of address space."""
    if limit == resource.RLIMIT_AS:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    lowest = os.dup(0)
    os.close(lowest)
    return lowest


@contextmanager
def limited(limit: int, value: int) -> Iterator[None]:
    """Limit this process to `value` of a resource."""
    before = resource.getrlimit(limit)
    resource.setrlimit(limit, (value, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(limit, before)


def exit_code_with_limit(library: Path, pack: Path, limit: int, value: int) -> int:
    """Install in a fork of this process with that limit; return the exit code, 70 for a bug."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            with limited(limit, value):
                SCENE.do(library, pack)
            code = 0
        except (KioskError, MemoryError):
            code = 1
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def install_with_rising_limit(folder: Path, limit: int) -> int:
    """Install with a limit that rises from nothing to enough; return the number of failures."""
    pack = SCENE.prepare(folder)
    library, rehearsal = folder / "library", folder / "rehearsal"
    shutil.copytree(library, rehearsal)
    SCENE.do(rehearsal, pack)
    failed, none = 0, used(limit)
    while (code := exit_code_with_limit(library, pack, limit, none + failed * STEP[limit])) == 1:
        assert judge_library(SCENE, library, *ALLOWED_LEFTOVERS) == "old"
        failed += 1
        assert failed < ENOUGH
    assert (code, judge_library(SCENE, library)) == (0, "new")
    return failed


@pytest.mark.parametrize("limit", STEP, ids=["files", "memory"])
def test_f10_without_files_or_memory_the_old_programme_stays(tmp_path: Path, limit: int) -> None:
    """Runs in its own process, whose memory no other test has used."""
    known = "from pathlib import Path; from tests.faults.test_f_limits import install_with_rising_limit"
    ask = f"{known}; print(install_with_rising_limit(Path({str(tmp_path)!r}), {limit}))"
    words = [sys.executable, "-c", ask]
    done = subprocess.run(words, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[-1]) > 3


@pytest.mark.qt_log_ignore("Cannot create pipe", extend=True)
def test_f10_a_child_process_that_cannot_start_reports_its_end(qapp: QCoreApplication) -> None:
    owner, replies = QObject(), list[object]()
    child = ChildProcess(["status", "--json"], owner)
    child.ended.connect(replies.append)
    with limited(resource.RLIMIT_NOFILE, used(resource.RLIMIT_NOFILE)):
        child.start()
        wait_until(lambda: replies)
    assert replies == [{"error": None}]
