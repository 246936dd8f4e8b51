"""A CUPS of a test's own, with printers that print to nowhere (https://www.cups.org/doc/man-cupsd.conf.html)."""

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.faulty_share import until

FILES = """ServerRoot {folder}
ServerBin {folder}
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
ErrorLog {folder}/errors
AccessLog {folder}/access
PageLog {folder}/pages
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
BACKEND = """#!/bin/sh
[ $# -gt 0 ] || exit 0
echo "STATE: +media-empty-error" >&2
"""
"""What CUPS hands a job to: a printer that finds itself without paper."""
needs_cups = pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("cupsd"), reason="needs root and cups-daemon"
)


@pytest.fixture
def cups(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A CUPS of our own, whose socket has a short name as sockets need."""
    folder = tmp_path_factory.mktemp("cups")
    for name in ("spool", "cache", "run", "backend"):
        (folder / name).mkdir()
    (folder / "daemon").symlink_to("/usr/lib/cups/daemon")
    (folder / "backend/paperless").write_text(BACKEND)
    (folder / "backend/paperless").chmod(0o700)  # to be run as root: the folder lets nobody else in
    for name, text in (("files.conf", FILES), ("cupsd.conf", SERVICE)):
        (folder / name).write_text(text.format(folder=folder))
    monkeypatch.setenv("CUPS_SERVER", str(folder / "socket"))
    service = subprocess.Popen(["cupsd", "-f", "-c", folder / "cupsd.conf", "-s", folder / "files.conf"])
    asked = ["lpstat", "-r"]
    try:
        until(lambda: subprocess.run(asked, capture_output=True).stdout == b"scheduler is running\n")
        yield
    finally:
        service.terminate()
        service.wait()


def add(name: str, device: str = "file:///dev/null") -> None:
    """A printer that prints to nowhere unless told otherwise."""
    subprocess.run(["lpadmin", "-p", name, "-E", "-v", device], check=True)
