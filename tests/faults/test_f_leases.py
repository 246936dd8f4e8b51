"""Fault catalogue, row F12: the generation on the screen stays while newer ones are installed."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.programme.shown_programme import ShownProgramme, open_library
from tests.library_kit import LibraryKit, make_picture, sample_publisher
from tests.open_files import count_open_files
from tests.unit.store.sample import PICTURE

HOLD = """
import sys
from pathlib import Path
from kiosk.programme.shown_programme import open_library
showing = open_library(Path(sys.argv[1])).with_lease()
print(showing.folder, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    return kit


def generations(kit: LibraryKit) -> list[str]:
    return sorted(path.name[:10] for path in (kit.folder / "gen").iterdir())


def read_video(showing: ShownProgramme) -> bytes:
    """A file that the screen reads only when a visitor opens it."""
    return showing.media_path(showing.media_address("code", PICTURE)).read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="nothing that is open can be removed there")
def test_f12_a_leased_generation_stays_until_the_lease_ends(kit: LibraryKit) -> None:
    showing = open_library(kit.folder).with_lease()
    kit.install(2, 3, 4)
    assert read_video(showing) == make_picture(10)
    assert generations(kit) == ["g-00000001", "g-00000003", "g-00000004"]
    del showing
    gc.collect()
    assert open_library(kit.folder).generation == 4
    assert generations(kit) == ["g-00000003", "g-00000004"]


@pytest.mark.skipif(sys.platform == "win32", reason="nothing that is open can be removed there")
def test_f12_the_lease_of_a_killed_kiosk_ends(kit: LibraryKit) -> None:
    words = [sys.executable, "-c", HOLD, str(kit.folder)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as screen:
        assert screen.stdout
        shown = Path(screen.stdout.readline().strip())
        kit.install(2, 3)
        assert shown.is_dir()
        screen.kill()
    kit.install(4)
    assert not shown.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="counts files by /proc")
def test_f12_reading_a_library_leaves_no_file_open(kit: LibraryKit) -> None:
    before = count_open_files()
    for _ in range(20):
        open_library(kit.folder).with_lease()
    assert count_open_files() <= before
