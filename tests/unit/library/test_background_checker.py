"""Files are synced and checked during the copy, and errors are reported soon."""

import time
from pathlib import Path

import pytest

from kiosk.base.cancellation import Cancelled
from kiosk.base.progress import Progress, ignore_progress
from kiosk.library.background_checker import BackgroundChecker
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents, Target
from tests.library_kit import sample_publisher
from tests.packs_builder import refused
from tests.unit.store.sample import PICTURE

TIMEOUT_SECONDS = 60
"""Time within which an invalid file must be reported."""


@pytest.fixture
def contents(tmp_path: Path) -> PackContents:
    """The contents of a valid pack whose files are in `tmp_path`."""
    with Pack(sample_publisher().pack(tmp_path / "1.kpack")) as pack:
        contents = pack.unverified_contents()
        for target in contents.targets:
            pack.copy_target(target, tmp_path)
    return contents


def target(contents: PackContents, name: str) -> Target:
    return next(target for target in contents.targets if target.name == name)


def test_valid_files_pass_and_progress_is_reported(tmp_path: Path, contents: PackContents) -> None:
    reports: list[Progress] = []
    with BackgroundChecker(tmp_path, contents) as checker:
        for target in contents.targets:
            checker.enqueue(target)
        checker.wait_for_all(reports.append)
    assert (reports[-1].step, reports[-1].done) == ("check", reports[-1].total)
    assert reports[-1].total > 0


def test_of_several_invalid_files_the_first_is_reported(tmp_path: Path, contents: PackContents) -> None:
    for name in ("media/new.jpg", PICTURE):
        (tmp_path / name).write_bytes(b"no picture")
    with refused("packs.picture_kind", name=PICTURE), BackgroundChecker(tmp_path, contents) as checker:
        for name in ("events.sqlite", PICTURE, "media/new.jpg"):
            checker.enqueue(target(contents, name))
        checker.wait_for_all(ignore_progress)


def test_an_invalid_file_is_reported_while_files_are_added(tmp_path: Path, contents: PackContents) -> None:
    (tmp_path / "events.sqlite").write_bytes(b"no database")
    deadline = time.monotonic() + TIMEOUT_SECONDS
    with (
        refused("library.content", reason="not a database"),
        BackgroundChecker(tmp_path, contents) as checker,
    ):
        checker.enqueue(target(contents, "events.sqlite"))
        while time.monotonic() < deadline:
            checker.enqueue(target(contents, PICTURE))


def test_a_file_that_cannot_be_synced_is_reported(tmp_path: Path, contents: PackContents) -> None:
    (tmp_path / PICTURE).unlink()
    with pytest.raises(FileNotFoundError), BackgroundChecker(tmp_path, contents) as checker:
        checker.enqueue(target(contents, PICTURE))
        checker.wait_for_all(ignore_progress)


def test_pending_files_are_cancelled_at_the_end(tmp_path: Path, contents: PackContents) -> None:
    with pytest.raises(Cancelled), BackgroundChecker(tmp_path, contents) as checker:
        for _ in range(2000):
            checker.enqueue(target(contents, PICTURE))
        raise Cancelled
    assert sum(work.cancelled() for _, work in checker._pending) > 0
