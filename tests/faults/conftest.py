"""Fixtures: a publisher, a kiosk that has accepted one of its packs, a file or a share for the next pack."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.base.clock import BUILD_DATE
from tests.faulty_share import FaultyShare
from tests.library_kit import LibraryKit, sample_publisher
from tests.packs_builder import PackPublisher, PackReader
from tests.videos import make_padded_video


@pytest.fixture
def publisher() -> PackPublisher:
    """A publisher whose next pack is number 41."""
    publisher = PackPublisher()
    publisher.version = 41
    return publisher


@pytest.fixture
def kiosk(tmp_path: Path, publisher: PackPublisher) -> PackReader:
    """A kiosk that has accepted pack 41."""
    reader = PackReader(tmp_path / "kiosk", publisher.root)
    reader.offer(publisher.pack(tmp_path / "41.kpack"))
    return reader


@pytest.fixture
def offered(tmp_path: Path) -> Path:
    """Where a test writes the pack it offers."""
    return tmp_path / "offered.kpack"


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    """A library that shows pack 1."""
    kit = LibraryKit(tmp_path, sample_publisher(at=BUILD_DATE))
    kit.install(1)
    return kit


@pytest.fixture
def share(tmp_path: Path, kit: LibraryKit) -> Iterator[FaultyShare]:
    """A share with pack 2, which is larger than one read."""
    with FaultyShare(tmp_path / "mission") as share:
        kit.pack(2)
        kit.publisher.files["media/long.mp4"] = make_padded_video(tmp_path / "long.mp4", 700_000).read_bytes()
        kit.publisher.pack(share.source / "2.kpack")
        yield share
