"""The staff page on which packs are previewed and installed."""
