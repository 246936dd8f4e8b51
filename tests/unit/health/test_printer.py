"""Printers as a real CUPS tells of them: one that is ready, stopped or in trouble, none, and no answer."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.health.printer import check
from tests.health_kit import told

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
    until = time.monotonic() + 20
    while subprocess.run(["lpstat", "-r"], capture_output=True, text=True).stdout != "scheduler is running\n":
        assert time.monotonic() < until, (folder / "errors").read_text()
        time.sleep(0.05)
    try:
        yield
    finally:
        service.terminate()
        service.wait()


def add(name: str, device: str = "file:///dev/null") -> None:
    """A printer that prints to nowhere unless told otherwise."""
    subprocess.run(["lpadmin", "-p", name, "-E", "-v", device], check=True)


@needs_cups
def test_printers_are_told_with_what_ails_them(cups: None) -> None:
    assert told(check()) == "unknown: No printer is set up."
    add("Epson_L3150")
    assert told(check()) == "good: Epson_L3150 is ready."
    add("Canon")
    subprocess.run(["cupsdisable", "-r", "Paper jam", "Canon"], check=True)
    assert told(check()) == "attention: Canon is stopped: Paper jam\nEpson_L3150 is ready."
    subprocess.run(["cupsenable", "Canon"], check=True)
    assert told(check()) == "good: Canon is ready.\nEpson_L3150 is ready."


@needs_cups
def test_a_printer_without_paper_is_told_of(cups: None, tmp_path: Path) -> None:
    add("HP", "paperless:/hp")
    (tmp_path / "page").write_text("Salem!")
    subprocess.run(["lp", "-d", "HP", tmp_path / "page"], check=True, capture_output=True)
    until = time.monotonic() + 20
    while (said := told(check())) != "attention: HP reports: media-empty-error":
        assert time.monotonic() < until, said
        time.sleep(0.05)


@needs_cups
def test_a_print_service_that_is_not_running_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    assert told(check()) == "attention: The print service is not running."


@needs_cups
def test_a_print_service_that_hangs_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something takes the connection and says nothing, as a stopped cupsd does."""
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "s"))
        silent.listen()
        monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "s"))
        start = time.monotonic()
        assert told(check(deadline=0.5)) == "attention: The print service does not answer."
        assert time.monotonic() - start < 5


def test_a_computer_without_a_print_service_has_no_printer() -> None:
    assert told(check(ask=["no-such-lpstat"])) == "unknown: No printer is set up."
