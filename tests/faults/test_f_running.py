"""Fault catalogue, row F8: the disk turns read-only under a kiosk that is running."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from tests.flows.visitor import run_kiosk
from tests.powercut.campaign import missing_requirement
from tests.powercut.filesystem import FILE_SYSTEMS
from tests.screen_kit import demo, qapp

__all__ = ["demo", "qapp"]

pytestmark = pytest.mark.xdist_group("xvfb")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A mounted ext4 of its own."""
    if reason := missing_requirement():
        pytest.skip(reason)
    folder, image = tmp_path / "disk", tmp_path / "image"
    folder.mkdir()
    FILE_SYSTEMS["ext4"].create(image)
    with FILE_SYSTEMS["ext4"].mounted(image, folder):
        yield folder


def test_f08_a_running_kiosk_survives_a_disk_that_turns_read_only(
    demo: Path, disk: Path, tmp_path: Path
) -> None:
    """As ext4 does after an error: at once, in spite of open files."""
    library = disk / "library"
    copytree(demo, library)
    with run_kiosk(tmp_path, library, "1280x1024", twin=demo, at=None) as visitor:
        visitor.wait_for_match()
        subprocess.run(["mount", "-o", "remount,abort", disk], check=True)
        with pytest.raises(OSError):
            (library / "new").touch()
        visitor.tap("attract")
        visitor.wait_for_match()
        assert visitor.terminate() == 0
    output = (tmp_path / "kiosk.log").read_text("utf-8").splitlines()
    assert all("could not be read or written" in line for line in output)
