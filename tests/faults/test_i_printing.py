"""Fault catalogue, I10 and I12: every print ends as one copy or an error, with no job left over."""

import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.printing.cups_commands import query_cups
from kiosk.printing.print_document import list_printers, print_document
from kiosk.printing.print_job import PrintJob
from tests.cups import CupsServer, cups, needs_cups
from tests.faulty_share import wait_until
from tests.network_printer import NetworkPrinter, needs_printer
from tests.packs_builder import refused
from tests.pdf_kit import differing_share, pdf_text, render_pdf, write_flyer
from tests.print_process import SHORT_TIMEOUTS, read_outcomes, start_printing

__all__ = ["cups"]
pytestmark = needs_cups
UNTIL_TOLD = "while [ ! -e go ]; do sleep 0.1; done"


@pytest.fixture
def job(tmp_path: Path) -> PrintJob:
    return PrintJob(write_flyer(tmp_path / "flyer.pdf"), "Flyer")


@pytest.fixture
def office(cups: CupsServer) -> Iterator[NetworkPrinter]:
    """The only printer, on the network."""
    with NetworkPrinter(cups.folder / "Office") as office:
        office.add_to_cups("Office")
        yield office


def test_i10_a_hundred_prints_at_once_are_one_copy(cups: CupsServer, job: PrintJob, tmp_path: Path) -> None:
    place = cups.add_scripted_printer("Office", UNTIL_TOLD)
    processes = [start_printing(job.file, tmp_path, tries=11, silence=60) for _ in range(10)]
    wait_until(lambda: len([process for process in processes if process.poll() is not None]) == 9)
    wait_until(lambda: len(cups.list_jobs()) == 1)
    (place / "go").touch()
    words = Counter(word for process in processes for word in read_outcomes(process))
    assert words.keys() == {"printing.busy", "printed"}
    assert words["printed"] == 1 and words["printing.busy"] >= 99
    assert len(list(place.glob("*.pdf"))) == 1


def test_i10_a_double_tap_is_one_copy(cups: CupsServer, job: PrintJob, tmp_path: Path) -> None:
    place = cups.add_scripted_printer("Office", UNTIL_TOLD)
    both = [start_printing(job.file, tmp_path, silence=60) for _ in range(2)]
    wait_until(lambda: any(process.poll() is not None for process in both))
    (place / "go").touch()
    assert sorted(word for process in both for word in read_outcomes(process)) == ["printed", "printing.busy"]
    assert len(list(place.glob("*.pdf"))) == 1


@needs_printer
def test_i10_out_of_paper_is_reported_and_nothing_is_printed_later(
    office: NetworkPrinter, job: PrintJob, cups: CupsServer, tmp_path: Path
) -> None:
    office.set_paper(False)
    for _ in range(2):
        with refused("printing.trouble.paper", printer="Office"):
            print_document(job, tmp_path, timeouts=SHORT_TIMEOUTS)
        assert cups.list_jobs() == []
    office.set_paper(True)
    print_document(job, tmp_path)


@needs_printer
def test_i10_paper_added_in_time_is_printed(office: NetworkPrinter, job: PrintJob, tmp_path: Path) -> None:
    office.set_paper(False)
    printed = start_printing(job.file, tmp_path, trouble=30)
    wait_until(lambda: "media-empty-warning" in list_printers()[0].alerts)
    office.set_paper(True)
    assert read_outcomes(printed) == ["printed"]
    assert len(office.printed_files()) == 1


@needs_printer
def test_i10_a_printer_that_is_off_is_reported(
    office: NetworkPrinter, job: PrintJob, cups: CupsServer, tmp_path: Path
) -> None:
    office.stop()
    with refused("printing.trouble.off", printer="Office"):
        print_document(job, tmp_path, timeouts=SHORT_TIMEOUTS)
    assert cups.list_jobs() == []
    office.start()
    print_document(job, tmp_path)
    assert len(office.printed_files()) == 1


@needs_printer
def test_i10_a_printer_that_hangs_is_reported(
    office: NetworkPrinter, job: PrintJob, cups: CupsServer, tmp_path: Path
) -> None:
    office.signal(signal.SIGSTOP)
    with refused("printing.stuck", "printing.trouble.off", printer="Office"):
        print_document(job, tmp_path, timeouts=SHORT_TIMEOUTS)
    assert cups.list_jobs() == []
    office.signal(signal.SIGCONT)
    assert office.printed_files() == []


def test_i10_a_missing_print_service_is_reported(cups: CupsServer, job: PrintJob, tmp_path: Path) -> None:
    cups.stop()
    with refused("printing.stopped"):
        print_document(job, tmp_path)
    cups.start()


