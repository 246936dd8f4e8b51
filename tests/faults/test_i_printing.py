"""I10-I13: whatever printers, CUPS and fingers do, one copy or a sentence, and nothing left behind."""

import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.printing.cups import look
from kiosk.printing.job import Job
from kiosk.printing.out import print_out, printers
from tests.cups import Cups, add, cups, needs_cups, serving
from tests.faulty_share import until
from tests.flyers import flyer, seen, stray, words_on
from tests.ippeve import NetworkPrinter, needs_printer
from tests.packs_builder import refused
from tests.printing import HASTY, printing, said

__all__ = ["cups"]
pytestmark = needs_cups
UNTIL_TOLD = "while [ ! -e go ]; do sleep 0.1; done"


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job(flyer(tmp_path / "flyer.pdf"), "Flyer")


@pytest.fixture
def office(cups: Cups) -> Iterator[NetworkPrinter]:
    """A printer on the network, the only one."""
    with NetworkPrinter(cups.folder / "Office") as office:
        office.queue("Office")
        yield office


def test_i10_a_hundred_prints_at_once_are_one_copy(cups: Cups, job: Job, tmp_path: Path) -> None:
    place = cups.scripted("Office", UNTIL_TOLD)
    taps = [printing(job.file, tmp_path, tries=11, silence=60) for _ in range(10)]
    until(lambda: len([tap for tap in taps if tap.poll() is not None]) == 9)
    assert len(cups.jobs()) == 1
    (place / "go").touch()
    words = Counter(word for tap in taps for word in said(tap))
    assert words.keys() == {"printing.busy", "printed"}
    assert words["printed"] == 1 and words["printing.busy"] >= 99
    assert len(list(place.glob("*.pdf"))) == 1


def test_i10_a_double_tap_is_one_copy(cups: Cups, job: Job, tmp_path: Path) -> None:
    place = cups.scripted("Office", UNTIL_TOLD)
    both = [printing(job.file, tmp_path, silence=60) for _ in range(2)]
    until(lambda: any(tap.poll() is not None for tap in both))
    (place / "go").touch()
    assert sorted(word for tap in both for word in said(tap)) == ["printed", "printing.busy"]
    assert len(list(place.glob("*.pdf"))) == 1


@needs_printer
def test_i10_a_printer_without_paper_is_said_and_prints_nothing_later(
    office: NetworkPrinter, job: Job, cups: Cups, tmp_path: Path
) -> None:
    office.paper(False)
    for _ in range(2):  # though CUPS remembers from the first time that there is none
        with refused("printing.trouble.paper", printer="Office"):
            print_out(job, tmp_path, patience=replace(HASTY, silence=60, total=60))
        assert cups.jobs() == []
    office.paper(True)
    print_out(job, tmp_path)


@needs_printer
def test_i10_paper_that_is_put_in_soon_is_in_time(office: NetworkPrinter, job: Job, tmp_path: Path) -> None:
    office.paper(False)
    printed = printing(job.file, tmp_path, trouble=30)
    until(lambda: "media-empty-warning" in printers()[0].alerts)
    office.paper(True)
    assert said(printed) == ["printed"]
    assert len(office.taken()) == 1


@needs_printer
def test_i10_a_printer_that_is_off_is_said(
    office: NetworkPrinter, job: Job, cups: Cups, tmp_path: Path
) -> None:
    office.stop()
    with refused("printing.trouble.off", printer="Office"):
        print_out(job, tmp_path, patience=HASTY)
    assert cups.jobs() == []
    office.start()
    print_out(job, tmp_path)
    assert len(office.taken()) == 1


@needs_printer
def test_i10_a_printer_that_hangs_is_said(
    office: NetworkPrinter, job: Job, cups: Cups, tmp_path: Path
) -> None:
    office.signal(signal.SIGSTOP)
    with refused("printing.stuck", "printing.trouble.off", printer="Office"):
        print_out(job, tmp_path, patience=HASTY)
    assert cups.jobs() == []
    office.signal(signal.SIGCONT)
    assert office.taken() == []


def test_i10_without_a_print_service_it_is_said(cups: Cups, job: Job, tmp_path: Path) -> None:
    cups.stop()
    with refused("printing.stopped"):
        print_out(job, tmp_path)
    cups.start()


