"""Fixtures of the tests of visitor and staff flows."""

from pathlib import Path

import pytest

from tests.screen_kit import april, copy_library, corner_month, demo, qapp

__all__ = ["april", "corner_month", "demo", "qapp"]


@pytest.fixture
def library(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo library."""
    return copy_library(demo, tmp_path / "library")
