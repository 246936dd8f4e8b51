"""What grows with the number of events, and how fast."""
