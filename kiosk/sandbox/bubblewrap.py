"""Runs this program again inside bubblewrap: no network, no other processes, few files."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType

from kiosk.base import paths
from kiosk.base.errors import KioskError
from kiosk.sandbox import host_query
from kiosk.sandbox.environment import CONFINED, HOST_SOCKET

BWRAP = "/usr/bin/bwrap"
GRACE = 6
"""Seconds a command that was asked to end may take, one more than it allows itself."""
SIGNAL_INTERVAL = 0.05
"""Seconds between two requests to end: the first may come before anyone can hear it."""
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/etc/localtime")

_ISOLATION = [
    *("--unshare-net", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--cap-drop", "ALL"),
    *("--die-with-parent", "--new-session", "--as-pid-1", "--dev", "/dev", "--tmpfs", "/tmp"),
]
_START = "import sys; sys.path = {}; from kiosk.__main__ import main; sys.exit(main())"


def is_available() -> bool:
    """Whether bubblewrap is installed and allowed to do its work here."""
    if not os.access(BWRAP, os.X_OK):
        return False
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (1, 2)]
    probe = [BWRAP, *_ISOLATION, *_system_mounts(), "/usr/bin/true"]
    child = os.posix_spawn(BWRAP, probe, os.environ, file_actions=quiet)
    return os.waitpid(child, 0)[1] == 0


def run_command(
    words: Sequence[str], readable: Iterable[Path], writable: Iterable[Path], answer: Callable[[], str]
) -> int:
    """Carry out `kiosk words` inside; its exit code, as shells have it.

    `answer` is what `errand.ask` gets there. Whoever asks this process to end asks the one inside. KioskError
    'sources.not_begun' when that does not even start.
    """
    told, tell = os.pipe()
    os.set_inheritable(tell, True)
    places = _mounts([*_program_folders(), *readable], writable)
    here = str(Path.cwd())
    command = [BWRAP, *_ISOLATION, "--json-status-fd", str(tell), *_system_mounts(), "--dir", here, *places]
    # isolated, and without the time `site` takes to find what is known already
    start = [sys.executable, "-I", "-S", "-c", _START.format([path for path in sys.path if path]), *words]
    line = host_query.serve(answer)
    known = os.environ | {CONFINED: "1", HOST_SOCKET: str(line)}
    inside = os.posix_spawn(BWRAP, [*command, "--chdir", here, *start], known)
    os.close(tell)
    os.close(line)
    with os.fdopen(told) as status:
        first = status.readline()
        if first:
            _forward_termination(inside, json.loads(first)["child-pid"])
        last = status.readline()
        code = os.waitstatus_to_exitcode(os.waitpid(inside, 0)[1])
        signal.setitimer(signal.ITIMER_REAL, 0)
    if not last and code == 1:
        raise KioskError("sources.not_begun")
    return code if code >= 0 else 128 - code


def _forward_termination(bubble: int, inside: int) -> None:
    """Ask the process `inside` to end whenever this one is asked, and end the `bubble` when it does not."""
    end = 0.0

    def ask(number: int, _: FrameType | None) -> None:
        nonlocal end
        if number == signal.SIGTERM:
            end = end or time.monotonic() + GRACE
            signal.setitimer(signal.ITIMER_REAL, SIGNAL_INTERVAL, SIGNAL_INTERVAL)
        try:
            os.kill(inside, signal.SIGTERM)
            if time.monotonic() > end:
                os.kill(bubble, signal.SIGKILL)
        except ProcessLookupError:
            signal.setitimer(signal.ITIMER_REAL, 0)

    for number in (signal.SIGALRM, signal.SIGTERM):
        signal.signal(number, ask)


def _system_mounts() -> Iterator[str]:
    """What every program needs of the system."""
    for name in SYSTEM:
        path = Path(name)
        if path.is_symlink():
            yield from ("--symlink", str(path.readlink()), name)
        elif path.exists():
            yield from ("--ro-bind", name, name)


def _program_folders() -> Iterator[Path]:
    """Python, and all it imports from."""
    yield from map(Path, (sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix))
    yield from (Path(path) for path in sys.path if path)
    yield paths.resources()


def _mounts(readable: Iterable[Path], writable: Iterable[Path]) -> Iterator[str]:
    """Every place that is there under its own name, those that hold others first."""
    ways = {path.absolute(): "--ro-bind" for path in readable}
    ways |= {path.absolute(): "--bind" for path in writable}
    for path in sorted(ways, key=lambda path: len(path.parts)):
        with suppress(OSError):
            path.stat()
            yield from (ways[path], str(path), str(path))
