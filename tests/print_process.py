"""What tests of printing share: one who does not wait long, and printing in a process of its own.

As a program it prints and says what became of it: `python -m tests.print_process FILE FOLDER TRIES PATIENCE`.
"""

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.printing.print_document import print_document
from kiosk.printing.print_job import PrintJob
from kiosk.printing.watch_job import PrintTimeouts

SHORT_TIMEOUTS = PrintTimeouts(
    trouble=1, unchanged_trouble=3, silence=4, total=30, poll_interval=0.05, answer=5
)


def start_printing(file: Path, folder: Path, tries: int = 1, **timeouts: float) -> subprocess.Popen[str]:
    """A process that tries to print as often as that, until it has, and says a word each time.

    'printed', an error's id, or 'stopped' when it was asked to end. `patience` is how it is not hasty.
    """
    command = [sys.executable, "-m", "tests.print_process", file, folder, str(tries), json.dumps(timeouts)]
    return subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True)


def read_outcomes(process: subprocess.Popen[str]) -> list[str]:
    """What it said, once it has ended."""
    return process.communicate(timeout=60)[0].split()


def print_once(file: str, folder: str, timeouts: PrintTimeouts) -> str:
    """Print, and say what became of it."""
    try:
        print_document(PrintJob(Path(file), "Flyer"), Path(folder), timeouts=timeouts)
    except KioskError as error:
        return error.code
    except KeyboardInterrupt:
        return "stopped"
    return "printed"


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    FILE, FOLDER, TRIES, PATIENCE = sys.argv[1:]
    for _ in range(int(TRIES)):
        word = print_once(FILE, FOLDER, replace(SHORT_TIMEOUTS, **json.loads(PATIENCE)))
        print(word, flush=True)
        if word == "printed":
            break
