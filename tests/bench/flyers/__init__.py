"""Flyers for 100 events, made by the kiosk and by two libraries that others would choose."""
