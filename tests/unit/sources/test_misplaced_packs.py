"""Tests which packs in other folders of a stick are found."""

from pathlib import Path

import pytest

from kiosk.sources import misplaced_packs
from kiosk.sources.misplaced_packs import MAX_DEPTH, MAX_FOUND, find_misplaced_packs
from tests.unit.sources.test_pack_listing import touch


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_misplaced_packs(folder)]


def test_j23_packs_in_other_folders_are_found(tmp_path: Path) -> None:
    touch(tmp_path, "top.kpack", "Packs/right.kpack", "kiosk/right.kpack", "kiosk/2016/deep.kpack")
    touch(tmp_path, "New folder/a.KPACK", "Documents/2016/b.kpack", "Documents/c.txt")
    assert found(tmp_path) == ["New folder/a.KPACK", "Documents/2016/b.kpack", "kiosk/2016/deep.kpack"]


def test_j23_folders_of_the_system_and_links_are_not_searched(tmp_path: Path) -> None:
    touch(tmp_path, "$RECYCLE.BIN/a.kpack", ".Trash-1000/b.kpack", "System Volume Information/c.kpack")
    touch(tmp_path, "folder/._d.kpack")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert found(tmp_path) == []


def test_j23_the_search_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = "/".join("abcdefgh"[:MAX_DEPTH])
    touch(tmp_path, f"{inside}/found.kpack", f"{inside}/x/too-deep.kpack")
    assert found(tmp_path) == [f"{inside}/found.kpack"]
    touch(tmp_path, *(f"many/{number}.kpack" for number in range(MAX_FOUND + 3)))
    assert len(found(tmp_path)) == MAX_FOUND
    assert find_misplaced_packs(tmp_path, seconds=-1) == ()
    monkeypatch.setattr(misplaced_packs, "MAX_NAMES", 2)
    assert len(found(tmp_path)) <= 2


def test_a_folder_that_is_gone_is_passed_over(tmp_path: Path) -> None:
    assert find_misplaced_packs(tmp_path / "gone") == ()
