"""CUPS as its own programs tell of it (lp(1), lpstat(1), cancel(1)), each with a deadline."""

import os
import re
import subprocess
from dataclasses import dataclass

from kiosk.base.errors import KioskError
from kiosk.printing.printer import Printer, Trouble
from kiosk.printing.printer_alerts import find_trouble

ANSWER_DEADLINE = 10.0
"""Seconds CUPS has for an answer."""
CANCEL_DEADLINE = 2.0
"""Seconds it has for taking a job back: who was asked to end has few."""

_USUAL = re.compile(r"^system default destination: ([^\s/]+)", re.MULTILINE)
_PRINTER = re.compile(r"^printer (\S+) (disabled)?.*\n((?:\t.*\n?)*)", re.MULTILINE)
_JOB = re.compile(r"^(\S+)-(\d+) +(\S+) .*\n((?:\t.*\n?)*)", re.MULTILINE)
_ALERTS = re.compile(r"^\tAlerts: (.*)$", re.MULTILINE)
_STATUS = re.compile(r"^\tStatus: (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CupsJob:
    """A job that is not over; `id` is its name for `cancel`."""

    id: str
    printer: str
    user: str
    status: str
    alerts: tuple[str, ...]

    @property
    def is_held(self) -> bool:
        """Whether it waits until somebody lets it go."""
        return any(alert.startswith(("job-hold", "cups-held")) for alert in self.alerts)


@dataclass(frozen=True, slots=True)
class CupsState:
    """All printers and all jobs that are not over, at one moment."""

    printers: tuple[Printer, ...]
    jobs: tuple[CupsJob, ...]

    def find_job(self, id: str) -> CupsJob | None:
        """The job of that id, None when it is over."""
        return next((job for job in self.jobs if job.id == id), None)

    def find_printer(self, name: str) -> Printer:
        """The printer of that name; one that was taken away is paused for good."""
        there = (printer for printer in self.printers if printer.name == name)
        return next(there, Printer(name, trouble=Trouble.PAUSED))


def query_cups(deadline: float) -> CupsState:
    """What there is; KioskError 'printing.none' without CUPS, 'printing.stopped', 'printing.hanging'."""
    told = run_command("lpstat", "-l", "-d", "-p", "-o", deadline=deadline)
    if "not running" in told.stderr:
        raise KioskError("printing.stopped")
    usual = _USUAL.search(told.stdout)
    return CupsState(
        tuple(
            _printer(found[1], found[2], found[3], usual[1] if usual else "")
            for found in _PRINTER.finditer(told.stdout)
        ),
        tuple(_queued(found[1], found[2], found[3], found[4]) for found in _JOB.finditer(told.stdout)),
    )


def run_command(*command: str, deadline: float) -> subprocess.CompletedProcess[str]:
    """What one of CUPS's programs says, in English; KioskError 'printing.none', 'printing.hanging'."""
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=deadline,
            env=os.environ | {"LC_ALL": "C"},
        )
    except FileNotFoundError as error:
        raise KioskError("printing.none") from error
    except subprocess.TimeoutExpired as error:
        raise KioskError("printing.hanging") from error


def cancel_job(id: str) -> bool:
    """Cancel the job unless it is over; whether CUPS has said that it is now."""
    try:
        told = run_command("cancel", id, deadline=CANCEL_DEADLINE)
    except KioskError:
        return False
    return told.returncode == 0 or "Job #" in told.stderr


def _printer(name: str, disabled: str | None, about: str, usual: str) -> Printer:
    alerts = _alerts(about)
    trouble = Trouble.PAUSED if disabled else find_trouble(alerts)
    return Printer(name, name == usual, trouble, alerts, about.partition("\n")[0].strip() if disabled else "")


def _queued(printer: str, number: str, user: str, about: str) -> CupsJob:
    status = _STATUS.search(about)
    return CupsJob(f"{printer}-{number}", printer, user, status[1] if status else "", _alerts(about))


def _alerts(about: str) -> tuple[str, ...]:
    found = _ALERTS.search(about)
    return tuple(found[1].split()) if found else ()
