"""A network printer on loopback: CUPS's `ippeveprinter`, which prints to files.

It needs D-Bus to announce itself on the network; it gets a bus of its own without a service for that.
"""

import os
import shutil
import signal
import socket
import subprocess
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self

import pytest

from tests.cups import add_printer
from tests.faulty_share import wait_until

BUS = """<busconfig><type>system</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
"""
PRINT = """#!/bin/sh
cd {folder}
env >"$IPP_JOB_ID.env"
while [ -e empty ]; do echo "STATE: +media-empty" >&2; sleep 0.1; done
echo "STATE: -media-empty" >&2
cp "$1" "$IPP_JOB_ID.part" && mv "$IPP_JOB_ID.part" "taken/$IPP_JOB_ID.{suffix}"
"""
"""The command for each job: waits for paper, then keeps the document."""
needs_printer = pytest.mark.skipif(
    not shutil.which("ippeveprinter") or not Path("/usr/lib/cups/filter/pdftopdf").exists(),
    reason="needs cups-ipp-utils and cups-core-drivers",
)


class NetworkPrinter:
    """A printer for documents of type `application/pdf` or `image/pwg-raster`; runs inside `with`."""

    def __init__(self, folder: Path, document_format: str = "application/pdf") -> None:
        self.folder, self.document_format = folder, document_format
        self.suffix = document_format.rpartition("/")[2]
        (folder / "taken").mkdir(parents=True)
        (folder / "bus.conf").write_text(BUS.format(folder=folder))
        command = folder / "print"
        command.write_text(PRINT.format(folder=folder, suffix=self.suffix))
        command.chmod(0o700)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def __enter__(self) -> Self:
        with ExitStack() as cleanup:
            bus = ["dbus-daemon", "--config-file", self.folder / "bus.conf", "--nofork"]
            daemon = subprocess.Popen(bus, stderr=subprocess.DEVNULL)
            cleanup.callback(kill, daemon)
            wait_until((self.folder / "bus").exists)
            self.start()
            cleanup.callback(self.stop)
            self._cleanup = cleanup.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._cleanup.close()

    def start(self) -> None:
        """Start the printer; it can be reached by the name localhost only."""
        options = (
            "-r",
            "off",
            "-n",
            "localhost",
            "-p",
            str(self.port),
            "-2",
            "-s",
            "10,10",
            "-f",
            self.document_format,
        )
        paths = ("-d", self.folder, "-c", self.folder / "print")
        with (self.folder / "log").open("ab") as log:
            self._printer = subprocess.Popen(
                ["ippeveprinter", *options, *paths, "Office"],
                env=os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/bus"},
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        try:
            wait_until(self._is_listening)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Kill the printer and the command it runs."""
        with suppress(ProcessLookupError):
            os.killpg(self._printer.pid, signal.SIGKILL)
        self._printer.wait()

    def signal(self, number: int) -> None:
        """Send a signal to the printer, such as SIGSTOP."""
        self._printer.send_signal(number)

    def set_paper(self, loaded: bool) -> None:
        """Load or remove the paper."""
        (self.folder / "empty").unlink(missing_ok=True) if loaded else (self.folder / "empty").touch()

    def add_to_cups(self, name: str, *options: str) -> None:
        """Add the printer to CUPS, without a driver."""
        add_printer(name, self.address, "-m", "everywhere", *options)
        self.wait_until_known(name)

    @property
    def address(self) -> str:
        """The printer's IPP address."""
        return f"ipp://localhost:{self.port}/ipp/print"

    def wait_until_known(self, name: str) -> None:
        """Wait until CUPS has queried the printer's capabilities, which it does in the background."""
        wait_until((self.folder.parent / "ppd" / f"{name}.ppd").exists)

    def printed_files(self) -> list[Path]:
        """The printed documents, in order."""
        return sorted((self.folder / "taken").iterdir(), key=lambda file: int(file.stem))

    def job_options(self, job: int) -> dict[str, str]:
        """The IPP attributes of a job: 'IPP_SIDES' -> 'one-sided' and so on."""
        lines = (self.folder / f"{job}.env").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines if line.startswith("IPP_") and "=" in line)

    def _is_listening(self) -> bool:
        assert self._printer.poll() is None, (self.folder / "log").read_text()
        with socket.socket() as client:
            return client.connect_ex(("127.0.0.1", self.port)) == 0


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process, and wait until it has ended."""
    process.kill()
    process.wait()
