"""All SQL of the kiosk: a pack's database (read only) and the library's own state."""
