"""Describes the exception that ends the screen, and whether it points at the programme."""

import signal
import sys
from collections.abc import Iterator
from types import CodeType, FrameType, TracebackType
from typing import NamedTuple

PROGRAMME_CODE = (
    "kiosk.dates",
    "kiosk.events",
    "kiosk.images",
    "kiosk.map",
    "kiosk.programme",
    "kiosk.search",
    "kiosk.store",
    "kiosk.viewmodels.visitor",
)
"""The packages whose code works on what a programme says."""
MACHINE_ERRORS = (OSError, MemoryError)
"""Errors that a disk or a full memory causes, whatever the programme says."""
MAX_NAME = 100


class BugReport(NamedTuple):
    """An exception's type, its place 'module:line', and whether that points at the programme."""

    error: str
    place: str
    points_at_programme: bool


def describe_bug(error: BaseException, trace: TracebackType | None) -> BugReport:
    """Describe an exception by its own code's innermost place; Python's standard library is not looked at.

    It points at the programme when PROGRAMME_CODE raised it and no signal handler had interrupted that code.
    """
    calls = list(_calls(trace))
    own = [(frame, line) for frame, line in calls if not _is_standard(_module(frame))]
    frame, line = own[-1] if own else (None, 0)
    module = _module(frame) if frame else ""
    interrupted = any(frame.f_code in _signal_handlers() for frame, _ in calls)
    points_at_programme = (
        _is_programme_code(module) and not interrupted and not isinstance(error, MACHINE_ERRORS)
    )
    return BugReport(type(error).__name__[:MAX_NAME], f"{module[:MAX_NAME]}:{line}", points_at_programme)


def _calls(trace: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    """The frames of a traceback with the line each was at, the outermost first."""
    while trace:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", ""))


def _is_standard(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names


def _is_programme_code(module: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in PROGRAMME_CODE)


def _signal_handlers() -> set[CodeType]:
    """The code of the functions that handle signals now; one of them may have interrupted any other code."""
    handlers = (signal.getsignal(number) for number in signal.valid_signals())
    codes = (getattr(handler, "__code__", None) for handler in handlers)
    return {code for code in codes if isinstance(code, CodeType)}
