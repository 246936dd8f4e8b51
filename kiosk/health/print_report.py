"""Saves or prints the page of a health report."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.base.errors import KioskError
from kiosk.printing.print_document import print_document
from kiosk.printing.print_job import PrintJob


def save_report(page: bytes, file: Path) -> None:
    """Write the page durably; KioskError 'health.sheet.unwritable', and then there is no such file."""
    try:
        with file.open("wb") as stream:
            stream.write(page)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        with suppress(OSError):
            file.unlink()
        raise KioskError("health.sheet.unwritable", path=file, reason=error.strerror) from error


def print_report(page: bytes, title: str, library: Path) -> None:
    """Print the page on the usual printer, in turn with all that is printed for this library.

    KioskError 'printing.*', or 'health.sheet.unwritable' where there is no room for it to wait.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "page.pdf"
        save_report(page, file)
        print_document(PrintJob(file, title), library)
