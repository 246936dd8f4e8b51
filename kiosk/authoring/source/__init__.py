"""Reads and checks a publisher's source folder."""
