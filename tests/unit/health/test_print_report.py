"""A report is saved and printed, or refused with a sentence."""

import subprocess
from pathlib import Path

from kiosk.health.print_report import print_report, save_report
from tests.cups import CupsServer, cups, needs_cups
from tests.mounts import mounted_tmpfs
from tests.packs_builder import refused

__all__ = ["cups"]
PAGE = b"%PDF-1.4 page"


def test_report_is_saved_whole_or_not_at_all(tmp_path: Path) -> None:
    save_report(PAGE, tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes() == PAGE
    with mounted_tmpfs(tmp_path / "disk", "size=4k") as disk:
        with refused("health.sheet.unwritable", path=disk / "page.pdf", reason="No space left on device"):
            save_report(PAGE * 1000, disk / "page.pdf")
        assert list(disk.iterdir()) == []


@needs_cups
def test_report_is_printed_on_the_default_printer(cups: CupsServer, tmp_path: Path) -> None:
    with refused("printing.none"):
        print_report(PAGE, "Health", tmp_path)
    kept = cups.add_scripted_printer("HP", "")
    cups.add_scripted_printer("Canon", "")
    subprocess.run(["lpadmin", "-d", "HP"], check=True)
    print_report(PAGE, "Health", tmp_path)
    assert [file.read_bytes() for file in kept.glob("*.pdf")] == [PAGE]
