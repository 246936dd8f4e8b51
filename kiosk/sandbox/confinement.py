"""Keeps a process that reads what anyone may have written within limits (ADR 11)."""

import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType

from kiosk.base import paths
from kiosk.base.errors import KioskError
from kiosk.sandbox.environment import CONFINED, HOST_SOCKET


def enter_sandbox(
    args: Namespace,
    readable: Iterable[Path],
    writable: Iterable[Path],
    reach: Callable[[], None] = lambda: None,
    errand: Callable[[], str] = lambda: "",
) -> None:
    """Go on within the limits of `limits`, and where bubblewrap works, carry out the same command in it.

    There only the program, its settings, `readable` and `writable` are to be seen (paths need not exist), the
    latter alone can be changed for good, and this never returns: the process ends as the one inside does.
    `reach` waits for what bubblewrap would wait for without a limit; `errand` answers `outside`. On Windows
    this does nothing.
    """
    if sys.platform == "win32":
        return
    if CONFINED not in os.environ:
        from kiosk.sandbox import bubblewrap, resource_limits

        resource_limits.apply_limits()
        if sys.platform == "linux":
            resource_limits.signal_when_parent_ends(signal.SIGTERM)
            reach()
            if bubblewrap.is_available():
                settings = [args.settings] if args.settings else paths.settings_files()
                sys.exit(bubblewrap.run_command(args.words, [*readable, *settings], writable, errand))
            resource_limits.forbid_new_privileges()
    signal.signal(signal.SIGXCPU, _too_long)


def ask_host(errand: Callable[[], str]) -> str:
    """What `errand` says outside of bubblewrap, '' when there is no answer; without bubblewrap, here."""
    if HOST_SOCKET not in os.environ:
        return errand()
    from kiosk.sandbox import host_query as line

    return line.ask_host()


def _too_long(_: int, __: FrameType | None) -> None:
    raise KioskError("sources.too_long")