def test_i10_a_print_service_that_hangs_is_said_and_prints_nothing_later(
    cups: Cups, job: Job, tmp_path: Path
) -> None:
    place = cups.scripted("Office", "")
    cups.service.send_signal(signal.SIGSTOP)
    start = time.monotonic()
    with refused("printing.hanging"):
        print_out(job, tmp_path, patience=HASTY)
    assert time.monotonic() - start < 10
    cups.service.send_signal(signal.SIGCONT)
    until(lambda: cups.jobs() == [])
    assert list(place.glob("*.pdf")) == []


def test_i10_a_print_service_that_hangs_in_the_middle_holds_nobody_up(
    cups: Cups, job: Job, tmp_path: Path
) -> None:
    """The job could not be taken back then, so the next one who prints does that first."""
    place = cups.scripted("Office", UNTIL_TOLD)
    first = printing(job.file, tmp_path, silence=60)
    until((place / "1.pdf").exists)
    cups.service.send_signal(signal.SIGSTOP)
    assert said(first) == ["printing.hanging"]
    cups.service.send_signal(signal.SIGCONT)
    assert cups.jobs() == ["Office-1"]
    cups.rewrite("Office", "")
    print_out(job, tmp_path, patience=HASTY)
    assert cups.jobs() == []
    assert "already canceled" in cancelled("Office-1")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_i10_who_is_ended_takes_the_job_back_or_the_next_one_does(
    cups: Cups, job: Job, tmp_path: Path, how: signal.Signals
) -> None:
    place = cups.scripted("Office", UNTIL_TOLD)
    first = printing(job.file, tmp_path, silence=60)
    until((place / "1.pdf").exists)
    first.send_signal(how)
    assert said(first) == (["stopped"] if how is signal.SIGTERM else [])
    assert cups.jobs() == ([] if how is signal.SIGTERM else ["Office-1"])
    cups.rewrite("Office", "")
    print_out(job, tmp_path, patience=HASTY)
    assert cups.jobs() == []
    assert "already canceled" in cancelled("Office-1")


def cancelled(id: str) -> str:
    """What CUPS says to taking back a job that is over: how that came about."""
    return subprocess.run(["cancel", id], capture_output=True, text=True).stderr


def test_i10_killed_before_it_was_written_down_a_job_is_never_printed(
    cups: Cups, job: Job, tmp_path: Path
) -> None:
    """Until then it is on hold; the kill comes as CUPS's own programs are at it."""
    place = cups.scripted("Office", "")
    lock, noted = tmp_path / "printing.lock", set()
    for moment in range(12):
        killed = printing(job.file, tmp_path)
        until(lock.exists)
        time.sleep(moment * 0.005)
        killed.kill()
        assert said(killed) in ([], ["printed"])
        noted.add(lock.read_text())
        assert {queued.id for queued in look(10).jobs if not queued.held} <= noted
        lock.unlink()
    assert {f"Office-{file.stem}" for file in place.glob("*.pdf")} <= noted


def test_i11_the_list_of_printers_ends_in_time_when_cups_hangs(cups: Cups) -> None:
    add("Office")
    assert [printer.name for printer in printers()] == ["Office"]
    cups.service.send_signal(signal.SIGSTOP)
    start = time.monotonic()
    with refused("printing.hanging"):
        printers(deadline=1)
    assert time.monotonic() - start < 5


def test_i11_the_screen_never_asks_for_printers(checkout: Path) -> None:
    """Qt's own list may block for as long as a printer likes (doc.qt.io/qt-6/qprinterinfo.html)."""
    users = {
        str(file.relative_to(checkout))
        for file in (checkout / "kiosk").rglob("*.py")
        if re.search(r"QtPrintSupport|QPrinter|QPageSetup", file.read_text("utf-8"))
    }
    assert users == {"kiosk/printing/by_qt.py"}
    ask = f"""import sys; sys.path = {sys.path}
import kiosk.app, kiosk.commands.run, kiosk.viewmodels, pkgutil
for module in pkgutil.walk_packages(kiosk.viewmodels.__path__, "kiosk.viewmodels."): __import__(module.name)
print(*sys.modules)"""
    loaded = subprocess.run([sys.executable, "-ISc", ask], capture_output=True, text=True, check=True).stdout
    assert "kiosk.viewmodels.staff.health" in loaded.split()
    assert not {name for name in loaded.split() if "kiosk.printing" in name or "QtPrintSupport" in name}


CODES = [
    "%!PS-Adobe-3.0 /Helvetica findfont showpage quit",
    "ESC%-12345X@PJL SET COPIES=99 @PJL ENTER LANGUAGE=PCL",
    "<h1>HTML</h1><script>print()</script> &amp; {{flyer}}",
    "$(touch /printed) `id`; ../../etc -o copies=99 %s %n",
]


