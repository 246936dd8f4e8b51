"""Confines a process that reads untrusted input (ADR 11)."""

import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import FrameType

from kiosk.base import cancellation, paths
from kiosk.base.errors import KioskError
from kiosk.sandbox.environment import CONFINED, HOST_SOCKET


def enter_sandbox(
    args: Namespace,
    readable: Iterable[Path],
    writable: Iterable[Path],
    wait_until_reachable: Callable[[], None] = lambda: None,
    answer_query: Callable[[], str] = lambda: "",
) -> None:
    """Apply `resource_limits` to this process; where bubblewrap works, run the same command inside it.

    Inside, only the program, its settings, `readable` and `writable` are visible (paths need not exist) and
    only `writable` can be changed permanently. Outside, this never returns: the process exits with the code
    of the one inside. `wait_until_reachable` waits, with a deadline, for what bubblewrap would wait for
    without one; `answer_query` answers `ask_host`. Does nothing on Windows.
    """
    if sys.platform == "win32":
        return
    if CONFINED not in os.environ:
        from kiosk.sandbox import bubblewrap, resource_limits

        resource_limits.apply_limits()
        if sys.platform == "linux":
            resource_limits.signal_when_parent_ends(signal.SIGTERM)
            wait_until_reachable()
            if bubblewrap.is_available():
                settings = [args.settings] if args.settings else paths.settings_files()
                sys.exit(bubblewrap.run_command(args.words, [*readable, *settings], writable, answer_query))
            resource_limits.forbid_new_privileges()
    signal.signal(signal.SIGXCPU, _handle_cpu_limit)


def ask_host(answer_query: Callable[[], str]) -> str:
    """What `answer_query` returns outside the sandbox, '' for no answer; called here when not sandboxed."""
    if HOST_SOCKET not in os.environ:
        return answer_query()
    from kiosk.sandbox import host_query

    return host_query.ask_host()


def _handle_cpu_limit(_: int, __: FrameType | None) -> None:
    cancellation.request(partial(KioskError, "sources.too_long"))
