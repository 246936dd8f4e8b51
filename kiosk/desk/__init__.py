"""What the desk does for a press officer: checks a source, makes a stick, reads receipts (docs/desk.md)."""
