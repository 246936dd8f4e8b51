"""Prints through CUPS: holds a job until its id is recorded, watches it, and never leaves it behind."""

import os
import re
from pathlib import Path

from kiosk.base.display_text import display_line
from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ProgressCallback
from kiosk.printing.cups_commands import cancel_job, query_cups, run_command
from kiosk.printing.paper_sizes import MEDIA, check_paper
from kiosk.printing.print_job import PrintJob
from kiosk.printing.print_lock import PrintLock, hold_print_lock
from kiosk.printing.printer import Printer, Trouble, choose_printer
from kiosk.printing.watch_job import PrintTimeouts, watch_job

_ID = re.compile(r"request id is (\S+-\d+)")
_MAX_TITLE_BYTES = 200
"""An IPP name has 255 bytes at most (RFC 8011, 5.1.3)."""


def list_printers(deadline: float) -> tuple[Printer, ...]:
    """The queues of CUPS."""
    return query_cups(deadline).printers


def print_document(job: PrintJob, report: ProgressCallback, folder: Path, timeouts: PrintTimeouts) -> None:
    """See `kiosk.printing.print_document`."""
    with hold_print_lock(folder) as lock:
        cups = query_cups(timeouts.answer)
        if lock.left_job:
            if not cancel_job(lock.left_job):
                raise KioskError("printing.hanging")
            lock.record_job("")
            cups = query_cups(timeouts.answer)
        printer = choose_printer(job.printer, cups.printers)
        if printer.trouble is Trouble.PAUSED:
            raise printer.trouble.error(printer.name)
        check_paper(printer.name, job.paper, timeouts.answer)
        user = _user()
        if any(
            (other.printer, other.user, other.is_held) == (printer.name, user, False) for other in cups.jobs
        ):
            raise KioskError("printing.busy")
        report(Progress("send", 0, 0))
        _release_and_watch(_submit_held(job, printer, timeouts), printer, report, lock, timeouts)


def _submit_held(job: PrintJob, printer: Printer, timeouts: PrintTimeouts) -> str:
    """Submit the file as a held job; the id of the job."""
    command = ("lp", "-d", printer.name, "-H", "hold", *_options(job), "--", str(job.file))
    answer = run_command(*command, deadline=timeouts.answer)
    if accepted := _ID.search(answer.stdout):
        return accepted[1]
    if "not accepting" in answer.stderr:
        raise Trouble.PAUSED.error(printer.name)
    if "Quota limit" in answer.stderr:
        raise KioskError("printing.quota", printer=printer.name)
    raise KioskError("printing.refused", printer=printer.name, reason=answer.stderr.strip())


def _options(job: PrintJob) -> list[str]:
    """The options for lp (https://www.cups.org/doc/options.html)."""
    options = [
        f"media={MEDIA[job.paper]}",
        "sides=two-sided-long-edge" if job.two_sided else "sides=one-sided",
        # 25 mm of a QR code must be 25 mm on paper, whatever the printer's margins
        "print-scaling=none",
        f"print-color-mode={'monochrome' if job.grey else 'color'}",
    ]
    if job.grey:
        options.append("ColorModel=Gray")  # for drivers older than print-color-mode
    arguments = [argument for option in options for argument in ("-o", option)]
    return ["-n", str(job.copies), "-t", _title(job.title), *arguments]


def _title(title: str) -> str:
    """The title as a valid IPP name."""
    return (display_line(title) or "-").encode()[:_MAX_TITLE_BYTES].decode(errors="ignore")


def _release_and_watch(
    id: str, printer: Printer, report: ProgressCallback, lock: PrintLock, timeouts: PrintTimeouts
) -> None:
    """Release the held job and watch it; cancel it on any failure."""
    is_over = False
    try:
        lock.record_job(id)
        run_command("lp", "-i", id, "-H", "resume", deadline=timeouts.answer)
        watch_job(id, printer, report, timeouts)
        is_over = True
    finally:
        if is_over or cancel_job(id):
            lock.record_job("")


def _user() -> str:
    """The name under which CUPS lists the jobs of this process."""
    import pwd

    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return "unknown"
