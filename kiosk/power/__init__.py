"""Switches the computer off and restarts it."""
