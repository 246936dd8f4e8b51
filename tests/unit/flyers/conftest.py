"""Fixtures for tests of flyers."""

from tests.flyer_kit import publisher
from tests.screen_kit import april, corner_month, demo

__all__ = ["april", "corner_month", "demo", "publisher"]
