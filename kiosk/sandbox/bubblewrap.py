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

from kiosk.base import cancellation, paths
from kiosk.base.errors import KioskError
from kiosk.sandbox import host_query
from kiosk.sandbox.environment import CONFINED, HOST_SOCKET

BWRAP = "/usr/bin/bwrap"
GRACE = 5
"""Seconds until a command that was asked to end is killed."""
SIGNAL_INTERVAL = 0.05
"""Seconds between two signals to end: the first may come before there is a handler."""
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/etc/localtime")

_ISOLATION = [
    *("--unshare-net", "--unshare-pid", "--unshare-ipc", "--cap-drop", "ALL"),
    *("--die-with-parent", "--new-session", "--as-pid-1", "--dev", "/dev", "--tmpfs", "/tmp"),
]
_START = "import sys; sys.path = {}; from kiosk.__main__ import main; sys.exit(main())"


def is_available() -> bool:
    """Whether bubblewrap is installed and permitted to create namespaces here."""
    if not os.access(BWRAP, os.X_OK):
        return False
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (1, 2)]
    probe = [BWRAP, *_ISOLATION, *_system_mounts(), "/usr/bin/true"]
    child = os.posix_spawn(BWRAP, probe, os.environ, file_actions=quiet)
    return os.waitpid(child, 0)[1] == 0


def run_command(
    arguments: Sequence[str], readable: Iterable[Path], writable: Iterable[Path], answer: Callable[[], str]
) -> int:
    """Run `kiosk arguments` inside bubblewrap and return its exit code, as shells do.

    `answer` answers `host_query.ask_host` there. Signals to end this process are passed on to the one inside.
    KioskError 'sources.not_begun' when the process inside does not start.
    """
    status_read, status_write = os.pipe()
    os.set_inheritable(status_write, True)
    mounts = _mounts([*_program_folders(), *readable], writable)
    cwd = str(Path.cwd())
    command = [
        BWRAP,
        *_ISOLATION,
        "--json-status-fd",
        str(status_write),
        *_system_mounts(),
        "--dir",
        cwd,
        *mounts,
    ]
    # isolated, and without `site`, which would take time to find the known paths again
    start = [
        sys.executable,
        "-X",
        "utf8",
        "-I",
        "-S",
        "-c",
        _START.format([path for path in sys.path if path]),
        *arguments,
    ]
    query_socket = host_query.serve(answer)
    environment = os.environ | {CONFINED: "1", HOST_SOCKET: str(query_socket)}
    child = os.posix_spawn(BWRAP, [*command, "--chdir", cwd, *start], environment)
    os.close(status_write)
    os.close(query_socket)
    with os.fdopen(status_read) as status:
        first = status.readline()
        if first:
            _forward_termination(child, json.loads(first)["child-pid"])
        last = status.readline()
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        signal.setitimer(signal.ITIMER_REAL, 0)
    if not last and code == 1:
        raise KioskError("sources.not_begun")
    return code if code >= 0 else 128 - code


def _forward_termination(bubblewrap: int, inside: int) -> None:
    """Forward signals to end to the process `inside`, and kill `bubblewrap` when it runs on after GRACE."""
    deadline = 0.0

    def forward(number: int, _: FrameType | None) -> None:
        nonlocal deadline
        if number != signal.SIGALRM:
            deadline = deadline or time.monotonic() + GRACE
            signal.setitimer(signal.ITIMER_REAL, SIGNAL_INTERVAL, SIGNAL_INTERVAL)
        try:
            os.kill(inside, signal.SIGTERM)
            if time.monotonic() > deadline:
                os.kill(bubblewrap, signal.SIGKILL)
        except ProcessLookupError:
            signal.setitimer(signal.ITIMER_REAL, 0)

    for number in (signal.SIGALRM, *cancellation.SIGNALS):
        signal.signal(number, forward)
    if cancellation.is_requested():
        os.kill(os.getpid(), signal.SIGTERM)


def _system_mounts() -> Iterator[str]:
    """The arguments that mount what every program needs of the system."""
    for name in SYSTEM:
        path = Path(name)
        if path.is_symlink():
            yield from ("--symlink", str(path.readlink()), name)
        elif path.exists():
            yield from ("--ro-bind", name, name)


def _program_folders() -> Iterator[Path]:
    """Python, and every folder it imports from."""
    yield from map(Path, (sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix))
    yield from (Path(path) for path in sys.path if path)
    yield paths.resources()


def _mounts(readable: Iterable[Path], writable: Iterable[Path]) -> Iterator[str]:
    """The arguments that mount every existing path under its own name, parents first.

    What is writable and lies below what is only readable was written by others: a link is not followed.
    """
    options = {path.absolute(): "--ro-bind" for path in readable}
    for path in map(Path.absolute, writable):
        if not (_is_link(path) and options.keys() & set(path.parents)):
            options[path] = "--bind"
    for path in sorted(options, key=lambda path: len(path.parts)):
        with suppress(OSError):
            path.stat()
            yield from (options[path], str(path), str(path))


def _is_link(path: Path) -> bool:
    """Whether it is a link; a share that cannot be mounted is none, and no error."""
    with suppress(OSError):
        return path.is_symlink()
    return False
