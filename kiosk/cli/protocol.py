"""What a command tells whoever started it: with --progress lines of JSON (docs/protocol.md)."""

import json
import os
import signal
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from threading import RLock
from types import FrameType, TracebackType
from typing import Any, NoReturn, Self

from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ignore_progress
from kiosk.i18n.translator import system_language, translator
from kiosk.library.json_values import error_to_json

LINE_INTERVAL = 0.1
"""Seconds between two lines about the same step."""
GRACE_SECONDS = 5
"""Seconds a command that was asked to end may take for it."""
FINAL_STEP = "finish"
"""The step in which it is too late to stop an installation."""

_output_lock = RLock()
"""Held while a line is written, and for good by whoever writes the last one."""


class ProgressWriter:
    """Whoever started this command; call it with every `Progress`, within a `with` statement.

    Tells at once of the first of each step, of the others as often as EVERY allows, and always of the last.
    SIGTERM ends the block with KeyboardInterrupt, as a reader that has gone does; so does any error
    that comes of it. From the step LAST on, what was begun is brought to its end first.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: Progress | None = None
        self._step = ""
        self._next = 0.0
        self._stopped = False
        self._before: Any = None

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGTERM, self._stop)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGTERM, self._before)
        _set_alarm(0)
        if self._stopped and isinstance(error, Exception):
            raise KeyboardInterrupt from error
        self._tell()

    def __call__(self, progress: Progress) -> None:
        """Hear how far it is; KeyboardInterrupt when it shall go no further."""
        if progress.step != self._step:
            self._tell()
            self._next = 0.0
        self._step, self._held = progress.step, progress
        if self._stopped and self._step != FINAL_STEP:
            raise KeyboardInterrupt
        if self._clock() >= self._next:
            self._tell()

    def _tell(self) -> None:
        if self._held:
            write_line("progress", self._held._asdict())
            self._held, self._next = None, self._clock() + LINE_INTERVAL

    def _stop(self, _: int, __: FrameType | None) -> None:
        if self._stopped:
            return
        self._stopped = True
        _set_alarm(GRACE_SECONDS)
        if self._step != FINAL_STEP:
            raise KeyboardInterrupt


def progress_reporter(args: Namespace) -> AbstractContextManager[Callable[[Progress], None]]:
    """The listener of a command that was given --progress, else one that hears nothing."""
    return ProgressWriter() if args.progress else nullcontext(ignore_progress)


def _set_alarm(seconds: int) -> None:
    """End this process after so many seconds whatever it is doing; 0 takes that back."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def write_done(facts: Mapping[str, object]) -> None:
    """The last line of a command that has succeeded."""
    write_line("done", facts)


def report_error(error: KioskError, args: Namespace) -> None:
    """Say what is wrong: a sentence on stderr in the user's language, for programs on stdout too."""
    sentence = translator(system_language()).text(error.code, **error.detail)
    print(sentence, file=sys.stderr)
    if getattr(args, "progress", False):
        write_line("error", error_to_json(error))
    elif getattr(args, "json", False):
        print(
            json.dumps({"error": error_to_json(error) | {"message": sentence}}, ensure_ascii=False),
            flush=True,
        )


def exit_with_error(error: KioskError, args: Namespace) -> NoReturn:
    """Say what is wrong and end at once, from another thread than the one that waits for ever."""
    with _output_lock:
        report_error(error, args)
        os._exit(1)


def write_line(kind: str, facts: Mapping[str, object]) -> None:
    """Print a line of ASCII and send it off; KeyboardInterrupt when nobody reads any more."""
    try:
        with _output_lock:
            print(json.dumps({kind: facts}), flush=True)
    except BrokenPipeError:
        # what is still in the buffer would make Python complain when it ends
        # (docs.python.org/3/library/signal.html, note on SIGPIPE)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise KeyboardInterrupt from None
