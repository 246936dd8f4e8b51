"""Makes the source folder of a programme that was read."""
