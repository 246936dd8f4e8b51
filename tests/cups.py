"""A CUPS of a test's own, with printers that print to nowhere (https://www.cups.org/doc/man-cupsd.conf.html)."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faulty_share import wait_until

FILES = """ServerRoot {folder}
ServerBin {folder}
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
ErrorLog {folder}/errors
AccessLog {folder}/access
PageLog {folder}/pages
Printcap
FileDevice Yes
SystemGroup root
"""
SERVICE = """Listen {folder}/socket
DefaultAuthType None
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
BACKENDS = {
    "paperless": """#!/bin/sh
[ $# -gt 0 ] || exit 0
echo "STATE: +media-empty-error" >&2
""",
    "script": """#!/bin/sh
[ $# -gt 0 ] || exit 0
cd "${DEVICE_URI#script:}" && cp "$6" "$1.pdf" && . ./do
""",
}
"""What CUPS hands a job to (backend(7)): a printer that has no paper; one that does as it is told."""
needs_cups = pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("cupsd"), reason="needs root and cups-daemon"
)


class CupsServer:
    """A running service; its programs find it by the environment of the test."""

    def __init__(self, folder: Path, service: str = SERVICE) -> None:
        self.folder, self.socket = folder, folder / "socket"
        for name in ("spool", "cache", "run", "backend"):
            (folder / name).mkdir()
        for name in ("daemon", "filter"):
            (folder / name).symlink_to(f"/usr/lib/cups/{name}")
        (folder / "backend/ipp").symlink_to("/usr/lib/cups/backend/ipp")
        for name, text in BACKENDS.items():
            (folder / "backend" / name).write_text(text)
            (folder / "backend" / name).chmod(0o700)  # to be run as root, as what it writes to is the test's
        for name, text in (("files.conf", FILES), ("cupsd.conf", service)):
            (folder / name).write_text(text.format(folder=folder))
        self.start()

    def start(self) -> None:
        """Run it, and come back once it answers."""
        configured = ("-c", self.folder / "cupsd.conf", "-s", self.folder / "files.conf")
        self.service = subprocess.Popen(["cupsd", "-f", *configured])
        answer = b"scheduler is running\n"
        wait_until(lambda: subprocess.run(["lpstat", "-r"], capture_output=True).stdout == answer)

    def stop(self) -> None:
        """End it, also when it does not go on."""
        self.service.send_signal(signal.SIGCONT)
        self.service.terminate()
        self.service.wait()

    def add_scripted_printer(self, name: str, script: str) -> Path:
        """A printer that runs a piece of shell for each job; the folder of what it got: '1.pdf' and so on."""
        place = self.folder / name
        place.mkdir()
        self.set_script(name, script)
        add_printer(name, f"script:{place}")
        return place

    def set_script(self, name: str, script: str) -> None:
        """Another script for the next job of that printer."""
        (self.folder / name / "do").write_text(script)

    def list_jobs(self) -> list[str]:
        """The ids of the jobs that are not over."""
        told = subprocess.run(["lpstat", "-o"], capture_output=True, text=True, check=True).stdout
        return [line.split()[0] for line in told.splitlines()]


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Iterator[CupsServer]:
    """A CUPS of our own, in a folder its filters may enter, whose socket has a short name as sockets need."""
    with tempfile.TemporaryDirectory(prefix="cups-") as folder:
        yield from run_cups_server(Path(folder), monkeypatch, SERVICE)


def run_cups_server(folder: Path, monkeypatch: pytest.MonkeyPatch, service: str) -> Iterator[CupsServer]:
    """That, configured as given, as long as somebody wants it."""
    folder.chmod(0o711)
    monkeypatch.setenv("CUPS_SERVER", str(folder / "socket"))
    running = CupsServer(folder, service)
    try:
        yield running
    finally:
        running.stop()


def add_printer(name: str, device: str = "file:///dev/null", *options: str) -> None:
    """A printer that prints to nowhere unless told otherwise."""
    subprocess.run(["lpadmin", "-p", name, "-E", "-v", device, *options], check=True)