@needs_printer
@pytest.mark.parametrize("code", CODES, ids=["PostScript", "PJL", "HTML", "shell"])
def test_i12_text_that_is_code_is_printed_as_it_stands(
    office: NetworkPrinter, tmp_path: Path, code: str
) -> None:
    sent = flyer(tmp_path / "flyer.pdf", code)
    print_out(Job(sent, code), tmp_path)
    (got,) = office.taken()
    assert code in words_on(got)
    assert stray(seen(got), seen(sent)) == 0
    told = office.told(1)
    assert (told["IPP_COPIES_DEFAULT"], told.get("IPP_COPIES", "1")) == ("1", "1")


@pytest.fixture
def configured(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    """CUPS as the kiosk's packaging configures it, but for where its socket lies."""
    text = (checkout / "packaging/cups/cupsd.conf").read_text("utf-8")
    assert "{" not in text
    with tempfile.TemporaryDirectory(prefix="cups-") as folder:
        yield from serving(Path(folder), monkeypatch, text.replace("/run/cups/cups.sock", "{folder}/socket"))


def test_i13_cups_is_configured_to_be_seen_by_nobody(checkout: Path) -> None:
    text = (checkout / "packaging/cups/cupsd.conf").read_text("utf-8")
    lines = [line.split(None, 1) for line in text.splitlines() if line.strip() and line[0] not in "# <"]
    settings = {name: (value[0] if value else "") for name, *value in lines}
    assert len(lines) == len(settings)
    assert settings["Listen"].startswith("/")
    assert "Port" not in settings
    assert (
        settings.items()
        >= {
            "Browsing": "No",
            "WebInterface": "No",
            "DefaultShared": "No",
            "MaxJobs": "20",
            "PreserveJobFiles": "No",
        }.items()
    )


def test_i13_nothing_of_cups_listens_on_the_network(configured: Cups, job: Job, tmp_path: Path) -> None:
    configured.scripted("Office", "")
    print_out(job, tmp_path, patience=HASTY)
    assert sockets(configured.service.pid) == set()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        process = subprocess.Popen(["sleep", "60"], pass_fds=[listening.fileno()])
        assert len(sockets(process.pid)) == 1  # such a one would be seen
        process.kill()
        process.wait()
    complaints = (configured.folder / "errors").read_text()
    assert not re.search(r"Unknown|[Bb]ad (?:value|directive)|Missing", complaints), complaints


def sockets(process: int) -> set[str]:
    """The network sockets a process has, TCP and UDP: their lines in /proc/PID/net (proc(5))."""
    links = [str(link.readlink()) for link in Path(f"/proc/{process}/fd").iterdir()]
    own = {found[1] for link in links if (found := re.fullmatch(r"socket:\[(\d+)\]", link))}
    return {
        line
        for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")
        for line in Path(f"/proc/{process}/net/{table}").read_text().splitlines()[1:]
        if line.split()[9] in own
    }


def test_i13_of_what_was_printed_nothing_is_kept(configured: Cups, job: Job, tmp_path: Path) -> None:
    configured.scripted("Office", "")
    print_out(job, tmp_path, patience=HASTY)
    spool = configured.folder / "spool"
    until(lambda: not [file for file in spool.glob("d*") if file.is_file()])


def test_i13_twenty_jobs_are_the_most(configured: Cups, job: Job, tmp_path: Path) -> None:
    configured.scripted("Office", "")
    subprocess.run(["cupsdisable", "Office"], check=True)
    sent = [subprocess.run(["lp", "-d", "Office", job.file], capture_output=True) for _ in range(22)]
    assert [told.returncode for told in sent] == [0] * 20 + [1] * 2
    assert len(configured.jobs()) == 20


@needs_printer
def test_i13_a_printer_that_is_added_has_its_daily_limit(
    configured: Cups, job: Job, checkout: Path, tmp_path: Path
) -> None:
    with NetworkPrinter(configured.folder / "Office") as office:
        address = f"ipp://localhost:{office.port}/ipp/print"
        subprocess.run(["sh", checkout / "packaging/cups/add-printer.sh", "Office", address, "2"], check=True)
        for _ in range(2):
            print_out(job, tmp_path)
        with refused("printing.quota"):
            print_out(job, tmp_path)
        assert len(office.taken()) == 2
