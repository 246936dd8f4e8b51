"""Reads calendars (iCalendar)."""
