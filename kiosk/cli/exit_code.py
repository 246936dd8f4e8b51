"""Turns the outcome of a command into its exit code."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from kiosk.base.cancellation import Cancelled
from kiosk.base.errors import KioskError, disk_reason
from kiosk.base.output import OutputError, print_traceback

FAILED = 1
BUG = 70
"""EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""


def exit_code(run: Callable[[], int], args: Namespace) -> int:
    """Run a command; returns 0 for success, 1 for a KioskError, 2 for wrong usage, 70 for a bug, 130 for one
    that ended early because it was asked to.

    A command that cannot print its result has failed, except one that `changes` something: it is done.
    """
    try:
        return _run_and_report(run, args)
    except OutputError as error:
        if isinstance(error.__cause__, OSError) and not isinstance(error.__cause__, BrokenPipeError):
            # on standard error alone: nothing more can be printed
            _report_failure(KioskError("sources.output", reason=disk_reason(error.__cause__)), Namespace())
        return 0 if getattr(args, "changes", False) else FAILED
    except Exception as error:
        print_traceback(error)
        return BUG


def _run_and_report(run: Callable[[], int], args: Namespace) -> int:
    """Run a command; a KioskError is reported."""
    try:
        _check_folder()
        return run()
    except KioskError as error:
        return _report_failure(error, args)
    except MemoryError:
        return _report_failure(KioskError("sources.memory"), args)
    except Cancelled:
        if getattr(args, "progress", False):
            _report_failure(KioskError("sources.stopped"), args)
        return INTERRUPTED


def _check_folder() -> None:
    """KioskError 'sources.folder_deleted' when the folder in which the command was started is gone."""
    try:
        Path.cwd()
    except OSError as error:
        raise KioskError("sources.folder_deleted") from error


def _report_failure(error: KioskError, args: Namespace) -> int:
    """Print the error for people and for programs."""
    from kiosk.cli.protocol import report_error

    report_error(error, args)
    return FAILED
