"""Writes progress, results and errors for the program that started a command (docs/protocol.md)."""

import os
import signal
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from threading import RLock
from types import FrameType, TracebackType
from typing import Any, NoReturn, Self

from kiosk.base.errors import KioskError
from kiosk.base.output import OutputError, print_ascii_json, print_errors, print_json
from kiosk.base.progress import Progress, ignore_progress
from kiosk.i18n.translator import system_language, translator
from kiosk.library.json_values import error_to_json

LINE_INTERVAL = 0.1
"""Seconds between two progress lines of the same step."""
GRACE_SECONDS = 5
"""Seconds a command has to end after SIGTERM."""
FINAL_STEP = "finish"
"""The step in which it is too late to stop an installation."""

_output_lock = RLock()
"""Held while a line is written, and for good by the thread that writes the last one."""


class ProgressWriter:
    """Writes progress lines; call it with every `Progress`, within a `with` statement.

    Writes the first of each step at once, the others every LINE_INTERVAL at most, and the last always.
    SIGTERM ends the block with KeyboardInterrupt, as a closed pipe does; so does any error that comes
    of it. From FINAL_STEP on, the block runs to its end first.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._pending: Progress | None = None
        self._step = ""
        self._next_line = 0.0
        self._stopped = False
        self._previous_handler: Any = None

    def __enter__(self) -> Self:
        self._previous_handler = signal.signal(signal.SIGTERM, self._handle_sigterm)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGTERM, self._previous_handler)
        _set_alarm(0)
        if self._stopped and isinstance(error, Exception):
            raise KeyboardInterrupt from error
        self._write_pending()

    def __call__(self, progress: Progress) -> None:
        """Write the progress if a line is due; raises KeyboardInterrupt after SIGTERM."""
        if progress.step != self._step:
            self._write_pending()
            self._next_line = 0.0
        self._step, self._pending = progress.step, progress
        if self._clock() >= self._next_line:
            self._write_pending()
        if self._stopped and self._step != FINAL_STEP:
            raise KeyboardInterrupt

    def _write_pending(self) -> None:
        if self._pending:
            pending, self._pending = self._pending, None
            self._next_line = self._clock() + LINE_INTERVAL
            try:
                write_line("progress", pending._asdict())
            except OutputError:
                self._stopped = True

    def _handle_sigterm(self, _: int, __: FrameType | None) -> None:
        if self._stopped:
            return
        self._stopped = True
        _set_alarm(GRACE_SECONDS)
        if self._step != FINAL_STEP:
            raise KeyboardInterrupt


def progress_reporter(args: Namespace) -> AbstractContextManager[Callable[[Progress], None]]:
    """A ProgressWriter for a command that was given --progress, else a function that ignores progress."""
    return ProgressWriter() if args.progress else nullcontext(ignore_progress)


def _set_alarm(seconds: int) -> None:
    """End this process after so many seconds, whatever it is doing; 0 cancels that."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def write_done(facts: Mapping[str, object]) -> None:
    """Write the last line of a command that has succeeded."""
    write_line("done", facts)


def report_error(error: KioskError, args: Namespace) -> None:
    """Print the error: on stderr in the user's language, with --json or --progress also on stdout."""
    sentence = translator(system_language()).error(error)
    print_errors(sentence)
    with suppress(OutputError):
        if getattr(args, "progress", False):
            write_line("error", error_to_json(error))
        elif getattr(args, "json", False):
            print_json({"error": error_to_json(error) | {"message": sentence}})


def exit_with_error(error: KioskError, args: Namespace) -> NoReturn:
    """Print the error and end the process at once, from another thread than the one that hangs."""
    with _output_lock:
        report_error(error, args)
        os._exit(1)


def write_line(kind: str, facts: Mapping[str, object]) -> None:
    """Print a line of ASCII JSON and flush it; OutputError when nobody can read it."""
    with _output_lock:
        print_ascii_json({kind: facts})
