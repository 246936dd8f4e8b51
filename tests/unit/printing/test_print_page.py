"""A page is printed on the right printer, or refused with a sentence."""

import subprocess
from pathlib import Path

from kiosk.printing.print_page import print_page
from tests.cups import CupsServer, cups, needs_cups
from tests.packs_builder import refused

__all__ = ["cups"]
PAGE = b"%PDF-1.4 page"


@needs_cups
def test_a_page_is_printed_on_the_default_printer(cups: CupsServer, tmp_path: Path) -> None:
    with refused("printing.none"):
        print_page(PAGE, "Health", tmp_path)
    kept = cups.add_scripted_printer("HP", "")
    cups.add_scripted_printer("Canon", "")
    subprocess.run(["lpadmin", "-d", "HP"], check=True)
    print_page(PAGE, "Health", tmp_path)
    assert [file.read_bytes() for file in kept.glob("*.pdf")] == [PAGE]


@needs_cups
def test_a_page_is_printed_on_the_printer_of_the_settings(cups: CupsServer, tmp_path: Path) -> None:
    usual = cups.add_scripted_printer("HP", "")
    named = cups.add_scripted_printer("Canon", "")
    subprocess.run(["lpadmin", "-d", "HP"], check=True)
    print_page(PAGE, "Health", tmp_path, "Canon")
    assert [file.read_bytes() for file in named.glob("*.pdf")] == [PAGE]
    assert not list(usual.glob("*.pdf"))
    with refused("printing.unknown"):
        print_page(PAGE, "Health", tmp_path, "Epson")
