"""The page with the events a visitor has marked."""
