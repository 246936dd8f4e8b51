"""Draws every screen and state as pictures without a display, to check how the kiosk looks."""
