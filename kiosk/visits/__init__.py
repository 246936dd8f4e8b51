"""Counts how the kiosk is used and reports the counts; stores nothing about persons."""
