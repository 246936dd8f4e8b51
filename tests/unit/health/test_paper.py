"""The doctor's page saved and printed, or a sentence why not."""

import subprocess
from pathlib import Path

import pytest

from kiosk.health.paper import save, send
from tests.cups import add, cups, needs_cups
from tests.mounts import mounted
from tests.packs_builder import refused

__all__ = ["cups"]
PAGE = b"%PDF-1.4 page"


def test_a_page_is_saved_whole_or_not_at_all(tmp_path: Path) -> None:
    save(PAGE, tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes() == PAGE
    with mounted(tmp_path / "disk", "size=4k") as disk:
        with refused("health.sheet.unwritable", path=disk / "page.pdf", reason="No space left on device"):
            save(PAGE * 1000, disk / "page.pdf")
        assert list(disk.iterdir()) == []


@needs_cups
def test_a_page_is_printed_on_the_usual_printer(cups: None) -> None:
    with refused("health.sheet.unprinted"):
        send(PAGE)
    add("HP")
    subprocess.run(["lpadmin", "-d", "HP"], check=True)
    send(PAGE)
    assert "HP-1" in subprocess.run(["lpstat", "-W", "all"], capture_output=True, text=True).stdout


@pytest.mark.parametrize("command", [["no-such-lp"], ["sleep", "60"]], ids=["missing", "hanging"])
def test_a_print_service_that_is_not_there_holds_nobody_up(command: list[str]) -> None:
    with refused("health.sheet.unprinted", reason="CUPS"):
        send(PAGE, command, deadline=0.2)
