"""A flyer goes through a real CUPS to a printer on loopback, and what the printer got is what was sent."""

import subprocess
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk.printing.job import Job, Stage
from kiosk.printing.out import print_out, printers
from tests.cups import Cups, cups, needs_cups
from tests.flyers import Picture, flyer, seen
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
        assert same(seen(sent), seen(got)[::-1])
    assert (heard[0], {stage.step for stage in heard}) == (Stage("send"), {"send", "print"})
    assert cups.jobs() == []


@needs_printer
def test_a_printer_of_dots_gets_the_dots_of_what_was_sent(cups: Cups, tmp_path: Path) -> None:
    """CUPS's drivers draw thin lines and edges a dot wider or thinner than pdftoppm: 4 in a million differ."""
    sent = flyer(tmp_path / "flyer.pdf")
    with NetworkPrinter(cups.folder / "Office", "image/pwg-raster") as office:
        office.queue("Office")
        print_out(Job(sent, "Flyer", "Office", grey=True), tmp_path)
        (file,) = office.taken()
        got, dpi = dots(file)
    (want,) = seen(sent, dpi)
    assert stray(got, want) < 1e-5
    assert stray(np.roll(got, 2, axis=1), want) > 1e-4  # a twelfth of a millimetre aside


def same(some: list[Picture], others: list[Picture]) -> bool:
    """Whether they are the same pictures, to the pixel."""
    return len(some) == len(others) and all(map(np.array_equal, some, others))


def stray(got: Picture, want: Picture) -> float:
    """The share of dots that are dark where there is no dark one within a dot's reach, or the other way round."""
    assert got.shape == want.shape
    dark, wanted = got < 128, want < 128
    return float(np.mean((dark & ~widened(wanted)) | (~dark & ~widened(~wanted))))


def widened(some: NDArray[np.bool_]) -> NDArray[np.bool_]:
    for axis in (0, 1):
        some = some | np.roll(some, 1, axis) | np.roll(some, -1, axis)
    return some


def test_a_difference_is_seen(tmp_path: Path) -> None:
    one = flyer(tmp_path / "one.pdf")
    assert same(seen(one), seen(one))
    for other in (
        flyer(tmp_path / "text.pdf", "Salem?"),
        flyer(tmp_path / "larger.pdf", size=(596, 842)),
        flyer(tmp_path / "longer.pdf", pages=2),
    ):
        assert not same(seen(one), seen(other))
    (page,) = seen(one, 600)
    (other,) = seen(flyer(tmp_path / "other.pdf", "Salem?"), 600)
    assert stray(page, page) == 0
    assert stray(other, page) > 1e-5


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
