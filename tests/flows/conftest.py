"""Fixtures of the tests of visitor and staff flows."""

from pathlib import Path

import pytest

from tests.screen_kit import april, copy_library, demo, qapp

__all__ = ["april", "demo", "qapp"]


@pytest.fixture
def library(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo library."""
    return copy_library(demo, tmp_path / "library")
