"""The staff area's view-models; none of them is imported before the staff gesture (ADR 10)."""
