"""Printers of a real CUPS: ready, stopped, in trouble, none, and no answer."""

import socket
import subprocess
import time
from pathlib import Path

import pytest

from kiosk.health.checks import printer as printer_check
from kiosk.health.checks.printer import check
from kiosk.health.finding import Level
from kiosk.i18n.translator import LANGUAGES
from kiosk.printing.printer import Printer
from kiosk.printing.printer_alerts import find_trouble
from tests.cups import add_printer, cups, needs_cups
from tests.faulty_share import wait_until
from tests.health_kit import describe

__all__ = ["cups"]

REASONS = [
    *(
        "media-empty-error",
        "media-needed-warning",
        "media-jam-error",
        "media-low-warning",
        "toner-low-report",
    ),
    *("toner-empty-warning", "marker-supply-low-warning", "cover-open-error", "output-area-full-warning"),
    *("output-area-almost-full-report", "marker-waste-full-warning", "spool-area-full-error", "paused-error"),
    *("connecting-to-device", "timed-out", "cups-missing-filter-warning", "com.vendor.odd-error"),
]
"""Values of printer-state-reasons (RFC 8011, 5.4.12; PWG 5100.9; CUPS's own)."""


@needs_cups
def test_printers_are_listed_with_their_troubles(cups: None) -> None:
    assert describe(check()) == "unknown: No printer is set up."
    add_printer("Epson_L3150")
    assert describe(check()) == "good: Epson_L3150 is ready."
    add_printer("Canon")
    subprocess.run(["cupsdisable", "-r", "Paper jam", "Canon"], check=True)
    assert describe(check()) == (
        "attention: “Canon” has been paused on this computer. Ask the technician to let it print again."
        "\nEpson_L3150 is ready."
    )
    subprocess.run(["cupsenable", "Canon"], check=True)
    assert describe(check()) == "good: Canon is ready.\nEpson_L3150 is ready."


@needs_cups
def test_k13_printer_without_paper_is_reported_in_words(cups: None, tmp_path: Path) -> None:
    add_printer("HP", "paperless:/hp")
    (tmp_path / "page").write_text("Salem!")
    subprocess.run(["lp", "-d", "HP", tmp_path / "page"], check=True, capture_output=True)
    wait_until(lambda: describe(check()) == "attention: “HP” has no paper. Put paper in, then print again.")


@needs_cups
def test_k13_the_printer_of_the_settings_that_does_not_exist_is_told(cups: None) -> None:
    missing = "attention: The printer “Office” that the settings name is not set up on this computer."
    assert describe(check("Office")) == f"{missing} There is: –."
    add_printer("Canon")
    finding = check("Office")
    assert describe(finding) == f"{missing} There is: Canon."
    assert "kiosk.toml" in finding.remedy["en"]
    add_printer("Office")
    assert check("Office").level is Level.GOOD


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("alert", [*REASONS, "made-up-by-a-vendor-warning", "\x1b[2J-error"])
def test_k13_no_keyword_of_a_printer_reaches_the_page(
    alert: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = Printer("HP", trouble=find_trouble([alert]), alerts=(alert,))
    monkeypatch.setattr(printer_check, "list_printers", lambda deadline: (printer,))
    value = check().value[language]
    assert alert not in value and "\x1b" not in value
    assert "HP" in value


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
