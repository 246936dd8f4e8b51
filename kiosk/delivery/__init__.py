"""Scans sticks and shares for packs, and pulls packs from a share into the library."""
