"""Prints through a real CUPS to a printer on loopback, and compares what it gets with what was sent."""

import subprocess
from pathlib import Path

import numpy as np

from kiosk.base.progress import Progress
from kiosk.printing.print_document import list_printers, print_document
from kiosk.printing.print_job import PrintJob
from tests.cups import CupsServer, cups, needs_cups
from tests.network_printer import NetworkPrinter, needs_printer
from tests.packs_builder import refused
from tests.pdf_kit import differing_share, render_pdf, write_flyer
from tests.print_process import SHORT_TIMEOUTS
from tests.pwg_raster import read_raster

__all__ = ["cups"]
pytestmark = needs_cups


@needs_printer
def test_a_printer_gets_the_pages_that_were_sent(cups: CupsServer, tmp_path: Path) -> None:
    sent = write_flyer(tmp_path / "flyer.pdf", pages=3)
    reported: list[Progress] = []
    with NetworkPrinter(cups.folder / "Office") as office:
        office.add_to_cups("Office")
        print_document(PrintJob(sent, "Flyers", "Office"), tmp_path, reported.append)
        (got,) = office.printed_files()
        # its pages lie face up, so that CUPS sends the last one first
        assert differing_share(render_pdf(got)[::-1], render_pdf(sent)) == 0
    assert (reported[0], {stage.step for stage in reported}) == (Progress("send", 0, 0), {"send", "print"})
    assert cups.list_jobs() == []


@needs_printer
def test_a_raster_printer_gets_the_dots_that_were_sent(cups: CupsServer, tmp_path: Path) -> None:
    """CUPS's drivers and pdftoppm draw edges up to a dot apart; four dots in a million were further apart."""
    sent = write_flyer(tmp_path / "flyer.pdf")
    with NetworkPrinter(cups.folder / "Office", "image/pwg-raster") as office:
        office.add_to_cups("Office")
        print_document(PrintJob(sent, "Flyer", "Office", grey=True), tmp_path)
        (file,) = office.printed_files()
        got, dpi = read_raster(file)
    want = render_pdf(sent, dpi)
    assert differing_share([got], want) < 1e-5
    assert differing_share([np.roll(got, 2, axis=1)], want) > 1e-4  # a twelfth of a millimetre aside


def test_differing_share_finds_differences(tmp_path: Path) -> None:
    one = write_flyer(tmp_path / "one.pdf")
    others = (
        write_flyer(tmp_path / "text.pdf", "Salem?"),
        write_flyer(tmp_path / "larger.pdf", size=(596, 842)),
        write_flyer(tmp_path / "longer.pdf", pages=2),
    )
    for dpi, few in ((150, 0.0), (600, 1e-5)):
        (page,) = render_pdf(one, dpi)
        assert differing_share([page], [page]) == 0
        assert differing_share([np.roll(page, 2, axis=0)], [page]) > few
        for other in others[: 3 if dpi == 150 else 1]:
            assert differing_share(render_pdf(other, dpi), [page]) > few


@needs_printer
def test_a_printer_gets_the_options_of_a_job(cups: CupsServer, tmp_path: Path) -> None:
    sent = write_flyer(tmp_path / "-flyer.pdf")
    title = 'Сәлем; $HOME "A\'B" \\ `x`\n\t' + "ұзақ" * 100
    with NetworkPrinter(cups.folder / "Office") as office:
        office.add_to_cups("Office")
        print_document(PrintJob(sent, title, paper="A5", grey=True, two_sided=True, copies=3), tmp_path)
        print_document(PrintJob(sent, "--help", paper="Letter"), tmp_path)
        first, second = office.job_options(1), office.job_options(2)
        assert len(office.printed_files()) == 2
    assert (first["IPP_SIDES"], second["IPP_SIDES"]) == ("two-sided-long-edge", "one-sided")
    assert first["IPP_PRINT_COLOR_MODE"] == "monochrome"
    assert "x-dimension=14800 y-dimension=21000" in first["IPP_MEDIA_COL"]
    assert "x-dimension=21590 y-dimension=27940" in second["IPP_MEDIA_COL"]
    assert first["IPP_COPIES"] == "3"
    assert second["IPP_JOB_NAME"] == "--help"
    assert "Сәлем" in first["IPP_JOB_NAME"]


def test_the_default_or_only_printer_is_chosen(cups: CupsServer, tmp_path: Path) -> None:
    sent = write_flyer(tmp_path / "flyer.pdf")
    with refused("printing.none"):
        print_document(PrintJob(sent, "Flyer"), tmp_path)
    office = cups.add_scripted_printer("Office", "")
    print_document(PrintJob(sent, "Flyer"), tmp_path)
    assert (office / "1.pdf").read_bytes() == sent.read_bytes()
    hall = cups.add_scripted_printer("Hall", "")
    with refused("printing.unnamed", names="Hall, Office"):
        print_document(PrintJob(sent, "Flyer"), tmp_path)
    with refused("printing.unknown", name="Attic", names="Hall, Office"):
        print_document(PrintJob(sent, "Flyer", "Attic"), tmp_path)
    subprocess.run(["lpadmin", "-d", "Hall"], check=True)
    assert [(printer.name, printer.is_default) for printer in list_printers()] == [
        ("Hall", True),
        ("Office", False),
    ]
    print_document(PrintJob(sent, "Flyer"), tmp_path)
    assert (hall / "2.pdf").exists()


def test_pages_are_reported_when_the_driver_reports_them(cups: CupsServer, tmp_path: Path) -> None:
    reported: list[Progress] = []
    cups.add_scripted_printer(
        "Office", 'for n in 1 2; do echo "INFO: Printing page $n, 9% complete." >&2; sleep 0.5; done'
    )
    print_document(
        PrintJob(write_flyer(tmp_path / "flyer.pdf"), "Flyer"), tmp_path, reported.append, SHORT_TIMEOUTS
    )
    assert [stage for stage in reported if stage.done] == [Progress("print", 1, 0), Progress("print", 2, 0)]
