"""Runs a scene again and again in child processes that strace kills or makes fail, and judges the library.

`python -m tests.faults.trial_worker FOLDER SCENE MUTANT` is one worker: it answers each line of JSON on its
standard input, a list of strace options for each attempt, with the outcome. A fork of a process that has
imported everything costs milliseconds, a start of Python would cost much more.
"""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from kiosk.base.errors import KioskError
from tests.faults.mutants import MUTANTS
from tests.faults.scenes import SCENES, Scene
from tests.faults.snapshot import take_snapshot

TIMEOUT = 60
"""Seconds after which an attempt counts as hanging."""
LIBRARY_FOLDER = "{library}"
"""Placeholder in the options of a trial for its library folder."""
ALLOWED_LEFTOVERS = ("state.db-journal", ".state.new", ".state.new-journal")
"""What the next writer removes: SQLite's journal without a header, an unfinished state."""


def run_disturbed(scene: Scene, library: Path, pack: Path, options: list[str]) -> int:
    """Run the scene under strace with these options; return the exit code, or minus the signal."""
    return run_traced(lambda: _run_scene(scene, library, pack), options)


def run_traced(do: Callable[[], int], options: list[str]) -> int:
    """Run `do` in a fork of this process under strace; return the exit code, or minus the signal.

    strace counts the nth call of a name for each thread separately.
    """
    child = os.fork()
    if child == 0:
        os.kill(os.getpid(), signal.SIGSTOP)  # until strace is attached
        os._exit(do())
    os.waitpid(child, os.WUNTRACED)
    with subprocess.Popen(
        ["strace", "-f", "-qq", "-p", str(child), *options], stderr=subprocess.PIPE
    ) as strace:
        while not _is_traced(child):
            if strace.poll() is not None:
                os.kill(child, signal.SIGKILL)
                _wait_for(child)
                raise OSError("strace cannot attach here")
            time.sleep(0.0005)
        os.kill(child, signal.SIGCONT)
        return _wait_for(child)


def _run_scene(scene: Scene, library: Path, pack: Path) -> int:
    """Run the scene in the forked child; return the exit code of the command."""
    try:
        scene.do(library, pack)
    except KioskError:
        return 1
    except BaseException:
        traceback.print_exc()
        return 70
    return 0


def _is_traced(process: int) -> bool:
    return "TracerPid:\t0\n" not in Path(f"/proc/{process}/status").read_text()


def _wait_for(process: int) -> int:
    handle = os.pidfd_open(process)
    try:
        if not select.select([handle], [], [], TIMEOUT)[0]:
            os.kill(process, signal.SIGKILL)
            raise TimeoutError(f"still busy after {TIMEOUT} s")
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    finally:
        os.close(handle)


def judge_library(scene: Scene, library: Path, *harmless: str) -> str:
    """'old' or 'new'; AssertionError when the library is neither, or leaves files behind."""
    found = take_snapshot(library, *harmless)
    assert found in (scene.old, scene.new), f"found {found}"
    return "new" if found == scene.new else "old"


def run_trial(scene: Scene, folder: Path, pack: Path, tries: list[list[str]]) -> dict[str, object]:
    """Run the scene on a copy of `folder`/library, once for each of `tries`, then once undisturbed.

    Returns the last exit code, what is shown after it, and what is wrong.
    """
    library = folder / "trial"
    subprocess.run(["cp", "-a", folder / "library", library], check=True)
    found: dict[str, object] = {"tries": tries, "wrong": ""}
    try:
        for options in tries:
            here = [option.replace(LIBRARY_FOLDER, str(library)) for option in options]
            found["code"] = run_disturbed(scene, library, pack, here)
        found["shown"] = judge_library(scene, library, *ALLOWED_LEFTOVERS)
        scene.do(library, pack)
        assert judge_library(scene, library) == "new", "a retry did not succeed"
    except (AssertionError, KioskError, OSError) as error:
        found["wrong"] = f"{type(error).__name__}: {error}"
    for path in (library, *library.rglob("*")):
        if path.is_dir():
            path.chmod(0o700)
    shutil.rmtree(library)
    return found


def serve_trials(scene: Scene, folder: Path) -> None:
    """Answer trials until standard input ends."""
    pack = scene.prepare(folder)
    rehearsal = folder / "rehearsal"
    shutil.copytree(folder / "library", rehearsal)
    scene.do(rehearsal, pack)  # so that late imports are done before the fork
    for line in sys.stdin:
        print(json.dumps(run_trial(scene, folder, pack, json.loads(line))), flush=True)


if __name__ == "__main__":
    with MUTANTS[sys.argv[3]]():
        serve_trials(SCENES[sys.argv[2]], Path(sys.argv[1]))
