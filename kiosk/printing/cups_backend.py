"""Printing through CUPS: a job is held until it is written down, watched, and never left behind."""

import os
import re
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.printing.cups_commands import cancel_job, query_cups, run_command
from kiosk.printing.print_job import PaperName, PrintJob, PrintProgress, Report
from kiosk.printing.print_lock import PrintLock, hold_print_lock
from kiosk.printing.printer import Printer, Trouble, choose_printer
from kiosk.printing.watch_job import PrintTimeouts, watch_job

_ID = re.compile(r"request id is (\S+-\d+)")
_MEDIA: dict[PaperName, str] = {
    "A5": "iso_a5_148x210mm",
    "A4": "iso_a4_210x297mm",
    "A3": "iso_a3_297x420mm",
    "Letter": "na_letter_8.5x11in",
}
"""The names of PWG 5101.1, which printers understand that CUPS has no driver for."""
_LONGEST = 200
"""Bytes of a title; an IPP name has at most 255 (RFC 8011, 5.1.3)."""


def list_printers(deadline: float) -> tuple[Printer, ...]:
    """The queues of CUPS."""
    return query_cups(deadline).printers


def print_document(job: PrintJob, report: Report, folder: Path, timeouts: PrintTimeouts) -> None:
    """See `kiosk.printing.print_document`."""
    with hold_print_lock(folder) as mine:
        seen = query_cups(timeouts.answer)
        if mine.left_job:
            if not cancel_job(mine.left_job):
                raise KioskError("printing.hanging")
            mine.record_job("")
            seen = query_cups(timeouts.answer)
        printer = choose_printer(job.printer, seen.printers)
        if printer.trouble is Trouble.PAUSED:
            raise printer.trouble.error(printer.name)
        user = _user()
        if any(
            (other.printer, other.user, other.is_held) == (printer.name, user, False) for other in seen.jobs
        ):
            raise KioskError("printing.busy")
        report(PrintProgress("send"))
        _see_through(_send(job, printer, timeouts), printer, report, mine, timeouts)


def _send(job: PrintJob, printer: Printer, timeouts: PrintTimeouts) -> str:
    """Hand the file over, to be held; the id of the job."""
    command = ("lp", "-d", printer.name, "-H", "hold", *_options(job), "--", str(job.file))
    told = run_command(*command, deadline=timeouts.answer)
    if accepted := _ID.search(told.stdout):
        return accepted[1]
    if "not accepting" in told.stderr:
        raise Trouble.PAUSED.error(printer.name)
    if "Quota limit" in told.stderr:
        raise KioskError("printing.quota", printer=printer.name)
    raise KioskError("printing.refused", printer=printer.name, reason=told.stderr.strip())


def _options(job: PrintJob) -> list[str]:
    """How lp is told (https://www.cups.org/doc/options.html)."""
    options = [
        f"media={_MEDIA[job.paper]}",
        "sides=two-sided-long-edge" if job.two_sided else "sides=one-sided",
        # 25 mm of a QR code are to be 25 mm on paper, whatever the margins of the printer
        "print-scaling=none",
        f"print-color-mode={'monochrome' if job.grey else 'color'}",
    ]
    if job.grey:
        options.append("ColorModel=Gray")  # drivers from before there was print-color-mode
    words = [word for option in options for word in ("-o", option)]
    return ["-n", str(job.copies), "-t", _title(job.title), *words]


def _title(title: str) -> str:
    """A title as IPP takes it."""
    plain = "".join(letter if letter.isprintable() else " " for letter in title).strip() or "-"
    return plain.encode(errors="replace")[:_LONGEST].decode(errors="ignore")


def _see_through(id: str, printer: Printer, report: Report, mine: PrintLock, timeouts: PrintTimeouts) -> None:
    """Let the job go and watch it; whatever goes wrong, it is taken back."""
    over = False
    try:
        mine.record_job(id)
        run_command("lp", "-i", id, "-H", "resume", deadline=timeouts.answer)
        watch_job(id, printer, report, timeouts)
        over = True
    finally:
        if over or cancel_job(id):
            mine.record_job("")


def _user() -> str:
    """Who CUPS says the jobs of this process belong to."""
    import pwd

    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return "unknown"
