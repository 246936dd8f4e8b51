"""Tests which files of a stick are listed as packs."""

import os
from pathlib import Path

import pytest

from kiosk.sources.pack_listing import MAX_ENTRIES, MAX_PACKS, list_packs


def touch(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"12345")


def names(folder: Path) -> list[str]:
    return [str(file.relative_to(folder)) for file, _ in list_packs(folder).files]


def test_packs_are_found_in_the_folder_and_two_subfolders(tmp_path: Path) -> None:
    touch(
        tmp_path, "b.kpack", "A.KPACK", "Kiosk/c.kpack", "packs/a.kpack", "photos/d.kpack", "kiosk2/e.kpack"
    )
    touch(tmp_path, "packs/deep/f.kpack", "autorun.inf", "b.kpack.exe", "kpack", "note.txt")
    assert names(tmp_path) == ["A.KPACK", "packs/a.kpack", "b.kpack", "Kiosk/c.kpack"]
    assert list_packs(tmp_path).files[0] == (tmp_path / "A.KPACK", 5)


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


def test_at_most_max_packs_are_listed(tmp_path: Path) -> None:
    touch(tmp_path, *(f"{number:03}.kpack" for number in range(MAX_PACKS + 7)))
    listing = list_packs(tmp_path)
    assert (len(listing.files), listing.left_out) == (MAX_PACKS, 7)
    assert listing.files[-1][0].name == f"{MAX_PACKS - 1:03}.kpack"


def test_at_most_max_entries_are_read(tmp_path: Path) -> None:
    for number in range(MAX_ENTRIES + 500):
        (tmp_path / f"{number}.kpack").touch()
    listing = list_packs(tmp_path)
    assert len(listing.files) + listing.left_out == MAX_ENTRIES


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list_packs(tmp_path / "gone")
