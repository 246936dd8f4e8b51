"""Fixtures of the tests of visitor and staff flows."""

from tests.screen_kit import april, demo, qapp

__all__ = ["april", "demo", "qapp"]
