"""Builds a signed pack from a checked source folder, and inspects finished packs."""
