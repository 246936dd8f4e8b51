"""Prints with Qt instead of CUPS: into a file, and on a printer of a test's CUPS server."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from kiosk.base.cancellation import Cancelled
from kiosk.base.progress import Progress, ignore_progress
from kiosk.printing import qt_backend
from kiosk.printing.pdf_pages import render_pages
from kiosk.printing.print_job import PrintJob
from tests.cups import CupsServer, cups, needs_cups
from tests.faulty_share import wait_until
from tests.packs_builder import refused
from tests.pdf_kit import Picture, differing_share, render_pdf, write_flyer
from tests.screen_kit import qapp

__all__ = ["cups", "qapp"]
TOLERANCE = 1e-4
"""The share of a page's dots that may differ: rendered twice, a line one dot wide fades in places."""
PRINT = """import sys
from pathlib import Path
from kiosk.base.errors import KioskError
from kiosk.printing import qt_backend
from kiosk.base.progress import ignore_progress
from kiosk.printing.print_job import PrintJob
from kiosk.printing.watch_job import DEFAULT_TIMEOUTS
print(*(printer.name for printer in qt_backend.list_printers(0)))
try:
    job = PrintJob(Path(sys.argv[1]), "Flyer", two_sided=True)
    qt_backend.print_document(job, ignore_progress, Path(sys.argv[2]), DEFAULT_TIMEOUTS)
except KioskError as error:
    print(error.code)
"""


def file_printer(file: Path) -> QPrinter:
    """A QPrinter that prints into a PDF file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def crop(some: list[Picture]) -> list[Picture]:
    """The pages without their edges: Qt's A4 is 595 by 842 points, a third of a point off."""
    return [picture[:1740, :1230] for picture in some]


@pytest.mark.parametrize("grey", [True, False])
def test_drawn_pages_equal_those_of_the_pdf(qtbot: QtBot, tmp_path: Path, grey: bool) -> None:
    sent = write_flyer(tmp_path / "flyer.pdf", pages=2)
    reported: list[Progress] = []
    qt_backend.draw_job(
        PrintJob(sent, "Flyer", grey=grey), file_printer(tmp_path / "got.pdf"), reported.append
    )
    want, got = crop(render_pdf(sent, 150)), crop(render_pdf(tmp_path / "got.pdf", 150))
    assert differing_share(got, want) < TOLERANCE
    other = write_flyer(tmp_path / "other.pdf", "Other words", pages=2)
    assert differing_share(crop(render_pdf(other, 150)), want) > TOLERANCE
    assert differing_share([np.roll(page, 2, axis=1) for page in want], want) > TOLERANCE
    assert reported == [Progress("send", 0, 0), Progress("print", 1, 2), Progress("print", 2, 2)]


def test_a_rendered_page_has_the_size_and_colours_of_the_pdf(tmp_path: Path) -> None:
    sent = write_flyer(tmp_path / "flyer.pdf")
    (coloured,) = render_pages(sent, 72, grey=False)
    assert (coloured.width, coloured.height, coloured.stride) == (596, 842, 596 * 4)
    red = (842 - 240) * coloured.stride + 250 * 4
    assert tuple(coloured.pixels[red : red + 3]) == (26, 26, 204)
    (grey,) = render_pages(sent, 144, grey=True)
    assert (grey.width, grey.height, len(grey.pixels)) == (1191, 1684, grey.stride * 1684)
    assert grey.width_points == pytest.approx(595.276)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_pages_raises_an_error(qtbot: QtBot, tmp_path: Path) -> None:
    job = PrintJob(write_flyer(tmp_path / "flyer.pdf"), "Flyer")
    with refused("printing.failed"):
        qt_backend.draw_job(job, file_printer(tmp_path / "no" / "got.pdf"), ignore_progress)


@needs_cups
def test_a_cups_printer_gets_the_pages(cups: CupsServer, tmp_path: Path) -> None:
    sent = write_flyer(tmp_path / "flyer.pdf")

    def printed() -> str:
        """The output of a process that prints, as CUPS's library keeps to the first server it used."""
        command = [sys.executable, "-c", PRINT, sent, tmp_path]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert printed() == "printing.none"
    place = cups.add_scripted_printer("Office", "touch done")
    assert printed() == "Office"
    wait_until((place / "done").exists)
    assert differing_share(crop(render_pdf(place / "1.pdf", 150)), crop(render_pdf(sent, 150))) < TOLERANCE


def test_an_interrupt_stops_printing(qtbot: QtBot, tmp_path: Path) -> None:
    def stop(stage: Progress) -> None:
        if stage.done:
            raise Cancelled

    job = PrintJob(write_flyer(tmp_path / "flyer.pdf", pages=2), "Flyer")
    with pytest.raises(Cancelled):
        qt_backend.draw_job(job, file_printer(tmp_path / "got.pdf"), stop)
    assert len(render_pdf(tmp_path / "got.pdf", 20)) == 1
