"""A publisher, a kiosk that has accepted one of their packs, and a place for what it is offered next."""

from pathlib import Path

import pytest

from tests.packs_builder import Publishing, Reader


@pytest.fixture
def shop() -> Publishing:
    """A publisher whose next pack is number 41."""
    shop = Publishing()
    shop.version = 41
    return shop


@pytest.fixture
def kiosk(tmp_path: Path, shop: Publishing) -> Reader:
    """A kiosk that has accepted pack 41."""
    reader = Reader(tmp_path / "kiosk", shop.root)
    reader.offer(shop.pack(tmp_path / "41.kpack"))
    return reader


@pytest.fixture
def offered(tmp_path: Path) -> Path:
    """Where a test writes the pack it offers."""
    return tmp_path / "offered.kpack"
