"""Writes a source as a folder of TOML, and keeps the comments of one that is there."""
