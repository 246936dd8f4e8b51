"""Holds all SQL of the kiosk: queries of pack databases (read only) and the kiosk's own databases."""
