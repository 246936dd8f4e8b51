"""Fault catalogue, J24: a printer without the paper that a flyer needs refuses it before it prints."""

import socket
import tempfile
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtGui import QPageSize

from kiosk.base.errors import KioskError
from kiosk.printing import qt_backend
from kiosk.printing.paper_sizes import check_paper, papers_of
from kiosk.printing.print_document import print_document
from kiosk.printing.print_job import PaperName, PrintJob
from tests.cups import CupsServer, cups, needs_cups
from tests.network_printer import NetworkPrinter, needs_printer
from tests.packs_builder import refused
from tests.pdf_kit import write_flyer
from tests.print_process import SHORT_TIMEOUTS
from tests.printer_driver import A3_BY_SIZE, LABEL, LETTER, add_printer_with_media
from tests.screen_kit import qapp

__all__ = ["cups", "qapp"]


def prepare_job(cups: CupsServer, folder: Path, paper: PaperName) -> tuple[Path, PrintJob]:
    """A printer that takes Letter and A3: the folder of its jobs, and a job for it on this paper."""
    printed = cups.add_scripted_printer("Reading", "")
    add_printer_with_media("Reading", folder, LETTER | A3_BY_SIZE, f"script:{printed}")
    return printed, PrintJob(write_flyer(folder / "flyer.pdf"), "Flyer", "Reading", paper=paper)


@needs_cups
@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_j24_a_paper_that_the_driver_does_not_know_is_refused(
    cups: CupsServer, tmp_path: Path, paper: PaperName
) -> None:
    folder, job = prepare_job(cups, tmp_path, paper)
    with pytest.raises(KioskError) as caught:
        print_document(job, tmp_path, timeouts=SHORT_TIMEOUTS)
    assert (caught.value.code, caught.value.detail) == (
        "printing.no_size",
        {"printer": "Reading", "paper": paper, "papers": "A3, Letter"},
    )
    assert cups.list_jobs() == [] and not list(folder.glob("*.pdf"))


@needs_cups
@pytest.mark.parametrize("paper", ["A3", "Letter"])
def test_j24_a_paper_that_the_driver_knows_is_printed(
    cups: CupsServer, tmp_path: Path, paper: PaperName
) -> None:
    folder, job = prepare_job(cups, tmp_path, paper)
    print_document(job, tmp_path, timeouts=SHORT_TIMEOUTS)
    assert len(list(folder.glob("*.pdf"))) == 1


@needs_cups
def test_j24_a_printer_of_labels_prints_no_flyer(cups: CupsServer, tmp_path: Path) -> None:
    add_printer_with_media("Labels", tmp_path, LABEL, "file:///dev/null")
    with refused("printing.no_flyer_size"):
        print_document(PrintJob(write_flyer(tmp_path / "flyer.pdf"), "Flyer", "Labels"), tmp_path)


@needs_printer
def test_j24_a_printer_without_a_driver_says_itself_what_it_takes(cups: CupsServer, tmp_path: Path) -> None:
    with NetworkPrinter(cups.folder / "Office") as office:
        office.add_to_cups("Office")
        job = PrintJob(write_flyer(tmp_path / "flyer.pdf"), "Flyer", "Office", paper="A3")
        with refused("printing.no_size"):
            print_document(job, tmp_path, timeouts=SHORT_TIMEOUTS)
        assert office.printed_files() == []


@pytest.mark.parametrize(
    ("media", "papers"),
    [
        (("iso_a4_210x297mm", "na_letter_8.5x11in"), {"A4", "Letter"}),
        (("oe_w595h842_209.9x297.04mm",), {"A4"}),
        (("custom_min_3x5in", "custom_max_8.5x14in"), {"A5", "A4", "Letter"}),
        (("custom_min_20x20mm", "custom_max_58x2000mm"), set()),
        (("iso_a4-large_225x297mm", "auto", "x_1..2x3mm", ""), set()),
    ],
)
def test_j24_sizes_are_compared_in_millimetres(media: tuple[str, ...], papers: set[PaperName]) -> None:
    assert papers_of(media) == papers


def test_j24_the_platforms_list_of_sizes_is_read(qapp: object) -> None:
    sizes = [QPageSize(QPageSize.PageSizeId.Letter), QPageSize(QPageSize.PageSizeId.A3)]
    assert qt_backend.supported_papers(sizes) == {"A3", "Letter"}
    assert qt_backend.supported_papers([]) == {"A3", "A4", "A5", "Letter"}


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"no HTTP",
        b"HTTP/1.1 200 OK\r\n\r\n" + b"\2\0\0\0\0\0\0\1\4\x44\0\x0fmed",
    ],
)
def test_j24_a_print_service_that_answers_nonsense_is_not_asked_for_paper(
    answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory(prefix="cups-") as folder, socket.socket(socket.AF_UNIX) as server:
        path = str(Path(folder) / "socket")
        monkeypatch.setenv("CUPS_SERVER", path)
        server.bind(path)
        server.listen()
        Thread(target=partial(answer_once, server, answer), daemon=True).start()
        check_paper("Office", "A3", deadline=10)


def answer_once(server: socket.socket, answer: bytes) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(1000)
        connection.sendall(answer)


def test_j24_a_print_service_that_is_not_there_is_not_asked_for_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    check_paper("Office", "A3", deadline=10)
