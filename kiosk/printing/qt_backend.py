"""Prints without CUPS: draws each page as a picture on a QPrinter."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ProgressCallback
from kiosk.printing.cups_commands import ANSWER_DEADLINE
from kiosk.printing.paper_sizes import check_sizes
from kiosk.printing.pdf_pages import POINTS_PER_INCH, render_pages
from kiosk.printing.print_job import PaperName, PrintJob
from kiosk.printing.print_lock import hold_print_lock
from kiosk.printing.printer import Printer, Trouble, choose_printer
from kiosk.printing.watch_job import PrintTimeouts

if TYPE_CHECKING:
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter

MAX_DPI = {True: 600, False: 300}
"""Dots per inch of grey pages and of coloured ones; a page of A3 then takes 70 MB of memory."""


def list_printers(_: float) -> tuple[Printer, ...]:
    """The platform's printers; Qt has no deadline for the query."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    error = QPrinter.PrinterState.Error
    with _qt_application():
        return tuple(
            Printer(info.printerName(), info.isDefault(), Trouble.UNKNOWN if info.state() == error else None)
            for info in QPrinterInfo.availablePrinters()
        )


@contextmanager
def _qt_application() -> Iterator[None]:
    """Create the application without which Qt knows no printer, unless there is one."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    yield
    del application


def print_document(job: PrintJob, report: ProgressCallback, folder: Path, _: PrintTimeouts) -> None:
    """See `kiosk.printing.print_document`; nothing is known of a job once the platform has it."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    with hold_print_lock(folder), _qt_application():
        info = QPrinterInfo.printerInfo(choose_printer(job.printer, list_printers(ANSWER_DEADLINE)).name)
        check_sizes(info.printerName(), job.paper, supported_papers(info.supportedPageSizes()))
        draw_job(job, QPrinter(info, QPrinter.PrinterMode.HighResolution), report)


def supported_papers(sizes: "Sequence[QPageSize]") -> frozenset[PaperName]:
    """The papers among these sizes; all when the platform names no size."""
    from PySide6.QtGui import QPageSize

    papers = frozenset[PaperName](get_args(PaperName))
    sized = {paper: QPageSize(getattr(QPageSize.PageSizeId, paper)) for paper in papers}
    return (
        frozenset(paper for paper, size in sized.items() if any(map(size.isEquivalentTo, sizes)))
        if sizes
        else papers
    )


def draw_job(job: PrintJob, printer: "QPrinter", report: ProgressCallback) -> None:
    """Draw every page of the job in its true size; KioskError 'printing.failed' when the printer refuses."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    report(Progress("send", 0, 0))
    _set_up(printer, job)
    failed = KioskError("printing.failed", printer=printer.printerName())
    painter = QPainter()
    if not painter.begin(printer):
        raise failed
    try:
        dpi = printer.resolution()
        pixel_format = QImage.Format.Format_Grayscale8 if job.grey else QImage.Format.Format_RGB32
        for page in render_pages(job.file, min(dpi, MAX_DPI[job.grey]), job.grey):
            if page.number and not printer.newPage():
                raise failed
            width, height = (side * dpi / POINTS_PER_INCH for side in (page.width_points, page.height_points))
            image = QImage(page.pixels, page.width, page.height, page.stride, pixel_format)
            painter.drawImage(QRectF(0, 0, width, height), image)
            report(Progress("print", page.number + 1, page.total))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _set_up(printer: "QPrinter", job: PrintJob) -> None:
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize
    from PySide6.QtPrintSupport import QPrinter

    size = QPageSize(getattr(QPageSize.PageSizeId, job.paper))
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    printer.setDocName(job.title)
    printer.setCopyCount(job.copies)
    colours = QPrinter.ColorMode
    printer.setColorMode(colours.GrayScale if job.grey else colours.Color)
    sides = QPrinter.DuplexMode
    printer.setDuplex(sides.DuplexLongSide if job.two_sided else sides.DuplexNone)
