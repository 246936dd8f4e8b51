"""The screen's end of the pipe to its supervisor: one JSON object a line, never more than PIPE_BUF bytes."""

import json
import os
import signal
import sys
from pathlib import Path
from types import TracebackType

from kiosk.supervisor.bug_report import describe_bug

NO_PIPE = -1


class SupervisorLink:
    """Reports to the supervisor over the descriptor `pipe`; without one (NO_PIPE) it does nothing.

    A report is never waited for: it is dropped while the supervisor is stopped and the pipe is full. A
    supervisor that has gone takes the screen with it, in order.
    """

    def __init__(self, pipe: int = NO_PIPE) -> None:
        self._pipe = pipe
        self._supervisor = os.getppid()

    def report_library(self, library: Path) -> None:
        """Report that settings and command line are valid, and the library they name."""
        self._write(library=str(library.absolute()))

    def report_page(self, page: str, generation: int) -> None:
        """Report which page is shown from now on, and the generation it is of (0 for none)."""
        self._write(page=page, generation=generation)

    def report_beat(self, *, drawn: bool) -> None:
        """Report that the event loop runs; `drawn` unless a frame is due and has not been drawn yet."""
        self._write(drawn=drawn)

    def report_bug(self, error: BaseException, trace: TracebackType | None, generation: int) -> None:
        """Report the exception that ends this process."""
        self._write(bug=describe_bug(error, trace)._asdict(), generation=generation)

    def end_with_supervisor(self) -> None:
        """End this process too when the supervisor ends, even by SIGKILL (Linux)."""
        if self._pipe != NO_PIPE and sys.platform == "linux":
            from kiosk.sandbox.resource_limits import signal_when_parent_ends

            signal_when_parent_ends(signal.SIGKILL)
            if os.getppid() != self._supervisor:
                signal.raise_signal(signal.SIGTERM)

    def _write(self, **facts: object) -> None:
        if self._pipe == NO_PIPE:
            return
        try:
            os.write(self._pipe, json.dumps(facts).encode() + b"\n")
        except BlockingIOError:
            return
        except BrokenPipeError:
            signal.raise_signal(signal.SIGTERM)
