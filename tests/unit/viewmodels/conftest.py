"""Fixtures of the tests of the view-models."""

import pytest
from PySide6.QtGui import QGuiApplication

from tests.screen_kit import april, demo, qapp

__all__ = ["april", "demo", "qapp"]


@pytest.fixture(autouse=True)
def application(qapp: QGuiApplication) -> None:
    """Timers and models need an application object."""
