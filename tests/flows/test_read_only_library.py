"""A kiosk whose disk came up read-only after a power cut shows the programme; no PIN is checked."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from tests.faults.test_j_read_only import crash_in_a_transaction
from tests.flows.visitor import run_kiosk
from tests.mounts import mounted_tmpfs

pytestmark = pytest.mark.xdist_group("xvfb")


TYPE_A_PIN = """
import sys
from pathlib import Path
from tests.screen_kit import wait_until, window
library = Path(sys.argv[1])
with window(library) as shown:
    shown.start_background()
    area = shown.staff_entrance.area()
    area.open()
    for digits in ("", "123456"):
        for digit in digits:
            area.pin_pad.press(digit)
        wait_until(lambda: area.pin_pad._child is None)
        print(area.pin_pad.message)
    print(area.page)
"""


@pytest.fixture
def library(demo: Path, tmp_path: Path) -> Iterator[Path]:
    """The demo programme on a read-only disk, with a journal that SQLite cannot roll back there."""
    with mounted_tmpfs(tmp_path / "disk", "size=64m") as disk:
        copytree(demo, disk / "library")
        crash_in_a_transaction(disk / "library")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        yield disk / "library"


def test_j08_visitors_see_the_programme(library: Path, demo: Path, tmp_path: Path) -> None:
    with run_kiosk(tmp_path, library, "1280x1024", twin=demo, at=None) as visitor:
        visitor.tap("attract")
        visitor.tap("theme-friendship")
        visitor.wait_for_match()
        assert visitor.terminate() == 0
    lines = (tmp_path / "kiosk.log").read_text("utf-8").splitlines()
    assert all("could not be read or written" in line for line in lines)


def test_j08_staff_read_that_the_pin_cannot_be_checked(library: Path) -> None:
    """In a process of its own: its lease must have ended before the disk is unmounted."""
    command = [sys.executable, "-c", TYPE_A_PIN, str(library)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    opened, typed, page = done.stdout.splitlines()
    assert opened == typed
    assert opened.startswith("The PIN cannot be checked, because this computer cannot write to its disk.")
    assert page == "pin"
