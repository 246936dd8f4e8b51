"""Builds a signed pack from a checked source, and inspects finished packs."""
