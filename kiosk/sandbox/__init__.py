"""Keeps a process that reads untrusted input within limits (ADR 11)."""
