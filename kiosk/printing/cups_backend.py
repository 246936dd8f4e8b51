"""Printing through CUPS: a job is held until it is written down, watched, and never left behind."""

import os
import re
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.printing.cups_commands import ask, look, take_back
from kiosk.printing.job import Job, Paper, Report, Stage
from kiosk.printing.print_queue import Turn, turn
from kiosk.printing.printer import Printer, Trouble, choose
from kiosk.printing.watch_job import Patience, watch

_ID = re.compile(r"request id is (\S+-\d+)")
_MEDIA: dict[Paper, str] = {
    "A5": "iso_a5_148x210mm",
    "A4": "iso_a4_210x297mm",
    "A3": "iso_a3_297x420mm",
    "Letter": "na_letter_8.5x11in",
}
"""The names of PWG 5101.1, which printers understand that CUPS has no driver for."""
_LONGEST = 200
"""Bytes of a title; an IPP name has at most 255 (RFC 8011, 5.1.3)."""


def printers(deadline: float) -> tuple[Printer, ...]:
    """The queues of CUPS."""
    return look(deadline).printers


def print_out(job: Job, report: Report, folder: Path, patience: Patience) -> None:
    """See `kiosk.printing.print_document`."""
    with turn(folder) as mine:
        seen = look(patience.answer)
        if mine.left:
            if not take_back(mine.left):
                raise KioskError("printing.hanging")
            mine.note("")
            seen = look(patience.answer)
        printer = choose(job.printer, seen.printers)
        if printer.trouble is Trouble.PAUSED:
            raise printer.trouble.error(printer.name)
        user = _user()
        if any((other.printer, other.user, other.held) == (printer.name, user, False) for other in seen.jobs):
            raise KioskError("printing.busy")
        report(Stage("send"))
        _see_through(_send(job, printer, patience), printer, report, mine, patience)


def _send(job: Job, printer: Printer, patience: Patience) -> str:
    """Hand the file over, to be held; the id of the job."""
    command = ("lp", "-d", printer.name, "-H", "hold", *_options(job), "--", str(job.file))
    told = ask(*command, deadline=patience.answer)
    if accepted := _ID.search(told.stdout):
        return accepted[1]
    if "not accepting" in told.stderr:
        raise Trouble.PAUSED.error(printer.name)
    if "Quota limit" in told.stderr:
        raise KioskError("printing.quota", printer=printer.name)
    raise KioskError("printing.refused", printer=printer.name, reason=told.stderr.strip())


def _options(job: Job) -> list[str]:
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


def _see_through(id: str, printer: Printer, report: Report, mine: Turn, patience: Patience) -> None:
    """Let the job go and watch it; whatever goes wrong, it is taken back."""
    over = False
    try:
        mine.note(id)
        ask("lp", "-i", id, "-H", "resume", deadline=patience.answer)
        watch(id, printer, report, patience)
        over = True
    finally:
        if over or take_back(id):
            mine.note("")


def _user() -> str:
    """Who CUPS says the jobs of this process belong to."""
    import pwd

    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return "unknown"
