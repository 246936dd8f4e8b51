"""Corner Kiosk: a reading room's programme on a touch screen, without a network."""

__version__ = "0.1.0"
