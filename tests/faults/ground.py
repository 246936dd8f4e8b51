"""Installs a pack again and again in child processes that strace kills or lies to, and judges what is left.

As a program it is one worker: `python -m tests.faults.ground FOLDER WAY` answers each line of JSON on its
standard input, the strace options of one trial, with the trial's outcome. Forking a process that has imported
everything makes a trial cost milliseconds instead of a start of Python.
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
from contextlib import nullcontext
from pathlib import Path
from unittest.mock import patch

from kiosk.errors import KioskError
from kiosk.library import install as installing
from kiosk.library.install import install
from kiosk.library.revoke import revoke
from kiosk.library.showing import open_library
from kiosk.library.stage import Stage
from kiosk.library.status import status
from kiosk.packs.publisher import Publisher
from kiosk.store.state import State
from tests.library_kit import CLOCK, Kit, edition, publishing
from tests.packs_builder import Publishing

OLD, NEW = {"local": 1, "neighbour": 7}, {"local": 2, "neighbour": 7}
LONGEST = 60
"""Seconds after which an installation counts as hanging."""


def ground(folder: Path) -> tuple[Path, Path]:
    """A library that shows OLD, and the pack that makes it NEW."""
    kit = Kit(folder, publishing())
    neighbour = Kit(
        folder / "neighbour", Publishing(Publisher("neighbour", "Neighbour", ("kz.usembassy.gov",)))
    )
    neighbour.folder = kit.folder
    (kit.folder / "trust/neighbour.root.json").write_bytes(neighbour.shop.root)
    neighbour.install(7)
    kit.install(1)
    edition(kit.shop, 2)
    return kit.folder, kit.shop.pack(folder / "new.kpack")


def trial(library: Path, pack: Path, options: list[str]) -> int:
    """Install `pack` under strace with these options; the exit code, or minus the signal it died of."""
    return traced(lambda: _install(library, pack), options)


def traced(do: Callable[[], int], options: list[str]) -> int:
    """Let a fork of this process do it under strace; the exit code, or minus the signal it died of."""
    child = os.fork()
    if child == 0:
        os.kill(os.getpid(), signal.SIGSTOP)  # until strace is there
        os._exit(do())
    os.waitpid(child, os.WUNTRACED)
    with subprocess.Popen(["strace", "-qq", "-p", str(child), *options], stderr=subprocess.PIPE) as strace:
        while not _traced(child):
            if strace.poll() is not None:
                os.kill(child, signal.SIGKILL)
                _ended(child)
                raise OSError("strace cannot attach here")
            time.sleep(0.0005)
        os.kill(child, signal.SIGCONT)
        return _ended(child)


def _install(library: Path, pack: Path) -> int:
    """What the forked child does, like `kiosk install`."""
    try:
        install(library, pack, clock=CLOCK, reserve=0)
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
            raise TimeoutError(f"still installing after {LONGEST} s")
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    finally:
        os.close(handle)


def shown(library: Path, *harmless: str) -> str:
    """'old' or 'new'; anything that is neither whole nor clean fails an assertion."""
    showing = open_library(library)
    versions = {pack.publisher: pack.version for pack in showing.packs}
    assert versions in (OLD, NEW), f"shows {versions}"
    assert not showing.damaged, "the generation chosen cannot be read"
    damaged = status(library).damaged
    assert not damaged, f"damaged: {damaged}"
    with State(library / "state.db") as state:
        named, trusted = state.folders(), state.trusted("local")
    found = {path.name for path in (library / "gen").iterdir()}
    assert found == named, f"on the disk {found}, in the state {named}"
    assert (trusted.version if trusted else None) == versions.get("local"), f"trusts {trusted}"
    left = {path.name for path in library.iterdir()} - {"gen", "lock.db", "state.db", "trust", *harmless}
    assert not left, f"left over: {left}"
    return "old" if versions == OLD else "new"


def outcome(template: Path, pack: Path, options: list[str]) -> dict[str, object]:
    """How one trial on a copy of `template` ended: its exit code, what is shown, what is wrong with that."""
    library = template.with_name("trial")
    subprocess.run(["cp", "-a", template, library], check=True)
    found: dict[str, object] = {"options": options, "wrong": ""}
    try:
        found["code"] = trial(library, pack, options)
        # SQLite leaves a journal that has no header yet for the next transaction to write over
        found["shown"] = shown(library, "state.db-journal")
        install(library, pack, clock=CLOCK, reserve=0)
        assert shown(library) == "new", "a retry did not succeed"
    except (AssertionError, KioskError, OSError) as error:
        found["wrong"] = f"{type(error).__name__}: {error}"
    for folder in (library, *library.rglob("*")):
        if folder.is_dir():
            folder.chmod(0o700)
    shutil.rmtree(library)
    return found


def commit_before_rename(do: Callable[[], None]) -> None:
    """A mutant: the state names a generation that is not there yet."""
    commit, finish = installing._commit, Stage.finish
    late: list[Callable[[], None]] = []

    def committed(*args: object) -> None:
        commit(*args)  # type: ignore[arg-type]
        late.pop()()

    with (
        patch.object(Stage, "finish", lambda stage, name: late.append(lambda: finish(stage, name))),
        patch.object(installing, "_commit", committed),
    ):
        do()


def no_transaction(do: Callable[[], None]) -> None:
    """A mutant: every statement of the commit is a commit of its own."""
    with patch.object(State, "_transaction", lambda state: nullcontext()):
        do()


def state_lost(do: Callable[[], None]) -> None:
    """No mutant: the library has lost its state, so that installing begins with mending."""
    whole = ground

    def losing(folder: Path) -> tuple[Path, Path]:
        library, pack = whole(folder)
        (library / "state.db").unlink()
        return library, pack

    with patch.dict(globals(), ground=losing):
        do()


def removal(do: Callable[[], None]) -> None:
    """No mutant: instead of installing anything, a publisher is removed; doing it again finishes that."""

    def remove(library: Path, *_: object, **__: object) -> None:
        if (library / "trust/local.root.json").exists():
            revoke(library, "local", CLOCK)

    with patch.dict(globals(), install=remove, NEW={"neighbour": 7}):
        do()


WAYS: dict[str, Callable[[Callable[[], None]], None]] = {
    "sound": lambda do: do(),
    "state_lost": state_lost,
    "removal": removal,
    "commit_before_rename": commit_before_rename,
    "no_transaction": no_transaction,
}


def work(folder: Path) -> None:
    """Answer trials until there are no more."""
    template, pack = ground(folder)
    first = folder / "first"
    shutil.copytree(template, first)
    install(first, pack, clock=CLOCK, reserve=0)  # whatever is imported late is imported now
    for line in sys.stdin:
        print(json.dumps(outcome(template, pack, json.loads(line))), flush=True)


if __name__ == "__main__":
    WAYS[sys.argv[2]](lambda: work(Path(sys.argv[1])))
