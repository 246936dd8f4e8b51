"""Typesets sheet data as a PDF and proofreads it."""
