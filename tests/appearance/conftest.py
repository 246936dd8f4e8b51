"""Fixtures for tests of the appearance."""

from tests.screen_kit import april, qapp

__all__ = ["april", "qapp"]
