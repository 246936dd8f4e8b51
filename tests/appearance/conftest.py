"""What tests of the look start from."""

from tests.screen_kit import april, qapp

__all__ = ["april", "qapp"]
