"""Fixtures for tests of flyers."""

from tests.flyer_kit import publisher
from tests.screen_kit import april, demo

__all__ = ["april", "demo", "publisher"]
