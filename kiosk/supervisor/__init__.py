"""Starts the process of the screen, watches it, and starts it again after a crash or a hang (ADR 17)."""
