"""Prints the page of a health report."""

from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.base.export.export_file import export_file
from kiosk.printing.print_document import print_document
from kiosk.printing.print_job import PrintJob


def print_report(page: bytes, title: str, library: Path) -> None:
    """Print the page on the usual printer, in turn with all that is printed for this library.

    KioskError 'printing.*', or 'save.*' where there is no room for it to wait.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "page.pdf"
        export_file(file, page)
        print_document(PrintJob(file, title), library)
