"""Writes tables and reports for people to take away."""
