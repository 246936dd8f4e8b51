"""A report is printed, or refused with a sentence."""

import subprocess
from pathlib import Path

from kiosk.health.print_report import print_report
from tests.cups import CupsServer, cups, needs_cups
from tests.packs_builder import refused

__all__ = ["cups"]
PAGE = b"%PDF-1.4 page"


@needs_cups
def test_report_is_printed_on_the_default_printer(cups: CupsServer, tmp_path: Path) -> None:
    with refused("printing.none"):
        print_report(PAGE, "Health", tmp_path)
    kept = cups.add_scripted_printer("HP", "")
    cups.add_scripted_printer("Canon", "")
    subprocess.run(["lpadmin", "-d", "HP"], check=True)
    print_report(PAGE, "Health", tmp_path)
    assert [file.read_bytes() for file in kept.glob("*.pdf")] == [PAGE]
