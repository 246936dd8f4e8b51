"""Printing, whatever the platform has for it; it may take minutes, so the screen itself never does it."""

import sys
from pathlib import Path

from kiosk.printing.cups_commands import DEADLINE
from kiosk.printing.job import Job, Report, unheard
from kiosk.printing.printer import Printer
from kiosk.printing.watch_job import USUAL, Patience

if sys.platform == "win32":
    from kiosk.printing import qt_backend as platform
else:
    from kiosk.printing import cups_backend as platform


def printers(deadline: float = DEADLINE) -> tuple[Printer, ...]:
    """The printers there are, as the platform tells within so many seconds.

    KioskError 'printing.none' where nothing prints at all, 'printing.stopped', 'printing.hanging'.
    """
    return platform.printers(deadline)


def print_out(job: Job, folder: Path, report: Report = unheard, patience: Patience = USUAL) -> None:
    """Come back once a printer has taken all of the job.

    Only one process at a time prints among those that name the same `folder`, which remembers a job over
    which one was killed. KioskError 'printing.*' says what is wrong; then, as with KeyboardInterrupt, no
    job is left behind.
    """
    platform.print_out(job, report, folder, patience)
