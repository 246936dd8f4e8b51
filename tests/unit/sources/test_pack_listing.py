"""Tests which files of a stick are listed as packs."""

import os
import tracemalloc
from pathlib import Path

import pytest

from kiosk.sources.pack_listing import MAX_PACKS, list_packs


def touch(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"12345")


def names(folder: Path) -> list[str]:
    return [str(pack.path.relative_to(folder)) for pack in list_packs(folder).files]


def test_packs_are_found_in_the_folder_and_two_subfolders(tmp_path: Path) -> None:
    touch(
        tmp_path, "b.kpack", "A.KPACK", "Kiosk/c.kpack", "packs/a.kpack", "photos/d.kpack", "kiosk2/e.kpack"
    )
    touch(tmp_path, "packs/deep/f.kpack", "autorun.inf", "b.kpack.exe", "kpack", "note.txt")
    assert names(tmp_path) == ["A.KPACK", "packs/a.kpack", "b.kpack", "Kiosk/c.kpack"]
    assert list_packs(tmp_path).files[0] == (tmp_path / "A.KPACK", 5, False)


def test_hidden_files_of_macs_are_not_packs(tmp_path: Path) -> None:
    touch(tmp_path, "a.kpack", "._a.kpack", ".Trashes/b.kpack")
    assert names(tmp_path) == ["a.kpack"]


def test_only_regular_files_are_listed(tmp_path: Path) -> None:
    touch(tmp_path, "elsewhere/a.kpack", "real.kpack")
    (tmp_path / "link.kpack").symlink_to(tmp_path / "elsewhere/a.kpack")
    (tmp_path / "packs").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "folder.kpack").mkdir()
    os.mkfifo(tmp_path / "pipe.kpack")
    assert names(tmp_path) == ["real.kpack"]


def test_j22_of_many_packs_the_newest_are_listed(tmp_path: Path) -> None:
    for number in range(MAX_PACKS + 7):
        touch(tmp_path, f"{number:03}.kpack")
        os.utime(tmp_path / f"{number:03}.kpack", (number, number))
    listing = list_packs(tmp_path)
    assert (len(listing.files), listing.left_out) == (MAX_PACKS, 7)
    assert [pack.path.name for pack in listing.files] == [f"{number:03}.kpack" for number in range(7, 57)]


def test_j22_a_pack_among_twenty_thousand_names_is_found(tmp_path: Path) -> None:
    for number in range(20_000):
        (tmp_path / f"IMG_{number}.jpg").symlink_to("nowhere")
    touch(tmp_path, "new.kpack")
    listing = list_packs(tmp_path)
    assert [pack.path.name for pack in listing.files] == ["new.kpack"]
    assert (listing.left_out, listing.names_read, listing.is_complete) == (0, 20_001, True)


def test_j22_memory_does_not_grow_with_the_number_of_packs(tmp_path: Path) -> None:
    for number in range(3000):
        (tmp_path / f"{number}.kpack").touch()
    tracemalloc.start()
    listing = list_packs(tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (len(listing.files), listing.left_out) == (MAX_PACKS, 3000 - MAX_PACKS)
    assert peak < 200_000


def test_j22_a_source_that_is_too_slow_is_read_in_part(tmp_path: Path) -> None:
    touch(tmp_path, "a.kpack")
    assert list_packs(tmp_path, seconds=0) == ((), 0, 0, False)


@pytest.mark.parametrize("ending", [".part", ".crdownload", ".PARTIAL", ".filepart", ".tmp"])
def test_j23_a_copy_under_another_name_is_listed_as_unfinished(tmp_path: Path, ending: str) -> None:
    touch(tmp_path, f"new.kpack{ending}", f"new{ending}", "notes.part")
    (found,) = list_packs(tmp_path).files
    assert (found.path.name, found.is_unfinished) == (f"new.kpack{ending}", True)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list_packs(tmp_path / "gone")
