"""Watches a job in CUPS until the printer has taken all of it or has failed."""

import re
import time
from dataclasses import dataclass

from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ProgressCallback
from kiosk.printing.cups_commands import ANSWER_DEADLINE, CupsJob, query_cups, run_command
from kiosk.printing.printer import Printer, Trouble
from kiosk.printing.printer_alerts import are_current, find_trouble, is_unreachable


@dataclass(frozen=True, slots=True)
class PrintTimeouts:
    """How long to wait for a printer, in seconds.

    `trouble` limits trouble of this job, as the printer may be waking up; `unchanged_trouble` the time
    without news while the printer reports trouble, perhaps an earlier job's; `silence` the time without news
    else; `total` the whole job. `poll_interval` is between two queries, `answer` for each answer of CUPS.
    """

    trouble: float = 20.0
    unchanged_trouble: float = 60.0
    silence: float = 300.0
    total: float = 1800.0
    poll_interval: float = 0.5
    answer: float = ANSWER_DEADLINE


DEFAULT_TIMEOUTS = PrintTimeouts()

_PAGE = re.compile(r"Printing page (\d+)")
"""Reported by CUPS's drivers, but not for a printer that needs no driver."""


def watch_job(id: str, printer: Printer, report: ProgressCallback, timeouts: PrintTimeouts) -> None:
    """Return once the job has been printed; `printer` is the printer's state before the job.

    KioskError of the printer's trouble ('printing.trouble.*'), 'printing.stuck' when nothing changes any
    more (in both cases the job may still be queued), or of how the job ended: 'printing.failed',
    'printing.cancelled', 'printing.lost'. Each look is a safe point for a request to end.
    """
    started = changed = last_fine = time.monotonic()
    previous, trouble = None, None
    while True:
        cups = query_cups(timeouts.answer)
        job, now = cups.find_job(id), time.monotonic()
        if job is None:
            _check_completed(id, printer.name, trouble, timeouts)
            return
        current = cups.find_printer(printer.name)
        if job.is_held or current.trouble is Trouble.PAUSED:
            raise (current.trouble or Trouble.UNKNOWN).error(printer.name)
        trouble = _job_trouble(job, current, printer.alerts)
        if trouble is None:
            last_fine = now
        if previous != (previous := (job, current)):
            changed = now
            page = _PAGE.search(job.status)
            report(Progress("print", int(page[1]) if page else 0, 0))
        if trouble and now - last_fine >= timeouts.trouble:
            raise trouble.error(printer.name)
        limit = timeouts.unchanged_trouble if current.trouble else timeouts.silence
        if now - changed >= limit or now - started >= timeouts.total:
            if current.trouble:
                raise current.trouble.error(printer.name)
            raise KioskError("printing.stuck", printer=printer.name)
        time.sleep(timeouts.poll_interval)


def _job_trouble(job: CupsJob, printer: Printer, earlier: tuple[str, ...]) -> Trouble | None:
    """What keeps this job from being printed; `earlier` alerts may be left over from another job."""
    if is_unreachable(job.status):
        return Trouble.OFF
    if "resources-are-not-ready" in job.alerts:  # the job has failed, and CUPS will retry it
        return Trouble.UNKNOWN
    ignored = () if are_current(printer.alerts) else earlier
    return find_trouble(alert for alert in printer.alerts if alert not in ignored)


def _check_completed(id: str, printer: str, trouble: Trouble | None, timeouts: PrintTimeouts) -> None:
    """Raise a KioskError unless a job that has left the queue was completed.

    Only `cancel` tells: 'Job #7 is already completed - can't cancel.' (scheduler/ipp.c)
    """
    answer = run_command("cancel", id, deadline=timeouts.answer).stderr
    if "already completed" in answer:
        return
    if "already canceled" in answer:
        raise KioskError("printing.cancelled", printer=printer)
    if "already aborted" in answer:
        raise trouble.error(printer) if trouble else KioskError("printing.failed", printer=printer)
    raise KioskError("printing.lost", printer=printer)
