"""A flyer goes through a real CUPS to a printer on loopback, and what the printer got is what was sent."""

import subprocess
from pathlib import Path

import numpy as np

from kiosk.printing.job import Job, Stage
from kiosk.printing.print_document import print_out, printers
from tests.cups import Cups, cups, needs_cups
from tests.flyers import flyer, seen, stray
from tests.ippeve import NetworkPrinter, needs_printer
from tests.packs_builder import refused
from tests.printing import HASTY
from tests.pwg import dots

__all__ = ["cups"]
pytestmark = needs_cups


@needs_printer
def test_what_a_printer_gets_is_what_was_sent(cups: Cups, tmp_path: Path) -> None:
    sent = flyer(tmp_path / "flyer.pdf", pages=3)
    heard: list[Stage] = []
    with NetworkPrinter(cups.folder / "Office") as office:
        office.queue("Office")
        print_out(Job(sent, "Flyers", "Office"), tmp_path, heard.append)
        (got,) = office.taken()
        # its pages lie face up, so that CUPS sends the last one first
        assert stray(seen(got)[::-1], seen(sent)) == 0
    assert (heard[0], {stage.step for stage in heard}) == (Stage("send"), {"send", "print"})
    assert cups.jobs() == []


@needs_printer
def test_a_printer_of_dots_gets_the_dots_of_what_was_sent(cups: Cups, tmp_path: Path) -> None:
    """CUPS's drivers and pdftoppm draw edges a dot apart; further off, four dots in a million were."""
    sent = flyer(tmp_path / "flyer.pdf")
    with NetworkPrinter(cups.folder / "Office", "image/pwg-raster") as office:
        office.queue("Office")
        print_out(Job(sent, "Flyer", "Office", grey=True), tmp_path)
        (file,) = office.taken()
        got, dpi = dots(file)
    want = seen(sent, dpi)
    assert stray([got], want) < 1e-5
    assert stray([np.roll(got, 2, axis=1)], want) > 1e-4  # a twelfth of a millimetre aside


def test_a_difference_is_seen(tmp_path: Path) -> None:
    one = flyer(tmp_path / "one.pdf")
    others = (
        flyer(tmp_path / "text.pdf", "Salem?"),
        flyer(tmp_path / "larger.pdf", size=(596, 842)),
        flyer(tmp_path / "longer.pdf", pages=2),
    )
    for dpi, few in ((150, 0.0), (600, 1e-5)):
        (page,) = seen(one, dpi)
        assert stray([page], [page]) == 0
        assert stray([np.roll(page, 2, axis=0)], [page]) > few
        for other in others[: 3 if dpi == 150 else 1]:
            assert stray(seen(other, dpi), [page]) > few


@needs_printer
def test_a_printer_is_told_how_to_print(cups: Cups, tmp_path: Path) -> None:
    sent = flyer(tmp_path / "-flyer.pdf")
    title = 'Сәлем; $HOME "A\'B" \\ `x`\n\t' + "ұзақ" * 100
    with NetworkPrinter(cups.folder / "Office") as office:
        office.queue("Office")
        print_out(Job(sent, title, paper="A5", grey=True, two_sided=True, copies=3), tmp_path)
        print_out(Job(sent, "--help", paper="Letter"), tmp_path)
        first, second = office.told(1), office.told(2)
        assert len(office.taken()) == 2
    assert (first["IPP_SIDES"], second["IPP_SIDES"]) == ("two-sided-long-edge", "one-sided")
    assert first["IPP_PRINT_COLOR_MODE"] == "monochrome"
    assert "x-dimension=14800 y-dimension=21000" in first["IPP_MEDIA_COL"]
    assert "x-dimension=21590 y-dimension=27940" in second["IPP_MEDIA_COL"]
    assert first["IPP_COPIES"] == "3"
    assert second["IPP_JOB_NAME"] == "--help"
    assert "Сәлем" in first["IPP_JOB_NAME"]


def test_the_usual_printer_is_the_default_or_the_only_one(cups: Cups, tmp_path: Path) -> None:
    sent = flyer(tmp_path / "flyer.pdf")
    with refused("printing.none"):
        print_out(Job(sent, "Flyer"), tmp_path)
    office = cups.scripted("Office", "")
    print_out(Job(sent, "Flyer"), tmp_path)
    assert (office / "1.pdf").read_bytes() == sent.read_bytes()
    hall = cups.scripted("Hall", "")
    with refused("printing.unnamed", names="Hall, Office"):
        print_out(Job(sent, "Flyer"), tmp_path)
    with refused("printing.unknown", name="Attic", names="Hall, Office"):
        print_out(Job(sent, "Flyer", "Attic"), tmp_path)
    subprocess.run(["lpadmin", "-d", "Hall"], check=True)
    assert [(printer.name, printer.usual) for printer in printers()] == [("Hall", True), ("Office", False)]
    print_out(Job(sent, "Flyer"), tmp_path)
    assert (hall / "2.pdf").exists()


def test_pages_are_told_where_a_driver_tells_them(cups: Cups, tmp_path: Path) -> None:
    heard: list[Stage] = []
    cups.scripted(
        "Office", 'for n in 1 2; do echo "INFO: Printing page $n, 9% complete." >&2; sleep 0.5; done'
    )
    print_out(Job(flyer(tmp_path / "flyer.pdf"), "Flyer"), tmp_path, heard.append, HASTY)
    assert [stage for stage in heard if stage.done] == [Stage("print", 1), Stage("print", 2)]
