"""Prints a finished page that is no flyer: the health report, the staff guide."""

from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.base.export.export_file import export_file
from kiosk.base.progress import ProgressCallback, ignore_progress
from kiosk.printing.print_document import print_document
from kiosk.printing.print_job import PrintJob


def print_page(
    page: bytes, title: str, folder: Path, printer: str = "", report: ProgressCallback = ignore_progress
) -> None:
    """Print a PDF on A4 on the printer with this name, '' for the default one.

    `folder` is as for `print_document`. KioskError 'printing.*', or 'save.*' where there is no room for the
    page to wait.
    """
    with TemporaryDirectory() as place:
        file = Path(place) / "page.pdf"
        export_file(file, page)
        print_document(PrintJob(file, title, printer), folder, report)
