"""Reads programmes that others made: calendars, Frab schedules, web pages, tables and JSON."""
