"""Reads tables by a mapping of their columns."""
