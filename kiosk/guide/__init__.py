"""The staff guide: the page that hangs beside the kiosk and says how staff use it."""
