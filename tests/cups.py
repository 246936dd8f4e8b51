"""Runs a CUPS server for a test, with fake printers (https://www.cups.org/doc/man-cupsd.conf.html)."""

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
"""Backends (backend(7)), to which CUPS passes jobs: a printer without paper, and one that runs `do`."""
needs_cups = pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("cupsd"), reason="needs root and cups-daemon"
)


class CupsServer:
    """A running server; the programs of CUPS find it through the environment of the test."""

    def __init__(self, folder: Path, service: str = SERVICE) -> None:
        self.folder, self.socket = folder, folder / "socket"
        for name in ("spool", "cache", "run", "backend"):
            (folder / name).mkdir()
        for name in ("daemon", "filter"):
            (folder / name).symlink_to(f"/usr/lib/cups/{name}")
        (folder / "backend/ipp").symlink_to("/usr/lib/cups/backend/ipp")
        for name, text in BACKENDS.items():
            (folder / "backend" / name).write_text(text)
            (folder / "backend" / name).chmod(
                0o700
            )  # makes CUPS run it as root: it writes to the test's folder
        for name, text in (("files.conf", FILES), ("cupsd.conf", service)):
            (folder / name).write_text(text.format(folder=folder))
        self.start()

    def start(self) -> None:
        """Start the server, and return once it answers."""
        config = ("-c", self.folder / "cupsd.conf", "-s", self.folder / "files.conf")
        self.service = subprocess.Popen(["cupsd", "-f", *config])
        answer = b"scheduler is running\n"
        wait_until(lambda: subprocess.run(["lpstat", "-r"], capture_output=True).stdout == answer)

    def stop(self) -> None:
        """Stop the server, even when it is suspended."""
        self.service.send_signal(signal.SIGCONT)
        self.service.terminate()
        self.service.wait()

    def add_scripted_printer(self, name: str, script: str) -> Path:
        """Add a printer that runs a shell script for each job; the folder of its jobs, '1.pdf' and so on."""
        folder = self.folder / name
        folder.mkdir()
        self.set_script(name, script)
        add_printer(name, f"script:{folder}")
        return folder

    def set_script(self, name: str, script: str) -> None:
        """Set the script for the next jobs of this printer."""
        (self.folder / name / "do").write_text(script)

    def list_jobs(self) -> list[str]:
        """The ids of the jobs that are not over."""
        output = subprocess.run(["lpstat", "-o"], capture_output=True, text=True, check=True).stdout
        return [line.split()[0] for line in output.splitlines()]


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Iterator[CupsServer]:
    """A CUPS server in a folder with a short path, as the names of sockets must be short."""
    with tempfile.TemporaryDirectory(prefix="cups-") as folder:
        yield from run_cups_server(Path(folder), monkeypatch, SERVICE)


def run_cups_server(folder: Path, monkeypatch: pytest.MonkeyPatch, service: str) -> Iterator[CupsServer]:
    """Run a CUPS server with this cupsd.conf until the generator is closed."""
    folder.chmod(0o711)  # lets the filters of CUPS enter
    monkeypatch.setenv("CUPS_SERVER", str(folder / "socket"))
    server = CupsServer(folder, service)
    try:
        yield server
    finally:
        server.stop()


def add_printer(name: str, device: str = "file:///dev/null", *options: str) -> None:
    """Add a printer; by default it discards its jobs."""
    subprocess.run(["lpadmin", "-p", name, "-E", "-v", device, *options], check=True)
