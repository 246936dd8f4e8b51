"""A job in CUPS is watched until the printer has taken all of it, or plainly cannot."""

import re
import time
from dataclasses import dataclass

from kiosk.base.errors import KioskError
from kiosk.printing.cups_commands import ANSWER_DEADLINE, CupsJob, query_cups, run_command
from kiosk.printing.print_job import PrintProgress, Report
from kiosk.printing.printer import Printer, Trouble
from kiosk.printing.printer_alerts import are_current, find_trouble, is_unreachable


@dataclass(frozen=True, slots=True)
class PrintTimeouts:
    """Seconds a printer may take.

    It may be in `trouble` so long, as it may be waking up, and in `doubt`, where that may be an earlier job's
    trouble, with nothing new to tell; in `silence`; and need so many in `total`. `pause` is between two looks
    at it, `answer` what CUPS has for each answer.
    """

    trouble: float = 20.0
    unchanged_trouble: float = 60.0
    silence: float = 300.0
    total: float = 1800.0
    poll_interval: float = 0.5
    answer: float = ANSWER_DEADLINE


DEFAULT_TIMEOUTS = PrintTimeouts()

_PAGE = re.compile(r"Printing page (\d+)")
"""CUPS's drivers tell so; a printer that needs no driver tells nothing."""


def watch_job(id: str, printer: Printer, report: Report, timeouts: PrintTimeouts) -> None:
    """Come back once the job has been printed; `printer` is how the printer was before.

    KioskError of its trouble ('printing.trouble.*'), 'printing.stuck' when nothing moves any more, or how the
    job has ended else: 'printing.failed', 'printing.cancelled', 'printing.lost'. It may still be there then.
    """
    began = moved = well = time.monotonic()
    before, trouble = None, None
    while True:
        seen = query_cups(timeouts.answer)
        job, now = seen.find_job(id), time.monotonic()
        if job is None:
            _ended(id, printer.name, trouble, timeouts)
            return
        there = seen.find_printer(printer.name)
        if job.is_held or there.trouble is Trouble.PAUSED:
            raise (there.trouble or Trouble.UNKNOWN).error(printer.name)
        trouble = _trouble(job, there, printer.alerts)
        if trouble is None:
            well = now
        if before != (before := (job, there)):
            moved = now
            page = _PAGE.search(job.status)
            report(PrintProgress("print", int(page[1]) if page else 0))
        if trouble and now - well >= timeouts.trouble:
            raise trouble.error(printer.name)
        still = timeouts.unchanged_trouble if there.trouble else timeouts.silence
        if now - moved >= still or now - began >= timeouts.total:
            if there.trouble:
                raise there.trouble.error(printer.name)
            raise KioskError("printing.stuck", printer=printer.name)
        time.sleep(timeouts.poll_interval)


def _trouble(job: CupsJob, printer: Printer, known: tuple[str, ...]) -> Trouble | None:
    """What keeps this job from being printed; alerts that were `known` before it may be an earlier one's."""
    if is_unreachable(job.status):
        return Trouble.OFF
    if "resources-are-not-ready" in job.alerts:  # it has failed, and CUPS will try it again some time
        return Trouble.UNKNOWN
    stale = () if are_current(printer.alerts) else known
    return find_trouble(alert for alert in printer.alerts if alert not in stale)


def _ended(id: str, printer: str, trouble: Trouble | None, timeouts: PrintTimeouts) -> None:
    """Make sure of how a job ended that is no longer there.

    Nothing but `cancel` tells: 'Job #7 is already completed - can't cancel.' (scheduler/ipp.c)
    """
    told = run_command("cancel", id, deadline=timeouts.answer).stderr
    if "already completed" in told:
        return
    if "already canceled" in told:
        raise KioskError("printing.cancelled", printer=printer)
    if "already aborted" in told:
        raise trouble.error(printer) if trouble else KioskError("printing.failed", printer=printer)
    raise KioskError("printing.lost", printer=printer)
