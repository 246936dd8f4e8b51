"""A copy of a pack from a share is complete, or nothing is left of it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.base.cancellation import Cancelled
from kiosk.base.progress import Progress, ignore_progress
from kiosk.delivery.copy_from_share import CHUNK_BYTES, copy_from_share
from kiosk.sources.read_deadline import ReadDeadline
from tests.packs_builder import refused

SIZE = 3 * CHUNK_BYTES + 7


@pytest.fixture
def deadline() -> Iterator[ReadDeadline]:
    with ReadDeadline(lambda _: os.abort()) as deadline:
        yield deadline


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "share").mkdir()
    file = tmp_path / "share/a.kpack"
    file.write_bytes(os.urandom(SIZE))
    return file


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "incoming").mkdir()
    return tmp_path / "incoming/pack.kpack"


def test_the_target_appears_when_it_is_complete(source: Path, target: Path, deadline: ReadDeadline) -> None:
    reports: list[Progress] = []
    folder_contents: list[list[str]] = []

    def record_progress(progress: Progress) -> None:
        reports.append(progress)
        folder_contents.append([file.name for file in target.parent.iterdir()])

    copy_from_share(source, target, deadline, record_progress, 0)
    assert target.read_bytes() == source.read_bytes()
    assert [progress.done for progress in reports] == [0, CHUNK_BYTES, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES, SIZE]
    assert {(progress.step, progress.total) for progress in reports} == {("fetch", SIZE)}
    assert folder_contents == [["pack.kpack.part"]] * 5
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("size", [0, CHUNK_BYTES, SIZE - 1, SIZE + 1, 9 * CHUNK_BYTES])
def test_a_file_that_grows_or_shrinks_is_unfinished(
    source: Path, target: Path, deadline: ReadDeadline, size: int
) -> None:
    def change(progress: Progress) -> None:
        if progress.done == CHUNK_BYTES:
            os.truncate(source, size)

    with refused("sources.share_unfinished", name="a.kpack"):
        copy_from_share(source, target, deadline, change, 0)
    assert list(target.parent.iterdir()) == []


def test_a_read_error_is_reported(source: Path, target: Path, deadline: ReadDeadline) -> None:
    with refused("sources.share_gone"):
        copy_from_share(source.with_name("b.kpack"), target, deadline, ignore_progress, 0)
    link = source.with_name("link.kpack")
    link.symlink_to(source)
    with refused("sources.share_failing"):
        copy_from_share(link, target, deadline, ignore_progress, 0)
    assert list(target.parent.iterdir()) == []


def test_free_space_is_required(source: Path, target: Path, deadline: ReadDeadline) -> None:
    with refused("library.no_space"):
        copy_from_share(source, target, deadline, ignore_progress, 1 << 60)
    os.truncate(source, 5 << 30)
    with refused("packs.too_large"):
        copy_from_share(source, target, deadline, ignore_progress, 0)
    assert list(target.parent.iterdir()) == []


def test_an_interrupted_copy_is_removed(source: Path, target: Path, deadline: ReadDeadline) -> None:
    def stop(progress: Progress) -> None:
        if progress.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        copy_from_share(source, target, deadline, stop, 0)
    assert list(target.parent.iterdir()) == []
