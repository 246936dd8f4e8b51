"""How a process of the screen ended, and whether that is evidence against the programme it showed."""

import signal
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.library.crash_log import Cause

FAULT_SIGNALS = (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGILL, signal.SIGFPE)
"""The signals of a process that its own code ends (signal(7)); others come from outside."""
STAFF_PAGE = "staff"


class ScreenState(NamedTuple):
    """What a process of the screen has reported last; `library` is None before its settings are known."""

    library: Path | None = None
    generation: int = 0
    page: str = ""
    has_drawn: bool = False
    bug: Mapping[str, Any] | None = None

    def after(self, report: Mapping[str, Any]) -> "ScreenState":
        """The state after one more report."""
        changed = {name: value for name, value in report.items() if name in ("generation", "page", "bug")}
        if "library" in report:
            changed["library"] = Path(report["library"])
        if report.get("drawn"):
            changed["has_drawn"] = True
        return self._replace(**changed)


class Ending(NamedTuple):
    """Why a process of the screen ended; `detail` as in `Crash`."""

    cause: Cause
    detail: str = ""


def ending_of(code: int, state: ScreenState) -> Ending:
    """The ending of a process that ended by itself with this exit code, or minus the number of a signal."""
    if code < 0:
        return Ending(Cause.SIGNAL, str(-code))
    if state.bug:
        return Ending(Cause.BUG, f"{state.bug['error']} {state.bug['place']}")
    return Ending(Cause.EXIT, str(code))


def is_evidence(ending: Ending, state: ScreenState, drawn: Collection[int]) -> bool:
    """Whether an ending points at the programme on show, rather than at the machine, a person or the program.

    `drawn` are the generations that this version has drawn here. Before it has drawn any, a process that ends
    without a frame says nothing about the programme. Nothing is blamed before there is a window either, or
    while the staff area is open.
    """
    if not state.generation or state.page in ("", STAFF_PAGE):
        return False
    if not state.has_drawn and not drawn:
        return False
    match ending.cause:
        case Cause.SIGNAL:
            return int(ending.detail) in FAULT_SIGNALS
        case Cause.BUG:
            return bool(state.bug and state.bug["points_at_programme"])
        case _:
            return ending.cause is Cause.HANG
