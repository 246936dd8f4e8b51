"""Reads pack files strictly, verifies their signatures and enforces limits; all input is untrusted."""
