"""Keeps a process that reads what anyone may have written within limits (ADR 11)."""

import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType

from kiosk import folders
from kiosk.errors import KioskError

INSIDE = "CORNER_KIOSK_CONFINED"
"""Set in the environment of a process that is confined already."""
LINE = "CORNER_KIOSK_LINE"
"""Set in the environment of one inside bubblewrap: the number of its end of the line to the one outside."""


def enter(
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
    if INSIDE not in os.environ:
        from kiosk.confine import bubble, limits

        limits.apply()
        if sys.platform == "linux":
            limits.follow_parent(signal.SIGTERM)
            reach()
            if bubble.works():
                settings = [args.settings] if args.settings else folders.settings_files()
                sys.exit(bubble.run(args.words, [*readable, *settings], writable, errand))
            limits.gain_nothing()
    signal.signal(signal.SIGXCPU, _too_long)


def outside(errand: Callable[[], str]) -> str:
    """What `errand` says outside of bubblewrap, '' when there is no answer; without bubblewrap, here."""
    if LINE not in os.environ:
        return errand()
    from kiosk.confine import errand as line

    return line.ask()


def _too_long(_: int, __: FrameType | None) -> None:
    raise KioskError("sources.too_long")
