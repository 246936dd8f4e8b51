"""The PIN pad of the staff area."""
