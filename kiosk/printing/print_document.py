"""Prints with what the platform has; may take minutes, so it never runs in the process of the screen."""

import sys
from pathlib import Path

from kiosk.base.progress import ProgressCallback, ignore_progress
from kiosk.printing.cups_commands import ANSWER_DEADLINE
from kiosk.printing.print_job import PrintJob
from kiosk.printing.printer import Printer
from kiosk.printing.watch_job import DEFAULT_TIMEOUTS, PrintTimeouts

if sys.platform == "win32":
    from kiosk.printing import qt_backend as platform
else:
    from kiosk.printing import cups_backend as platform


def list_printers(deadline: float = ANSWER_DEADLINE) -> tuple[Printer, ...]:
    """The platform's printers, asked for with a `deadline` in seconds.

    KioskError 'printing.none' when the platform cannot print, 'printing.stopped', 'printing.hanging'.
    """
    return platform.list_printers(deadline)


def print_document(
    job: PrintJob,
    folder: Path,
    report: ProgressCallback = ignore_progress,
    timeouts: PrintTimeouts = DEFAULT_TIMEOUTS,
) -> None:
    """Print, and return once a printer has taken the whole job.

    Of the processes with the same `folder` one at a time prints; the folder also records the job of a
    process that was killed. `report` gets the steps 'send' and 'print', in pages, 0 where unknown. On
    KioskError 'printing.*' and Cancelled, no job is left behind.
    """
    platform.print_document(job, report, folder, timeouts)
