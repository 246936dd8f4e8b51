"""Printers of a real CUPS: ready, stopped, in trouble, none, and no answer."""

import socket
import subprocess
import time
from pathlib import Path

import pytest

from kiosk.health.checks.printer import check
from tests.cups import add_printer, cups, needs_cups
from tests.faulty_share import wait_until
from tests.health_kit import describe

__all__ = ["cups"]


@needs_cups
def test_printers_are_listed_with_their_troubles(cups: None) -> None:
    assert describe(check()) == "unknown: No printer is set up."
    add_printer("Epson_L3150")
    assert describe(check()) == "good: Epson_L3150 is ready."
    add_printer("Canon")
    subprocess.run(["cupsdisable", "-r", "Paper jam", "Canon"], check=True)
    assert describe(check()) == "attention: Canon is stopped: Paper jam\nEpson_L3150 is ready."
    subprocess.run(["cupsenable", "Canon"], check=True)
    assert describe(check()) == "good: Canon is ready.\nEpson_L3150 is ready."


@needs_cups
def test_printer_without_paper_is_reported(cups: None, tmp_path: Path) -> None:
    add_printer("HP", "paperless:/hp")
    (tmp_path / "page").write_text("Salem!")
    subprocess.run(["lp", "-d", "HP", tmp_path / "page"], check=True, capture_output=True)
    wait_until(lambda: describe(check()) == "attention: HP reports: media-empty-error")


@needs_cups
def test_print_service_that_is_not_running_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    assert describe(check()) == "attention: The print service is not running."


@needs_cups
def test_hanging_print_service_is_reported_within_the_deadline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A socket accepts the connection and never answers, as a stopped cupsd does."""
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "s"))
        silent.listen()
        monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "s"))
        start = time.monotonic()
        assert describe(check(deadline=0.5)) == "attention: The print service does not answer."
        assert time.monotonic() - start < 5


def test_computer_without_a_print_service_has_no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert describe(check()) == "unknown: No printer is set up."
