"""Printing, whatever the platform has for it; it may take minutes, so the screen itself never does it."""

import sys
from pathlib import Path

from kiosk.printing.cups_commands import ANSWER_DEADLINE
from kiosk.printing.print_job import PrintJob, Report, ignore_progress
from kiosk.printing.printer import Printer
from kiosk.printing.watch_job import DEFAULT_TIMEOUTS, PrintTimeouts

if sys.platform == "win32":
    from kiosk.printing import qt_backend as platform
else:
    from kiosk.printing import cups_backend as platform


def list_printers(deadline: float = ANSWER_DEADLINE) -> tuple[Printer, ...]:
    """The printers there are, as the platform tells within so many seconds.

    KioskError 'printing.none' where nothing prints at all, 'printing.stopped', 'printing.hanging'.
    """
    return platform.list_printers(deadline)


def print_document(
    job: PrintJob, folder: Path, report: Report = ignore_progress, timeouts: PrintTimeouts = DEFAULT_TIMEOUTS
) -> None:
    """Come back once a printer has taken all of the job.

    Only one process at a time prints among those that name the same `folder`, which remembers a job over
    which one was killed. KioskError 'printing.*' says what is wrong; then, as with KeyboardInterrupt, no
    job is left behind.
    """
    platform.print_document(job, report, folder, timeouts)
