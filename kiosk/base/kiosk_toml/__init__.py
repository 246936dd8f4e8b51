"""The settings file kiosk.toml: its keys and their values, and a reader that a wrong line does not stop."""
