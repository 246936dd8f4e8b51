"""Reads events in the vocabulary of schema.org."""
