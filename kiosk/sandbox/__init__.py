"""Confines child processes that read untrusted input, by limits and bubblewrap (ADR 11)."""
