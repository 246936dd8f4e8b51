"""A printer on the network that is a program on loopback: CUPS's own `ippeveprinter`, which prints to files.

It will not start without D-Bus, as it wants to make itself known on the network; it gets a bus of its own on
which nobody does that for it.
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
"""What it runs for each job: waits for paper, then keeps what it was sent."""
needs_printer = pytest.mark.skipif(
    not shutil.which("ippeveprinter") or not Path("/usr/lib/cups/filter/pdftopdf").exists(),
    reason="needs cups-ipp-utils and cups-core-drivers",
)


class NetworkPrinter:
    """A printer that takes `application/pdf` or `image/pwg-raster`, as long as a `with` statement lasts."""

    def __init__(self, folder: Path, takes: str = "application/pdf") -> None:
        self.folder, self.document_format = folder, takes
        self.suffix = takes.rpartition("/")[2]
        (folder / "taken").mkdir(parents=True)
        (folder / "bus.conf").write_text(BUS.format(folder=folder))
        command = folder / "print"
        command.write_text(PRINT.format(folder=folder, suffix=self.suffix))
        command.chmod(0o700)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def __enter__(self) -> Self:
        with ExitStack() as ending:
            bus = ["dbus-daemon", "--config-file", self.folder / "bus.conf", "--nofork"]
            daemon = subprocess.Popen(bus, stderr=subprocess.DEVNULL)
            ending.callback(kill, daemon)
            wait_until((self.folder / "bus").exists)
            self.start()
            ending.callback(self.stop)
            self._ending = ending.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.close()

    def start(self) -> None:
        """Switch it on; it is to be reached by the name localhost only."""
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
        where = ("-d", self.folder, "-c", self.folder / "print")
        with (self.folder / "log").open("ab") as log:
            self._printer = subprocess.Popen(
                ["ippeveprinter", *options, *where, "Office"],
                env=os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/bus"},
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        try:
            wait_until(self._answers)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Switch it off, and what it is printing with."""
        with suppress(ProcessLookupError):
            os.killpg(self._printer.pid, signal.SIGKILL)
        self._printer.wait()

    def signal(self, number: int) -> None:
        """Let it hang, or go on."""
        self._printer.send_signal(number)

    def set_paper(self, there: bool) -> None:
        """Put paper in, or take it out."""
        (self.folder / "empty").unlink(missing_ok=True) if there else (self.folder / "empty").touch()

    def add_to_cups(self, name: str, *options: str) -> None:
        """Make CUPS know it, as a printer that needs no driver."""
        add_printer(name, self.address, "-m", "everywhere", *options)
        self.wait_until_known(name)

    @property
    def address(self) -> str:
        """Where CUPS finds it."""
        return f"ipp://localhost:{self.port}/ipp/print"

    def wait_until_known(self, name: str) -> None:
        """Wait until CUPS has asked it what it can, which it does in its own time."""
        wait_until((self.folder.parent / "ppd" / f"{name}.ppd").exists)

    def printed_files(self) -> list[Path]:
        """All it has printed, in that order."""
        return sorted((self.folder / "taken").iterdir(), key=lambda file: int(file.stem))

    def job_options(self, job: int) -> dict[str, str]:
        """What it was told of how to print a job: 'IPP_SIDES' -> 'one-sided' and so on."""
        lines = (self.folder / f"{job}.env").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines if line.startswith("IPP_") and "=" in line)

    def _answers(self) -> bool:
        assert self._printer.poll() is None, (self.folder / "log").read_text()
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", self.port)) == 0


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill it, and wait until it is gone."""
    process.kill()
    process.wait()
