"""Prints the staff guide on the kiosk's printer."""

from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.progress import ProgressCallback, ignore_progress
from kiosk.printing.print_page import print_page

_NO_A4 = ("printing.no_size", "printing.no_flyer_size")


def print_guide(
    page: bytes, title: str, folder: Path, printer: str, report: ProgressCallback = ignore_progress
) -> None:
    """Print the page; the KioskErrors of `print_page`, and 'operating.no_a4': it has no other size."""
    try:
        print_page(page, title, folder, printer, report)
    except KioskError as error:
        if error.code in _NO_A4:
            raise KioskError("operating.no_a4", printer=error.detail["printer"]) from error
        raise
