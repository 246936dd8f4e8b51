"""Finds packs on a stick or a share and brings them into the library."""
