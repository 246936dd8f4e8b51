"""What tests of the screens start from."""

from tests.screen_kit import april, demo, qapp

__all__ = ["april", "demo", "qapp"]
