"""Fixtures: a library of one publisher, and a Corner's publisher beside it."""

from pathlib import Path

import pytest

from tests.library_kit import LibraryKit, sample_publisher
from tests.unit.library.corner_publisher import CornerKit


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    """A library that shows pack 1 of the country's publisher."""
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    return kit


@pytest.fixture
def corner_kit(tmp_path: Path, kit: LibraryKit) -> CornerKit:
    """A Corner's publisher that the same library trusts."""
    return CornerKit(tmp_path, kit)
