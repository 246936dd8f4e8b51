"""Fault catalogue, row J5: files of the library that are not as the installation left them are not shown."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader

from kiosk.base.errors import KioskError
from kiosk.health.library_facts import read_library_facts
from kiosk.images.photos import photo_painter
from kiosk.images.provider import Painter
from kiosk.library.status import read_status
from kiosk.programme.shown_programme import open_library
from tests.library_kit import LibraryKit, sample_publisher
from tests.unit.images.arrays import rgba
from tests.unit.store.sample import PICTURE

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
Tampering = Callable[[Path], object]


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    """A library that shows edition 2, with edition 1 behind it."""
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    kit.install(2)
    return kit


@pytest.fixture
def paint(kit: LibraryKit) -> Iterator[Painter]:
    before = QImageReader.allocationLimit()
    yield photo_painter(open_library(kit.folder).open_media)
    QImageReader.setAllocationLimit(before)


def newest(kit: LibraryKit) -> Path:
    return max((kit.folder / "gen").iterdir())


def unlock(folder: Path) -> Path:
    """The folder, whose names its owner may change again."""
    folder.chmod(0o755)
    return folder


def replace_by_link(folder: Path) -> None:
    """Move the folder elsewhere and put a link in its place."""
    elsewhere = Path(mkdtemp(dir=folder.parents[1])) / "moved"
    unlock(folder)
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)


FOLDERS: dict[str, Tampering] = {
    "a link": replace_by_link,
    "anybody may change it": lambda folder: folder.chmod(0o777),
    "a group may change it": lambda folder: folder.chmod(0o775),
    "of somebody else": lambda folder: os.chown(folder, 12345, 12345),
}


@pytest.mark.parametrize("what", FOLDERS)
@pytest.mark.parametrize("level", ["", "local", "local/files", "local/files/media"])
def test_j05_a_generation_that_others_can_change_is_not_shown(kit: LibraryKit, what: str, level: str) -> None:
    if what == "of somebody else" and os.geteuid() != 0:
        pytest.skip("only root gives files away")
    for folder in (newest(kit), *newest(kit).glob("*"), *newest(kit).glob("*/files")):
        unlock(folder)
    FOLDERS[what](newest(kit) / level)
    shown = open_library(kit.folder)
    assert (shown.packs[0].version, shown.damaged) == (1, True)
    facts = read_library_facts(kit.folder)
    assert facts.programme and facts.programme.damaged
    assert facts.status.damaged
    assert kit.install(2).already_shown is False
    assert (open_library(kit.folder).packs[0].version, read_status(kit.folder).damaged) == (2, ())


def make_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def link_to_twin(file: Path) -> None:
    shutil.copy2(file, file.with_name("twin.jpg"))
    file.unlink()
    file.symlink_to("twin.jpg")


def write_svg(file: Path) -> None:
    file.chmod(0o644)
    file.write_bytes(SVG)
    file.chmod(0o444)


FILES: dict[str, Tampering] = {
    "an SVG": write_svg,
    "a pipe": make_pipe,
    "a link to the same": link_to_twin,
    "a link to nothing": lambda file: (file.unlink(), file.symlink_to("none.jpg")),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "anybody may change it": lambda file: file.chmod(0o666),
    "missing": lambda file: file.unlink(),
}


@pytest.mark.qt_log_ignore("Not a JPEG file")
@pytest.mark.parametrize("what", FILES)
def test_j05_a_picture_that_is_not_as_installed_is_not_drawn_and_named(
    kit: LibraryKit, paint: Painter, what: str
) -> None:
    shown = open_library(kit.folder)
    address = shown.media_address("code", PICTURE)
    plain = rgba(paint("2/local/media/none.jpg", {"shape": "card"}, QSize(60, 40)))
    assert (rgba(paint(address, {"shape": "card"}, QSize(60, 40))) != plain).any()
    unlock(shown.media_path(address).parent)
    FILES[what](shown.media_path(address))
    shown.media_path(address).parent.chmod(0o555)
    assert (rgba(paint(address, {"shape": "card"}, QSize(60, 40))) == plain).all()
    assert read_status(kit.folder).damaged == (f"local/{PICTURE}",)


@pytest.mark.parametrize("what", FILES)
def test_j05_a_database_that_is_not_as_installed_is_not_shown(kit: LibraryKit, what: str) -> None:
    file = newest(kit) / "local/files/events.sqlite"
    unlock(file.parent)
    FILES[what](file)
    file.parent.chmod(0o555)
    assert open_library(kit.folder).packs[0].version == 1
    assert read_status(kit.folder).damaged == ("local/events.sqlite",)


def test_j05_without_an_intact_generation_staff_are_asked_for(kit: LibraryKit) -> None:
    for generation in (kit.folder / "gen").iterdir():
        generation.chmod(0o777)
    with pytest.raises(KioskError, match=r"library\.empty"):
        open_library(kit.folder)


def test_j05_a_link_is_not_taken_over_into_a_new_generation(kit: LibraryKit, tmp_path: Path) -> None:
    """Unchanged files are linked from the last generation; a link there must change nothing else."""
    secret = tmp_path / "secret"
    secret.write_text("mine")
    secret.chmod(0o600)
    file = newest(kit) / "local/files" / PICTURE
    unlock(file.parent)
    file.unlink()
    file.symlink_to(secret)
    file.parent.chmod(0o555)
    kit.install(3)
    assert secret.stat().st_mode & 0o777 == 0o600
    assert read_status(kit.folder).damaged == ()


def test_j05_decoders_that_no_pack_needs_are_not_loaded(kit: LibraryKit, paint: Painter) -> None:
    before = loaded_decoders()
    paint(open_library(kit.folder).media_address("code", PICTURE), {"shape": "card"}, QSize(60, 40))
    assert loaded_decoders() - before <= {"qjpeg", "qwebp"}


def loaded_decoders() -> set[str]:
    """Qt's plugins for picture formats in this process."""
    return set(re.findall(r"/imageformats/lib(\w+)\.so", Path("/proc/self/maps").read_text()))
