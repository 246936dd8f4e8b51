"""Fixtures for tests of the appearance."""

from tests.screen_kit import april, corner_month, qapp

__all__ = ["april", "corner_month", "qapp"]
