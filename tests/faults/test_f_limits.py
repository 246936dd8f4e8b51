"""Fault catalogue, row F10: no more files, no more memory, no more processes; the old programme stays."""

import os
import resource
import shutil
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from tests.faults.ground import HARMLESS, shown
from tests.faults.scenes import SCENES

SCENE = SCENES["newer"]
KIB = 1024


def limited(library: Path, pack: Path, limit: int, value: int) -> int:
    """The exit code of an installation in a fork of this process that has no more than `value` of a resource."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(limit, (value, value))
        try:
            SCENE.do(library, pack)
        except (KioskError, MemoryError):
            os._exit(1)
        except BaseException:
            import traceback

            traceback.print_exc()
            os._exit(70)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def used() -> int:
    """The address space of this process, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


@pytest.mark.parametrize("name", ["files", "memory"])
def test_f10_without(tmp_path: Path, name: str) -> None:
    pack = SCENE.prepare(tmp_path)
    shutil.copytree(tmp_path / "library", tmp_path / "rehearsal")
    SCENE.do(tmp_path / "rehearsal", pack)
    library = tmp_path / "library"
    from collections import Counter

    c = Counter()
    top = max(map(int, os.listdir("/proc/self/fd")))
    for step in range(400):
        if name == "files":
            code = limited(library, pack, resource.RLIMIT_NOFILE, 3 + step)
        else:
            code = limited(library, pack, resource.RLIMIT_AS, used() + 64 * KIB * step)
        c[code] += 1
        s = shown(SCENE, library, *HARMLESS)
        print(step, code, s)
        if code == 0:
            break
    print(c)
