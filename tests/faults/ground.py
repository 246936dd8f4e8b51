"""Plays a scene again and again in child processes that strace kills or lies to, and judges what is left.

As a program it is one worker: `python -m tests.faults.ground FOLDER SCENE MUTANT` answers each line of JSON
on its standard input, the strace options of tries that are disturbed one after the other, with the outcome.
Forking a process that has imported everything makes a trial cost milliseconds instead of a start of Python.
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
from tests.faults.seen import seen

LONGEST = 60
"""Seconds after which an installation counts as hanging."""
LIBRARY = "{library}"
"""Stands in the options of a trial for the folder of its library."""
HARMLESS = ("state.db-journal", ".state.new", ".state.new-journal")
"""What the next to write clears away: SQLite's journal without a header, a state not made yet."""


def disturbed(scene: Scene, library: Path, pack: Path, options: list[str]) -> int:
    """Play the scene under strace with these options; the exit code, or minus the signal it died of."""
    return traced(lambda: _play(scene, library, pack), options)


def traced(do: Callable[[], int], options: list[str]) -> int:
    """Let a fork of this process do it under strace; the exit code, or minus the signal it died of.

    Of what strace is to do at the nth call of a name, every thread has a count of its own.
    """
    child = os.fork()
    if child == 0:
        os.kill(os.getpid(), signal.SIGSTOP)  # until strace is there
        os._exit(do())
    os.waitpid(child, os.WUNTRACED)
    with subprocess.Popen(
        ["strace", "-f", "-qq", "-p", str(child), *options], stderr=subprocess.PIPE
    ) as strace:
        while not _traced(child):
            if strace.poll() is not None:
                os.kill(child, signal.SIGKILL)
                _ended(child)
                raise OSError("strace cannot attach here")
            time.sleep(0.0005)
        os.kill(child, signal.SIGCONT)
        return _ended(child)


def _play(scene: Scene, library: Path, pack: Path) -> int:
    """What the forked child does, like the command."""
    try:
        scene.do(library, pack)
    except KioskError:
        return 1
    except BaseException:
        traceback.print_exc()
        return 70
    return 0


def _traced(process: int) -> bool:
    return "TracerPid:\t0\n" not in Path(f"/proc/{process}/status").read_text()


def _ended(process: int) -> int:
    handle = os.pidfd_open(process)
    try:
        if not select.select([handle], [], [], LONGEST)[0]:
            os.kill(process, signal.SIGKILL)
            raise TimeoutError(f"still busy after {LONGEST} s")
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    finally:
        os.close(handle)


def shown(scene: Scene, library: Path, *harmless: str) -> str:
    """'old' or 'new'; anything that is neither whole nor clean fails an assertion."""
    found = seen(library, *harmless)
    assert found in (scene.old, scene.new), f"found {found}"
    return "new" if found == scene.new else "old"


def outcome(scene: Scene, folder: Path, pack: Path, tries: list[list[str]]) -> dict[str, object]:
    """How the scene ends on a copy of `folder`/library, disturbed as many times as there are `tries`.

    The exit code of the last, what is shown then, and what is wrong with that.
    """
    library = folder / "trial"
    subprocess.run(["cp", "-a", folder / "library", library], check=True)
    found: dict[str, object] = {"tries": tries, "wrong": ""}
    try:
        for options in tries:
            here = [option.replace(LIBRARY, str(library)) for option in options]
            found["code"] = disturbed(scene, library, pack, here)
        found["shown"] = shown(scene, library, *HARMLESS)
        scene.do(library, pack)
        assert shown(scene, library) == "new", "a retry did not succeed"
    except (AssertionError, KioskError, OSError) as error:
        found["wrong"] = f"{type(error).__name__}: {error}"
    for path in (library, *library.rglob("*")):
        if path.is_dir():
            path.chmod(0o700)
    shutil.rmtree(library)
    return found


def work(scene: Scene, folder: Path) -> None:
    """Answer trials until there are no more."""
    pack = scene.prepare(folder)
    rehearsal = folder / "rehearsal"
    shutil.copytree(folder / "library", rehearsal)
    scene.do(rehearsal, pack)  # whatever is imported late is imported now
    for line in sys.stdin:
        print(json.dumps(outcome(scene, folder, pack, json.loads(line))), flush=True)


if __name__ == "__main__":
    with MUTANTS[sys.argv[3]]():
        work(SCENES[sys.argv[2]], Path(sys.argv[1]))
