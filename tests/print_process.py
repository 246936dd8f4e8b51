"""Prints in a process of its own, with short timeouts.

As a program it prints and reports the outcome: `python -m tests.print_process FILE FOLDER TRIES TIMEOUTS`.
"""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from kiosk.base import cancellation
from kiosk.base.errors import KioskError
from kiosk.printing.print_document import print_document
from kiosk.printing.print_job import PrintJob
from kiosk.printing.watch_job import PrintTimeouts

SHORT_TIMEOUTS = PrintTimeouts(
    trouble=1, unchanged_trouble=3, silence=4, total=30, poll_interval=0.05, answer=5
)


def start_printing(file: Path, folder: Path, tries: int = 1, **timeouts: float) -> subprocess.Popen[str]:
    """Start a process that tries to print up to `tries` times and reports the outcome of each try.

    An outcome is 'printed', a KioskError's code, or 'stopped' after SIGTERM. `timeouts` replaces some of
    SHORT_TIMEOUTS.
    """
    command = [sys.executable, "-m", "tests.print_process", file, folder, str(tries), json.dumps(timeouts)]
    return subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True)


def read_outcomes(process: subprocess.Popen[str]) -> list[str]:
    """The outcomes, once the process has ended."""
    return process.communicate(timeout=60)[0].split()


def print_once(file: str, folder: str, timeouts: PrintTimeouts) -> str:
    """Print, and return the outcome."""
    try:
        print_document(PrintJob(Path(file), "Flyer"), Path(folder), timeouts=timeouts)
    except KioskError as error:
        return error.code
    except cancellation.Cancelled:
        return "stopped"
    return "printed"


if __name__ == "__main__":
    cancellation.listen()
    FILE, FOLDER, TRIES, TIMEOUTS = sys.argv[1:]
    for _ in range(int(TRIES)):
        outcome = print_once(FILE, FOLDER, replace(SHORT_TIMEOUTS, **json.loads(TIMEOUTS)))
        print(outcome, flush=True)
        if outcome == "printed":
            break