def test_i10_a_hanging_print_service_is_reported_and_prints_nothing_later(
    cups: CupsServer, job: PrintJob, tmp_path: Path
) -> None:
    place = cups.add_scripted_printer("Office", "")
    cups.service.send_signal(signal.SIGSTOP)
    start = time.monotonic()
    with refused("printing.hanging"):
        print_document(job, tmp_path, timeouts=SHORT_TIMEOUTS)
    assert time.monotonic() - start < 10
    cups.service.send_signal(signal.SIGCONT)
    wait_until(lambda: cups.list_jobs() == [])
    assert list(place.glob("*.pdf")) == []


def test_i10_a_print_service_that_hangs_midway_blocks_nothing(
    cups: CupsServer, job: PrintJob, tmp_path: Path
) -> None:
    """The job could not be cancelled then, so the next print cancels it first."""
    place = cups.add_scripted_printer("Office", UNTIL_TOLD)
    first = start_printing(job.file, tmp_path, silence=60)
    wait_until((place / "1.pdf").exists)
    cups.service.send_signal(signal.SIGSTOP)
    assert read_outcomes(first) == ["printing.hanging"]
    cups.service.send_signal(signal.SIGCONT)
    assert cups.list_jobs() == ["Office-1"]
    cups.set_script("Office", "")
    print_document(job, tmp_path, timeouts=SHORT_TIMEOUTS)
    assert cups.list_jobs() == []
    assert "already canceled" in cancelled("Office-1")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_i10_an_interrupted_job_is_cancelled_now_or_by_the_next_print(
    cups: CupsServer, job: PrintJob, tmp_path: Path, how: signal.Signals
) -> None:
    place = cups.add_scripted_printer("Office", UNTIL_TOLD)
    first = start_printing(job.file, tmp_path, silence=60)
    wait_until((place / "1.pdf").exists)
    first.send_signal(how)
    assert read_outcomes(first) == (["stopped"] if how is signal.SIGTERM else [])
    assert cups.list_jobs() == ([] if how is signal.SIGTERM else ["Office-1"])
    cups.set_script("Office", "")
    print_document(job, tmp_path, timeouts=SHORT_TIMEOUTS)
    assert cups.list_jobs() == []
    assert "already canceled" in cancelled("Office-1")


def cancelled(id: str) -> str:
    """CUPS's answer to cancelling a finished job."""
    return subprocess.run(["cancel", id], capture_output=True, text=True).stderr


def test_i10_a_job_killed_before_it_was_recorded_is_never_printed(
    cups: CupsServer, job: PrintJob, tmp_path: Path
) -> None:
    """Until then it is on hold; on a fast machine the kill may come too late."""
    place = cups.add_scripted_printer("Office", "")
    lock, noted = tmp_path / "printing.lock", set[str]()

    def printed() -> set[str]:
        return {f"Office-{file.stem}" for file in place.glob("*.pdf")}

    for moment in range(12):
        assert printed() <= noted
        killed = start_printing(job.file, tmp_path)
        wait_until(lock.exists)
        time.sleep(moment * 0.005)
        killed.kill()
        done = printed()
        assert read_outcomes(killed) in ([], ["printed"])
        noted.add(lock.read_text())
        if not lock.read_text():  # nothing is written down yet, or no more, for it is printed
            noted |= done
        assert {queued.id for queued in query_cups(10).jobs if not queued.is_held} <= noted
        lock.unlink()
    assert printed() <= noted


CODES = [
    "%!PS-Adobe-3.0 /Helvetica findfont showpage quit",
    "ESC%-12345X@PJL SET COPIES=99 @PJL ENTER LANGUAGE=PCL",
    "<h1>HTML</h1><script>print()</script> &amp; {{flyer}}",
    "$(touch /printed) `id`; ../../etc -o copies=99 %s %n",
]


@needs_printer
@pytest.mark.parametrize("code", CODES, ids=["PostScript", "PJL", "HTML", "shell"])
def test_i12_text_that_is_code_is_printed_as_it_was_typed(
    office: NetworkPrinter, tmp_path: Path, code: str
) -> None:
    sent = write_flyer(tmp_path / "flyer.pdf", code)
    print_document(PrintJob(sent, code), tmp_path)
    (got,) = office.printed_files()
    assert code in pdf_text(got)
    assert differing_share(render_pdf(got), render_pdf(sent)) == 0
    options = office.job_options(1)
    assert (options["IPP_COPIES_DEFAULT"], options.get("IPP_COPIES", "1")) == ("1", "1")
