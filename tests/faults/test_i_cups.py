"""Fault catalogue, I11 and I13: a hanging print service blocks nothing; CUPS serves this computer only."""

import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.printing.print_document import list_printers, print_document
from kiosk.printing.print_job import PrintJob
from tests.cups import CupsServer, add_printer, cups, needs_cups, run_cups_server
from tests.faulty_share import wait_until
from tests.network_printer import NetworkPrinter, needs_printer
from tests.packs_builder import refused
from tests.pdf_kit import write_flyer
from tests.print_process import SHORT_TIMEOUTS

__all__ = ["cups"]
pytestmark = needs_cups


@pytest.fixture
def job(tmp_path: Path) -> PrintJob:
    return PrintJob(write_flyer(tmp_path / "flyer.pdf"), "Flyer")


def test_i11_listing_printers_has_a_deadline_when_cups_hangs(cups: CupsServer) -> None:
    add_printer("Office")
    assert [printer.name for printer in list_printers()] == ["Office"]
    cups.service.send_signal(signal.SIGSTOP)
    start = time.monotonic()
    with refused("printing.hanging"):
        list_printers(deadline=1)
    assert time.monotonic() - start < 5


def test_i11_the_interface_never_queries_printers(checkout: Path) -> None:
    """Qt's own list may block for as long as a printer likes (doc.qt.io/qt-6/qprinterinfo.html)."""
    users = {
        str(file.relative_to(checkout))
        for file in (checkout / "kiosk").rglob("*.py")
        if re.search(r"QtPrintSupport|QPrinter|QPageSetup", file.read_text("utf-8"))
    }
    assert users == {"kiosk/printing/qt_backend.py"}
    ask = f"""import sys; sys.path = {sys.path}
import kiosk.app.run, kiosk.cli.commands.run, kiosk.viewmodels, pkgutil
for module in pkgutil.walk_packages(kiosk.viewmodels.__path__, "kiosk.viewmodels."): __import__(module.name)
print(*sys.modules)"""
    loaded = subprocess.run([sys.executable, "-ISc", ask], capture_output=True, text=True, check=True).stdout
    assert "kiosk.viewmodels.staff.health.page" in loaded.split()
    assert not {name for name in loaded.split() if "kiosk.printing" in name or "QtPrintSupport" in name}


@pytest.fixture
def configured(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CupsServer]:
    """CUPS with the packaged configuration, but another socket path."""
    text = (checkout / "packaging/cups/cupsd.conf").read_text("utf-8")
    assert "{" not in text
    with tempfile.TemporaryDirectory(prefix="cups-") as folder:
        yield from run_cups_server(
            Path(folder), monkeypatch, text.replace("/run/cups/cups.sock", "{folder}/socket")
        )


def test_i13_cups_is_configured_without_network_access(checkout: Path) -> None:
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


def test_i13_cups_does_not_listen_on_the_network(
    configured: CupsServer, job: PrintJob, tmp_path: Path
) -> None:
    configured.add_scripted_printer("Office", "")
    print_document(job, tmp_path, timeouts=SHORT_TIMEOUTS)
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
    """The TCP and UDP sockets of a process: their lines in /proc/PID/net (proc(5))."""
    links = [str(link.readlink()) for link in Path(f"/proc/{process}/fd").iterdir()]
    own = {found[1] for link in links if (found := re.fullmatch(r"socket:\[(\d+)\]", link))}
    return {
        line
        for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")
        for line in Path(f"/proc/{process}/net/{table}").read_text().splitlines()[1:]
        if line.split()[9] in own
    }


def test_i13_printed_files_are_not_kept(configured: CupsServer, job: PrintJob, tmp_path: Path) -> None:
    configured.add_scripted_printer("Office", "")
    print_document(job, tmp_path, timeouts=SHORT_TIMEOUTS)
    spool = configured.folder / "spool"
    wait_until(lambda: not [file for file in spool.glob("d*") if file.is_file()])


def test_i13_at_most_twenty_jobs(configured: CupsServer, job: PrintJob, tmp_path: Path) -> None:
    configured.add_scripted_printer("Office", "")
    subprocess.run(["cupsdisable", "Office"], check=True)
    sent = [subprocess.run(["lp", "-d", "Office", job.file], capture_output=True) for _ in range(22)]
    assert [job.returncode for job in sent] == [0] * 20 + [1] * 2
    assert len(configured.list_jobs()) == 20


@needs_printer
def test_i13_an_added_printer_has_a_daily_limit(
    configured: CupsServer, job: PrintJob, checkout: Path, tmp_path: Path
) -> None:
    with NetworkPrinter(configured.folder / "Office") as office:
        subprocess.run(
            ["sh", checkout / "packaging/cups/add-printer.sh", "Office", office.address, "2"], check=True
        )
        office.wait_until_known("Office")
        for _ in range(2):
            print_document(job, tmp_path)
        with refused("printing.quota"):
            print_document(job, tmp_path)
        assert len(office.printed_files()) == 2


def test_i13_users_can_print_but_not_configure(configured: CupsServer, job: PrintJob) -> None:
    configured.add_scripted_printer("Office", "")
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

    def done(*command: str) -> bool:
        """Whether CUPS allows that account to do it."""
        with job.file.open("rb") as file:
            return not subprocess.run([*nobody, *command], stdin=file, capture_output=True).returncode

    assert done("lp", "-d", "Office", "-H", "hold", "-")
    assert done("lp", "-i", "Office-1", "-H", "resume")
    assert done("lp", "-d", "Office", "-H", "hold", "-")
    assert done("cancel", "Office-2")
    subprocess.run(["lp", "-d", "Office", "-H", "hold", job.file], check=True, capture_output=True)
    assert not done("cancel", "Office-3")
    assert not done("cupsdisable", "Office")
    assert not done("lpadmin", "-p", "Mine", "-v", "file:///dev/null")
    # the resumed job may still be at the printer
    wait_until(lambda: configured.list_jobs() == ["Office-3"])
