"""Writes progress, results and errors for the program that started a command (docs/protocol.md)."""

import os
import time
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from threading import RLock
from types import TracebackType
from typing import NoReturn, Self

from kiosk.base import cancellation
from kiosk.base.errors import KioskError
from kiosk.base.output import OutputError, print_ascii_json, print_errors, print_json
from kiosk.base.progress import Progress
from kiosk.i18n.translator import system_language, translator
from kiosk.library.json_values import error_to_json

LINE_INTERVAL = 0.1
"""Seconds between two progress lines of the same step."""
GRACE_SECONDS = 5
"""Seconds a command has to come to a safe point after a request to end."""
_output_lock = RLock()
"""Held while a line is written, and for good by the thread that writes the last one."""


class ProgressWriter:
    """Writes progress lines; call it with every `Progress`, within a `with` statement.

    Writes the first of each step at once, the others every LINE_INTERVAL at most, and the last always. Each
    call is a safe point for a request to end; a closed pipe is one too.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._pending: Progress | None = None
        self._step = ""
        self._next_line = 0.0

    def __enter__(self) -> Self:
        cancellation.limit_grace(GRACE_SECONDS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write_pending()

    def __call__(self, progress: Progress) -> None:
        """Write the progress if a line is due; raises what `cancellation.check` raises."""
        if progress.step != self._step:
            self._write_pending()
            self._next_line = 0.0
        self._step, self._pending = progress.step, progress
        if self._clock() >= self._next_line:
            self._write_pending()
        cancellation.check()

    def _write_pending(self) -> None:
        if self._pending:
            pending, self._pending = self._pending, None
            self._next_line = self._clock() + LINE_INTERVAL
            try:
                write_line("progress", pending._asdict())
            except OutputError:
                cancellation.request()


def progress_reporter(args: Namespace) -> AbstractContextManager[Callable[[Progress], None]]:
    """A ProgressWriter for a command that was given --progress, else a function that is a safe point only."""
    return ProgressWriter() if args.progress else nullcontext(_check)


def _check(_: Progress) -> None:
    cancellation.check()


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
        os._exit(130 if error.code == "sources.stopped" else 1)


def write_line(kind: str, facts: Mapping[str, object]) -> None:
    """Print a line of ASCII JSON and flush it; OutputError when nobody can read it."""
    with _output_lock:
        print_ascii_json({kind: facts})
