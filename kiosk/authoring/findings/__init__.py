"""Tells an author everything that was found in a source: grouped by cause, as text, JSON or a page."""
