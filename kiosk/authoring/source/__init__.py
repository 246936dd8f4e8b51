"""Reads and checks a source folder."""
