"""Shared by every layer: the records of a programme, errors, limits, paths, settings, clocks, files."""
