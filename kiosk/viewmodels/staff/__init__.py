"""The staff area's view-models; none of them is imported before somebody knocks (ADR 10)."""
