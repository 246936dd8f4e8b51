"""Runs the programs of CUPS (lp(1), lpstat(1), cancel(1)), each with a deadline, and parses their output."""

import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.base.errors import KioskError
from kiosk.base.subprocesses import communicate
from kiosk.printing.printer import Printer, Trouble
from kiosk.printing.printer_alerts import find_trouble

ANSWER_DEADLINE = 10.0
"""Seconds CUPS may take to answer."""
CANCEL_DEADLINE = 2.0
"""Seconds CUPS may take to cancel a job: short, as a process that was asked to end has little time."""

_DEFAULT = re.compile(r"^system default destination: ([^\s/]+)", re.MULTILINE)
_PRINTER = re.compile(r"^printer (\S+) (disabled)?.*\n((?:\t.*\n?)*)", re.MULTILINE)
_JOB = re.compile(r"^(\S+)-(\d+) +(\S+) .*\n((?:\t.*\n?)*)", re.MULTILINE)
_ALERTS = re.compile(r"^\tAlerts: (.*)$", re.MULTILINE)
_STATUS = re.compile(r"^\tStatus: (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CupsJob:
    """A job in CUPS's queue that is not over; `id` as `cancel` takes it."""

    id: str
    printer: str
    user: str
    status: str
    alerts: tuple[str, ...]

    @property
    def is_held(self) -> bool:
        """Whether the job waits until it is released."""
        return any(alert.startswith(("job-hold", "cups-held")) for alert in self.alerts)


@dataclass(frozen=True, slots=True)
class CupsState:
    """All printers, and all jobs that are not over, at one moment."""

    printers: tuple[Printer, ...]
    jobs: tuple[CupsJob, ...]

    def find_job(self, id: str) -> CupsJob | None:
        """The job with this id, None when it is over."""
        return next((job for job in self.jobs if job.id == id), None)

    def find_printer(self, name: str) -> Printer:
        """The printer with this name; a removed one counts as paused."""
        matching = (printer for printer in self.printers if printer.name == name)
        return next(matching, Printer(name, trouble=Trouble.PAUSED))


def query_cups(deadline: float) -> CupsState:
    """The state of CUPS; KioskError 'printing.none' without CUPS, 'printing.stopped', 'printing.hanging'.

    A safe point for a request to end.
    """
    answer = run_command("lpstat", "-l", "-d", "-p", "-o", deadline=deadline, wait=communicate)
    if "not running" in answer.stderr:
        raise KioskError("printing.stopped")
    default = _DEFAULT.search(answer.stdout)
    return CupsState(
        tuple(
            _printer(match[1], match[2], match[3], default[1] if default else "")
            for match in _PRINTER.finditer(answer.stdout)
        ),
        tuple(_job(match[1], match[2], match[3], match[4]) for match in _JOB.finditer(answer.stdout)),
    )


def run_command(
    *command: str, deadline: float, wait: Callable[..., tuple[str, str]] = subprocess.Popen.communicate
) -> subprocess.CompletedProcess[str]:
    """Run a program of CUPS, with English output; KioskError 'printing.none', 'printing.hanging'.

    It is not interrupted, because it changes the queue, unless `wait` is `communicate`.
    """
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="backslashreplace",
            env=os.environ | {"LC_ALL": "C"},
            process_group=0,  # or a Ctrl+C in the terminal would end it
        )
    except FileNotFoundError as error:
        raise KioskError("printing.none") from error
    with child:
        try:
            output, errors = wait(child, timeout=deadline)
        except subprocess.TimeoutExpired as error:
            child.kill()
            raise KioskError("printing.hanging") from error
        except BaseException:
            child.kill()
            raise
    return subprocess.CompletedProcess(command, child.returncode, output, errors)


def cancel_job(id: str) -> bool:
    """Cancel the job unless it is over; whether CUPS has confirmed that it is over."""
    try:
        answer = run_command("cancel", id, deadline=CANCEL_DEADLINE)
    except KioskError:
        return False
    return answer.returncode == 0 or "Job #" in answer.stderr


def _printer(name: str, disabled: str | None, details: str, default: str) -> Printer:
    alerts = _alerts(details)
    trouble = Trouble.PAUSED if disabled else find_trouble(alerts)
    return Printer(name, name == default, trouble, alerts)


def _job(printer: str, number: str, user: str, details: str) -> CupsJob:
    status = _STATUS.search(details)
    return CupsJob(f"{printer}-{number}", printer, user, status[1] if status else "", _alerts(details))


def _alerts(details: str) -> tuple[str, ...]:
    alerts = _ALERTS.search(details)
    return tuple(alerts[1].split()) if alerts else ()
