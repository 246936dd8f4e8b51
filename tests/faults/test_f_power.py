"""Fault catalogue, rows F3, F4 and F17: power cuts on real file systems (docs/powercut.md)."""

import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from kiosk.programme.shown_programme import open_library
from tests.faults.scenes import two_publishers
from tests.faulty_share import wait_until
from tests.powercut.campaign import campaign, missing_requirement
from tests.powercut.filesystem import FILE_SYSTEMS
from tests.powercut.rig import CUTS_A_ROUND, Verdict


@cache
def first_round() -> Sequence[Verdict]:
    """One round on ext4; `make powercut` makes many more on every available file system."""
    if reason := missing_requirement():
        pytest.skip(reason)
    return campaign("ext4", CUTS_A_ROUND, ["newer"])


@pytest.mark.xdist_group("power")
def test_f03_after_a_power_cut_the_old_or_the_new_programme_is_shown() -> None:
    found = [verdict for verdict in first_round() if verdict.depth == 1]
    assert len(found) > CUTS_A_ROUND / 2
    assert [verdict for verdict in found if verdict.state == "broken"] == []


@pytest.mark.xdist_group("power")
def test_f04_after_a_power_cut_during_recovery_the_old_or_the_new_programme_is_shown() -> None:
    found = [verdict for verdict in first_round() if verdict.depth > 1]
    assert [verdict for verdict in found if verdict.state == "broken"] == []


def test_f03_the_rig_finds_a_deliberate_bug() -> None:
    if reason := missing_requirement():
        pytest.skip(reason)
    found = campaign("ext4", CUTS_A_ROUND, ["newer"], mutant="commit_before_rename")
    assert "broken" in {verdict.state for verdict in found}


def test_f17_a_torn_superblock_is_repaired_by_fsck(tmp_path: Path) -> None:
    """The superblock of ext4 takes up two sectors: one is new, the other old."""
    if reason := missing_requirement():
        pytest.skip(reason)
    system, image, folder = FILE_SYSTEMS["ext4"], tmp_path / "image", tmp_path / "disk"
    folder.mkdir()
    system.create(image)
    with system.mounted(image, folder):
        two_publishers(folder)
    # another process may have made a namespace meanwhile, in which the disk is still there for a moment
    wait_until(lambda: not subprocess.run(["losetup", "-j", image], capture_output=True, check=True).stdout)
    with image.open("r+b") as disk:
        disk.seek(1024 + 4 * 3)  # the number of free blocks, in the part that its checksum covers
        disk.write(b"torn")
    with system.mounted(image, folder) as repaired:
        assert repaired
        showing = open_library(folder / "library")
        assert {pack.publisher: pack.version for pack in showing.packs} == {"local": 1, "neighbour": 7}
