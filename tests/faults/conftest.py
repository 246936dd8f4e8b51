"""A publisher, a kiosk that has accepted one of their packs, a place or share for what it is offered next."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.base.clock import BUILD_DATE
from tests.faulty_share import FaultyShare
from tests.films import padded
from tests.library_kit import Kit, publishing
from tests.packs_builder import PackReader, Publishing


@pytest.fixture
def shop() -> Publishing:
    """A publisher whose next pack is number 41."""
    shop = Publishing()
    shop.version = 41
    return shop


@pytest.fixture
def kiosk(tmp_path: Path, shop: Publishing) -> PackReader:
    """A kiosk that has accepted pack 41."""
    reader = PackReader(tmp_path / "kiosk", shop.root)
    reader.offer(shop.pack(tmp_path / "41.kpack"))
    return reader


@pytest.fixture
def offered(tmp_path: Path) -> Path:
    """Where a test writes the pack it offers."""
    return tmp_path / "offered.kpack"


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    """A library that shows pack 1."""
    kit = Kit(tmp_path, publishing(at=BUILD_DATE))
    kit.install(1)
    return kit


@pytest.fixture
def share(tmp_path: Path, kit: Kit) -> Iterator[FaultyShare]:
    """A share with pack 2, of more than one piece."""
    with FaultyShare(tmp_path / "mission") as share:
        kit.pack(2)
        kit.shop.files["media/long.mp4"] = padded(tmp_path / "long.mp4", 700_000).read_bytes()
        kit.shop.pack(share.source / "2.kpack")
        yield share
