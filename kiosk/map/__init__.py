"""The map of Kazakhstan: projection, country outline, and label placement without overlaps."""
