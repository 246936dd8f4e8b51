"""Files are synced and checked behind the copying, and what is wrong with one is told soon."""

import time
from pathlib import Path

import pytest

from kiosk.base.progress import Progress, ignore_progress
from kiosk.library.background_checker import BackgroundChecker
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents, Target
from tests.library_kit import sample_publisher
from tests.packs_builder import refused
from tests.unit.store.sample import PICTURE

PATIENCE = 60
"""Seconds after which a wrong file should have been noticed."""


@pytest.fixture
def found(tmp_path: Path) -> PackContents:
    """The contents of a sound pack, whose files lie in `tmp_path`."""
    with Pack(sample_publisher().pack(tmp_path / "1.kpack")) as pack:
        contents = pack.unverified_contents()
        for target in contents.targets:
            pack.copy_target(target, tmp_path)
    return contents


def named(found: PackContents, name: str) -> Target:
    return next(target for target in found.targets if target.name == name)


def test_sound_files_pass_and_progress_is_told(tmp_path: Path, found: PackContents) -> None:
    told: list[Progress] = []
    with BackgroundChecker(tmp_path, found) as behind:
        for target in found.targets:
            behind.add(target)
        behind.wait(told.append)
    assert (told[-1].step, told[-1].done) == ("check", told[-1].total)
    assert told[-1].total > 0


def test_of_several_wrong_files_the_first_is_told(tmp_path: Path, found: PackContents) -> None:
    for name in ("media/new.jpg", PICTURE):
        (tmp_path / name).write_bytes(b"no picture")
    with refused("packs.picture_kind", name=PICTURE), BackgroundChecker(tmp_path, found) as behind:
        for name in ("events.sqlite", PICTURE, "media/new.jpg"):
            behind.add(named(found, name))
        behind.wait(ignore_progress)


def test_a_wrong_file_is_told_while_there_are_more_to_come(tmp_path: Path, found: PackContents) -> None:
    (tmp_path / "events.sqlite").write_bytes(b"no database")
    late = time.monotonic() + PATIENCE
    with refused("library.content", reason="not a database"), BackgroundChecker(tmp_path, found) as behind:
        behind.add(named(found, "events.sqlite"))
        while time.monotonic() < late:
            behind.add(named(found, PICTURE))


def test_a_file_that_cannot_be_synced_is_told(tmp_path: Path, found: PackContents) -> None:
    (tmp_path / PICTURE).unlink()
    with pytest.raises(FileNotFoundError), BackgroundChecker(tmp_path, found) as behind:
        behind.add(named(found, PICTURE))
        behind.wait(ignore_progress)


def test_what_is_left_when_it_ends_is_not_begun(tmp_path: Path, found: PackContents) -> None:
    with pytest.raises(KeyboardInterrupt), BackgroundChecker(tmp_path, found) as behind:
        for _ in range(2000):
            behind.add(named(found, PICTURE))
        raise KeyboardInterrupt
    assert sum(work.cancelled() for _, work in behind._pending) > 0
