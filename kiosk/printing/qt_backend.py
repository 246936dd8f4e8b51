"""Printing where there is no CUPS: each page is drawn as a picture on a QPrinter."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.base.errors import KioskError
from kiosk.printing.cups_commands import DEADLINE
from kiosk.printing.job import Job, Report, Stage
from kiosk.printing.pdf_pages import POINTS, pages
from kiosk.printing.print_queue import turn
from kiosk.printing.printer import Printer, Trouble, choose
from kiosk.printing.watch_job import Patience

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINEST = {True: 600, False: 300}
"""Dots per inch of grey pages and of coloured ones; a page of A3 then takes 70 MB."""


def printers(_: float) -> tuple[Printer, ...]:
    """The printers of the platform, which has no deadline for it."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    failing = QPrinter.PrinterState.Error
    with _qt():
        return tuple(
            Printer(
                info.printerName(), info.isDefault(), Trouble.UNKNOWN if info.state() == failing else None
            )
            for info in QPrinterInfo.availablePrinters()
        )


@contextmanager
def _qt() -> Iterator[None]:
    """Have Qt ready, which knows of no printer before there is an application."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    yield
    del application


def print_out(job: Job, report: Report, folder: Path, _: Patience) -> None:
    """See `kiosk.printing.print_document`; the platform tells nothing more of a job once it has it."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    with turn(folder), _qt():
        name = choose(job.printer, printers(DEADLINE)).name
        draw(job, QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution), report)


def draw(job: Job, printer: "QPrinter", report: Report) -> None:
    """Draw every page of the job in its true size; KioskError 'printing.failed' when no more is taken."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    report(Stage("send"))
    _set_up(printer, job)
    failed = KioskError("printing.failed", printer=printer.printerName())
    painter = QPainter()
    if not painter.begin(printer):
        raise failed
    try:
        dots = printer.resolution()
        colours = QImage.Format.Format_Grayscale8 if job.grey else QImage.Format.Format_RGB32
        for page in pages(job.file, min(dots, FINEST[job.grey]), job.grey):
            if page.number and not printer.newPage():
                raise failed
            size = QRectF(0, 0, page.across * dots / POINTS, page.down * dots / POINTS)
            painter.drawImage(size, QImage(page.pixels, page.width, page.height, page.stride, colours))
            report(Stage("print", page.number + 1, page.total))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _set_up(printer: "QPrinter", job: Job) -> None:
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
